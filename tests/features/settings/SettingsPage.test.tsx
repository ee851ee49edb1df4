import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../src/features/settings/SettingsPage';
import type { SettingsDevice } from '../../../src/features/settings/settings-device';
import type { DeliveryStatus, StorageReport } from '../../../src/services';
import { enrolmentOf, fakeServices, watchable } from '../../support/fake-services';

const NOW = new Date('2026-11-23T00:30:00.000Z');

function deviceOf(part: Partial<SettingsDevice> = {}): SettingsDevice {
  return {
    version: '1.2.3',
    install: () => ({ surface: 'android', system: 'android', installed: false, promptable: false }),
    onInstallChange: () => () => undefined,
    promptInstall: () => Promise.resolve('unavailable'),
    saveFile: () => undefined,
    reopen: () => undefined,
    ...part,
  };
}
const REPORT: StorageReport = {
  writable: true,
  persisted: false,
  usedBytes: 3_400_000,
  freeBytes: 2_000_000_000,
  quarantined: 0,
};

interface Situation {
  device?: SettingsDevice;
  enrolled?: boolean;
  report?: Partial<StorageReport>;
  unsent?: { drafts: number; operations: number };
}
function open({ device = deviceOf(), enrolled = true, report = {}, unsent }: Situation = {}) {
  const world = fakeServices({ enrolment: enrolled ? enrolmentOf() : null });
  world.services.storage.watch = watchable<StorageReport>({ ...REPORT, ...report }).watch;
  if (unsent) world.services.storage.unsent = () => Promise.resolve(unsent);
  const erase = vi.fn(() => Promise.resolve());
  world.services.storage.erase = erase;
  render(<SettingsPage services={world.services} now={() => NOW} device={device} />);
  return { world, erase, user: userEvent.setup() };
}
const part = (name: string) => within(screen.getByRole('region', { name }));
const button = (name: string) => screen.findByRole('button', { name });

describe('登録', () => {
  it('だれの端末かを見せます', () => {
    open();
    const facts = part('登録');
    for (const words of ['配達 太郎', '見本運送', '構成員', '見本市見守りネットワーク', '00000004']) {
      expect(facts.getByText(words)).toBeTruthy();
    }
  });
  it('登録していなければ、読み取りに案内します', () => {
    open({ enrolled: false });
    expect(part('登録').getByRole('link', { name: '構成員証を読み取る' }).getAttribute('href')).toBe(
      '/badge',
    );
  });
});

describe('送信の状態', () => {
  it.each<[DeliveryStatus, RegExp]>([
    [{ status: 'all-delivered', at: '2026-11-23T00:07:00.000Z' }, /^すべて届いています（9:07）。$/],
    [{ status: 'waiting', waiting: 2, lastContactAt: null }, /送信待ちが2件あります/],
    [
      { status: 'waiting', waiting: 0, lastContactAt: '2026-11-23T00:05:00.000Z' },
      /^送信待ちは、ありません。最後につながったのは .* です。$/,
    ],
    [{ status: 'attention', refused: 1, waiting: 0 }, /送れなかった記録が1件あります/],
    [
      { status: 'paused', problem: 'device-revoked', waiting: 3 },
      /取り消されています。.*3件は、この端末に残って/,
    ],
    [{ status: 'not-enrolled', waiting: 1 }, /登録すると送られます。送信待ちが1件/],
  ])('%o を言葉で言います', async (status, sentence) => {
    const { world } = open();
    world.delivery.set(status);
    expect(await part('送信の状態').findByText(sentence)).toBeTruthy();
  });

  it('「今すぐ送る」は、届いたときにそう言います', async () => {
    const { world, user } = open();
    world.services.delivery.sendNow = () => {
      world.delivery.set({ status: 'all-delivered', at: NOW.toISOString() });
      return Promise.resolve();
    };
    await user.click(await button('今すぐ送る'));
    expect(await screen.findByText('すべて届きました。')).toBeTruthy();
  });

  it('電波がなくて届かないときは、残っていることと、どうすればよいかを言います', async () => {
    const { world, user } = open();
    world.services.delivery.sendNow = () => {
      world.delivery.set({ status: 'waiting', waiting: 1, lastContactAt: null });
      return Promise.resolve();
    };
    await user.click(await button('今すぐ送る'));
    expect(await screen.findByText(/まだ届いていません。電波のよい所で/)).toBeTruthy();
  });

  it('送っているあいだ、そう見せ、二度押しても一度しか送りません', async () => {
    const { world, user } = open();
    let end: () => void = () => undefined;
    const sendNow = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    world.services.delivery.sendNow = sendNow;
    await user.click(await button('今すぐ送る'));
    expect(screen.getByText(/送っています。そのまま/)).toBeTruthy();
    await user.click(await button('今すぐ送る'));
    expect(sendNow).toHaveBeenCalledTimes(1);
    end();
    await waitFor(() => expect(screen.queryByText(/送っています。そのまま/)).toBeNull());
  });
});

describe('見え方', () => {
  it('文字の大きさと画面の色を、一度押すだけで変えられます', async () => {
    const { world, user } = open();
    const seen: unknown[] = [];
    world.services.preferences.watch((value) => seen.push(value));
    await user.click(screen.getByRole('radio', { name: 'とても大きい' }));
    await user.click(screen.getByRole('radio', { name: '屋外（くっきり）' }));
    expect(seen.at(-1)).toEqual({ textSize: 'largest', theme: 'outdoor' });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'とても大きい' }).checked).toBe(true);
  });
});

describe('保存の状態', () => {
  it('使っている量と空き、消されるおそれを言い、残すようにたのめます', async () => {
    const { world, user } = open();
    world.services.storage.askToPersist = () => Promise.resolve(true);
    expect(screen.getByText('使っている量 3.4 MB・空き 2.0 GB')).toBeTruthy();
    await user.click(await button('この端末に残すようにたのむ'));
    expect(await screen.findByText('この端末に残すことになりました。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'この端末に残すようにたのむ' })).toBeNull();
  });
  it('たのみが通らなくても、そう言います', async () => {
    const { user } = open();
    await user.click(await button('この端末に残すようにたのむ'));
    expect(await screen.findByText(/今回は、端末が引き受けませんでした/)).toBeTruthy();
  });
  it('読めなくなった記録は、消していないことと一緒に数えます', () => {
    open({ report: { quarantined: 2 } });
    expect(screen.getByText(/読めなくなった記録が2件あり.*消してはいません/)).toBeTruthy();
  });
  it('空きが少ないとき、保存できないときは、どうすればよいかを言います', () => {
    open({ report: { writable: false, freeBytes: 10_000_000 } });
    expect(screen.getByText(/端末の空きが少なくなっています/)).toBeTruthy();
    expect(screen.getByText(/プライベートブラウズのときは/)).toBeTruthy();
  });
});

describe('ホーム画面に追加', () => {
  it('ブラウザが追加を出せるときは、ボタンで追加できます', async () => {
    let offered = true;
    const device = deviceOf({
      install: () => ({ surface: 'android', system: 'android', installed: false, promptable: offered }),
      promptInstall: () => {
        offered = false;
        return Promise.resolve('accepted');
      },
    });
    const { user } = open({ device });
    await user.click(await button('ホーム画面に追加する'));
    expect(await screen.findByText(/追加しました/)).toBeTruthy();
  });
  it('iPhoneでは、やり方を言葉で言います', () => {
    open({
      device: deviceOf({
        install: () => ({ surface: 'ios', system: 'ios', installed: false, promptable: false }),
      }),
    });
    expect(part('ホーム画面に追加').getByText(/共有ボタン/)).toBeTruthy();
  });
  it('LINEの中では、Safariで開くように言います', () => {
    open({
      device: deviceOf({
        install: () => ({ surface: 'in-app', system: 'ios', installed: false, promptable: false }),
      }),
    });
    expect(part('ホーム画面に追加').getByText(/「Safariで開く」/)).toBeTruthy();
  });
});

describe('この端末から消す', () => {
  it('送っていないものがあれば数を言い、印を付けるまで消しません', async () => {
    const { erase, user } = open({ unsent: { drafts: 1, operations: 2 } });
    await user.click(await button('この端末から消す'));
    expect(await screen.findByText(/まだ送っていないものが2件、下書きが1件あります/)).toBeTruthy();
    await user.click(await button('すべて消す'));
    expect(screen.getByText(/先に上の四角を押して/)).toBeTruthy();
    expect(erase).not.toHaveBeenCalled();
    await user.click(screen.getByRole('checkbox'));
    await user.click(await button('すべて消す'));
    expect(await screen.findByText('この端末から消しました。')).toBeTruthy();
    expect(erase).toHaveBeenCalledTimes(1);
  });
  it('何も待っていなくても、一度押しただけでは消しません。やめられます', async () => {
    const { erase, user } = open({ unsent: { drafts: 0, operations: 0 } });
    await user.click(await button('この端末から消す'));
    await user.click(await button('やめる'));
    expect(await button('この端末から消す')).toBeTruthy();
    expect(erase).not.toHaveBeenCalled();
  });
  it('消せなかったときは、消したと言いません', async () => {
    const { world, user } = open({ unsent: { drafts: 0, operations: 0 } });
    world.services.storage.erase = () => Promise.reject(new Error('blocked'));
    await user.click(await button('この端末から消す'));
    await user.click(await button('すべて消す'));
    expect(await screen.findByText(/消せませんでした/)).toBeTruthy();
    expect(screen.queryByText('この端末から消しました。')).toBeNull();
  });
});

describe('救出ファイル', () => {
  it('送れないままのものを、封をしたファイルにして保存できます', async () => {
    const saved: string[] = [];
    const { user } = open({ device: deviceOf({ saveFile: ({ name }) => void saved.push(name) }) });
    await user.click(await button('救出ファイルを保存する'));
    expect(await screen.findByText(/救出ファイルを保存しました/)).toBeTruthy();
    expect(saved).toEqual(['mimamori-rescue-20261123.bin']);
  });
  it('何もなければ、登録がなければ、つくれなければ、そう言います', async () => {
    const { world, user } = open();
    const answers = [
      [() => Promise.resolve({ status: 'nothing' as const }), /送っていないものは、ありません/],
      [() => Promise.resolve({ status: 'no-key' as const }), /登録していない端末では/],
      [() => Promise.reject(new Error('gone')), /救出ファイルをつくれませんでした/],
    ] as const;
    for (const [make, words] of answers) {
      world.services.rescue.make = make;
      await user.click(await button('救出ファイルを保存する'));
      expect(await screen.findByText(words)).toBeTruthy();
    }
  });
  it('消す前に、先に保存することをすすめます', async () => {
    const { world, user } = open({ unsent: { drafts: 0, operations: 1 } });
    await user.click(await button('この端末から消す'));
    const [, before] = await screen.findAllByRole('button', { name: '救出ファイルを保存する' });
    await user.click(before!);
    expect(world.log).toContain('rescue');
  });
});

describe('このアプリ', () => {
  it('版と、個人情報の約束が読めます', () => {
    open();
    expect(screen.getByText('1.2.3')).toBeTruthy();
    expect(screen.getByText(/はじめの記録には、住民の名前・住所・電話番号を書きません/)).toBeTruthy();
  });
});

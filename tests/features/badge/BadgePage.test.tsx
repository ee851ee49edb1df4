import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { BadgePage } from '../../../src/features/badge/BadgePage';
import type { BadgeDevice, Scanner } from '../../../src/features/badge/badge-device';
import type { EnrolmentService, SecrecyAcceptance } from '../../../src/services';
import { enrolmentOf, fakeServices } from '../../support/fake-services';

const CODE = '0123456789ABCDEFGHJKMNPQRS';
const GROUPED = '01234-56789-ABCDE-FGHJK-MNPQRS';
type Outcome = Awaited<ReturnType<EnrolmentService['redeem']>>;

/** A scanner that shows `text` to the camera at once, and a camera that can refuse. */
function scannerOf(part: Partial<Scanner> = {}): Scanner {
  return {
    startCamera: () => Promise.resolve({ status: 'no-camera' }),
    readPicture: () => Promise.resolve({ status: 'no-code' }),
    ...part,
  };
}
function deviceOf(part: Partial<BadgeDevice> = {}, scanner: Scanner | null = scannerOf()): BadgeDevice {
  return {
    loadScanner: () => Promise.resolve(scanner),
    scannerExpected: () => Promise.resolve(scanner !== null),
    onConnectivityChange: () => () => undefined,
    install: () => ({ surface: 'android', system: 'android', installed: false }),
    copy: () => Promise.resolve(true),
    ...part,
  };
}

interface Situation {
  startWithCode?: string | null;
  device?: BadgeDevice;
  outcomes?: Outcome[];
  waitingCode?: string | null;
  enrolled?: boolean;
}
function open({
  startWithCode = null,
  device = deviceOf(),
  outcomes = [{ status: 'enrolled', enrolment: enrolmentOf() }],
  waitingCode = null,
  enrolled = false,
}: Situation = {}) {
  const { services } = fakeServices({ enrolment: enrolled ? enrolmentOf() : null });
  const asked: string[] = [];
  const secrecies: (SecrecyAcceptance | null)[] = [];
  services.enrolment.redeem = (code, secrecy) => {
    asked.push(code);
    secrecies.push(secrecy);
    return Promise.resolve(outcomes.length > 1 ? outcomes.shift()! : outcomes[0]!);
  };
  services.enrolment.waitingCode = () => Promise.resolve(waitingCode);
  const onEnrolled = vi.fn();
  const onBadge = vi.fn();
  render(
    <BadgePage
      services={services}
      now={() => new Date('2026-11-24T01:00:00.000Z')}
      startWithCode={startWithCode}
      onEnrolled={onEnrolled}
      onBadge={onBadge}
      device={device}
    />,
  );
  return { asked, secrecies, onEnrolled, onBadge, user: userEvent.setup() };
}
const button = (name: string) => screen.findByRole('button', { name });
async function typeCode(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(await button('コードを入力する'));
  await user.type(screen.getByLabelText('招待コード'), text);
  await user.click(await button('このコードで登録する'));
}

describe('登録する前に', () => {
  it('三つの読み取り方が並び、登録すると何が起きるかが書いてあります', async () => {
    open();
    expect(await button('カメラで読み取る')).toBeTruthy();
    expect(screen.getByLabelText('画像から読み取る')).toBeTruthy();
    expect(await button('コードを入力する')).toBeTruthy();
    expect(screen.getByText(/登録すると、記録が事務局に届き/)).toBeTruthy();
    expect(screen.getByText(/事務局に伝わるのは/)).toBeTruthy();
  });
});

describe('秘密を守る約束', () => {
  const outcomes: Outcome[] = [
    { status: 'secrecy-not-accepted' },
    { status: 'enrolled', enrolment: enrolmentOf() },
  ];

  it('登録の前に、義務と罰則を出典つきで読み、チェックを入れるまで登録しません', async () => {
    const { asked, secrecies, onEnrolled, user } = open({ outcomes: [...outcomes] });
    await typeCode(user, CODE);
    expect(await screen.findByRole('heading', { name: '秘密を守る約束' })).toBeTruthy();
    for (const words of [
      /第11条の5/,
      /第11条の8/,
      /1年以下の拘禁刑または50万円以下の罰金/,
      /罰則の額は中くらい/,
      /2026-11-23/,
    ])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    await user.click(await button('約束して、登録する'));
    expect(screen.getByText(/チェックを入れてから/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('checkbox'));
    expect(asked).toEqual([CODE]);
    expect(onEnrolled).not.toHaveBeenCalled();

    await user.click(screen.getByRole('checkbox', { name: '読みました。秘密を守ることを約束します' }));
    await user.click(await button('約束して、登録する'));
    expect(await screen.findByText('登録しました')).toBeTruthy();
    expect(secrecies).toEqual([null, { at: '2026-11-24T01:00:00.000Z', text: '2026-11-23' }]);
  });

  it('約束したあとで招待がことわられても、入れたコードは開いた欄に残っています', async () => {
    const { user } = open({
      outcomes: [outcomes[0]!, { status: 'refused', problem: 'invitation-used' }],
    });
    await typeCode(user, CODE);
    await user.click(await screen.findByRole('checkbox'));
    await user.click(await button('約束して、登録する'));
    expect(await screen.findByText('この招待コードは、すでに使われています')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('招待コード').value).toBe(CODE);
  });

  it('電波がなくて試し直すときは、もう一度は聞きません', async () => {
    const { secrecies, user } = open({
      outcomes: [outcomes[0]!, { status: 'no-connection' }, outcomes[1]!],
    });
    await typeCode(user, CODE);
    await user.click(await screen.findByRole('checkbox'));
    await user.click(await button('約束して、登録する'));
    await user.click(await button('もう一度試す'));
    expect(await screen.findByText('登録しました')).toBeTruthy();
    expect(secrecies.map((one) => one !== null)).toEqual([false, true, true]);
  });
});

describe('コードを入力する', () => {
  it('小文字でも区切りがあっても登録でき、だれの登録かを見せます', async () => {
    const { asked, onEnrolled, user } = open();
    await typeCode(user, '01234 56789-abcde fghjk-mnpqrs');
    expect(asked).toEqual([CODE]);
    expect(await screen.findByText('登録しました')).toBeTruthy();
    for (const words of ['配達 太郎', '見本運送', '構成員', '見本市見守りネットワーク']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByRole('link', { name: 'ホームへ' }).getAttribute('href')).toBe('/');
    expect(onEnrolled).toHaveBeenCalledTimes(1);
  });

  it('打っているあいだ、5文字ずつの区切りと残りの文字数を見せます', async () => {
    const { user } = open();
    await user.click(await button('コードを入力する'));
    await user.type(screen.getByLabelText('招待コード'), '0123456789abc');
    expect(screen.getByText('01234-56789-ABC')).toBeTruthy();
    expect(screen.getByText('いま13文字・あと13文字')).toBeTruthy();
  });

  it('文字が足りないときは何文字足りないかを言い、送らず、欄にもどします', async () => {
    const { asked, user } = open();
    await typeCode(user, CODE.slice(0, 23));
    expect(screen.getByText(/あと3文字たりません（いま23文字）/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('招待コード'));
    expect(asked).toEqual([]);
  });

  it('多いとき、使われない文字があるときも、それを言います', async () => {
    const { user } = open();
    await typeCode(user, `${CODE}AB`);
    expect(screen.getByText(/2文字多くなっています（いま28文字）/)).toBeTruthy();
    await user.clear(screen.getByLabelText('招待コード'));
    await user.type(screen.getByLabelText('招待コード'), CODE.replace('A', 'U'));
    await user.click(await button('このコードで登録する'));
    expect(screen.getByText(/「U」は、招待のコードには使われない文字です/)).toBeTruthy();
  });

  it('Enterでも登録できます', async () => {
    const { asked, user } = open();
    await user.click(await button('コードを入力する'));
    await user.type(screen.getByLabelText('招待コード'), `${CODE}{Enter}`);
    expect(asked).toEqual([CODE]);
  });
});

describe('登録できないとき', () => {
  it.each([
    ['invitation-unknown', 'この招待コードは見つかりません', /新しい招待をたのんで/],
    ['invitation-used', 'この招待コードは、すでに使われています', /新しい招待をたのんで/],
    ['invitation-expired', 'この招待コードは、期限が切れています', /新しい招待をたのんで/],
    ['invitation-revoked', 'この招待コードは、取り消されています', /新しい招待をたのんで/],
    ['too-many-requests', '試した回数が多すぎます', /しばらく待って/],
    ['internal', 'いま、登録できませんでした', /もう一度試す/],
  ] as const)('%s: 何が起きたかと、どうすればよいかを言います', async (problem, heading, todo) => {
    const { user } = open({ outcomes: [{ status: 'refused', problem }] });
    await typeCode(user, CODE);
    expect((await screen.findByRole('alert')).textContent).toContain(heading);
    expect(screen.getByRole('alert').textContent).toMatch(todo);
    expect(screen.getByLabelText<HTMLInputElement>('招待コード').value).toBe(CODE);
  });

  it('使えないコードでは「もう一度試す」を出しません', async () => {
    const { user } = open({ outcomes: [{ status: 'refused', problem: 'invitation-used' }] });
    await typeCode(user, CODE);
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'もう一度試す' })).toBeNull();
  });

  it('電波がないとコードは残り、「もう一度試す」で登録できます', async () => {
    const { asked, user } = open({
      outcomes: [{ status: 'no-connection' }, { status: 'enrolled', enrolment: enrolmentOf() }],
    });
    await typeCode(user, CODE);
    expect((await screen.findByRole('alert')).textContent).toContain('いまは電波が届かず');
    expect(screen.getByLabelText<HTMLInputElement>('招待コード').value).toBe(CODE);
    await user.click(await button('もう一度試す'));
    expect(await screen.findByText('登録しました')).toBeTruthy();
    expect(asked).toEqual([CODE, CODE]);
  });

  it('前に届かなかったコードは、開き直しても入力欄に残っています', async () => {
    open({ waitingCode: CODE });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('招待コード').value).toBe(CODE));
  });

  it('この端末に保存できないときは、どうすればよいかを言います', async () => {
    const { user } = open({ outcomes: [{ status: 'storage-unavailable' }] });
    await typeCode(user, CODE);
    expect((await screen.findByRole('alert')).textContent).toContain('プライベートブラウズ');
  });

  it('登録ずみなら、だれの登録かを言います', async () => {
    const { user } = open({ enrolled: true, outcomes: [{ status: 'already-enrolled' }] });
    await typeCode(user, CODE);
    expect((await screen.findByRole('alert')).textContent).toContain('配達 太郎さんの登録です');
  });

  it('二度押しても、一度しか登録しません', async () => {
    const { asked } = open();
    fireEvent.click(await button('コードを入力する'));
    fireEvent.input(screen.getByLabelText('招待コード'), { target: { value: CODE } });
    const redeem = await button('このコードで登録する');
    fireEvent.click(redeem);
    fireEvent.click(redeem);
    await screen.findByText('登録しました');
    expect(asked).toEqual([CODE]);
  });
});

describe('カメラで読み取る', () => {
  it.each([
    ['no-camera', 'カメラが見つかりません'],
    ['no-permission', 'カメラを使う許可がありません'],
    ['in-use', 'カメラを開けませんでした'],
    ['no-picture', 'カメラの映像が出ません'],
  ] as const)('%s: どうすればよいかを言い、ほかの二つは使えます', async (status, heading) => {
    const device = deviceOf({}, scannerOf({ startCamera: () => Promise.resolve({ status }) }));
    const { asked, user } = open({ device });
    await user.click(await button('カメラで読み取る'));
    expect((await screen.findByRole('alert')).textContent).toContain(heading);
    expect(screen.getByLabelText('画像から読み取る')).toBeTruthy();
    await typeCode(user, CODE);
    expect(asked).toEqual([CODE]);
  });

  function cameraThatSees(texts: string[]) {
    const stop = vi.fn(() => Promise.resolve());
    const scanner = scannerOf({
      startCamera: (_container, onText) => {
        setTimeout(() => texts.forEach((text) => onText(text)), 0);
        return Promise.resolve({ status: 'running', stop });
      },
    });
    return { device: deviceOf({}, scanner), stop };
  }

  it('招待を写すと登録し、カメラを止めます', async () => {
    const { device, stop } = cameraThatSees([`https://mimamori.test/join#${CODE}`]);
    const { asked, user } = open({ device });
    await user.click(await button('カメラで読み取る'));
    expect(await screen.findByText('登録しました')).toBeTruthy();
    expect(asked).toEqual([CODE]);
    await waitFor(() => expect(stop).toHaveBeenCalled());
  });

  it('ほかのコードなら、みまもりノートのものではないと言い、カメラは続けます', async () => {
    const { device, stop } = cameraThatSees(['https://example.com/', 'https://example.com/']);
    const { asked, user } = open({ device });
    await user.click(await button('カメラで読み取る'));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'このコードは、みまもりノートのものではありません',
    );
    expect(await button('カメラを止める')).toBeTruthy();
    expect(stop).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });

  it('登録ずみの端末で構成員証を写すと、その構成員証の画面へ進みます', async () => {
    const { device } = cameraThatSees(['https://mimamori.test/v/abc.def']);
    const { onBadge, user } = open({ device, enrolled: true });
    await user.click(await button('カメラで読み取る'));
    await waitFor(() => expect(onBadge).toHaveBeenCalledWith('abc.def'));
  });

  it('登録していない端末では、構成員証は登録に使えないと言います', async () => {
    const { device } = cameraThatSees(['https://mimamori.test/v/abc.def']);
    const { user } = open({ device });
    await user.click(await button('カメラで読み取る'));
    expect((await screen.findByRole('alert')).textContent).toContain('登録には使えません');
  });

  it('「カメラを止める」で止まります', async () => {
    const { device, stop } = cameraThatSees([]);
    const { user } = open({ device });
    await user.click(await button('カメラで読み取る'));
    await screen.findByText(/画面いっぱいに/);
    await user.click(await button('カメラを止める'));
    await waitFor(() => expect(stop).toHaveBeenCalled());
  });
});

describe('画像から読み取る', () => {
  const choose = (user: ReturnType<typeof userEvent.setup>) =>
    user.upload(
      screen.getByLabelText('画像から読み取る'),
      new File(['x'], 'slip.png', { type: 'image/png' }),
    );

  it('招待の写った画像で登録できます', async () => {
    const readPicture = () => Promise.resolve({ status: 'read', text: GROUPED } as const);
    const { asked, user } = open({ device: deviceOf({}, scannerOf({ readPicture })) });
    await choose(user);
    expect(await screen.findByText('登録しました')).toBeTruthy();
    expect(asked).toEqual([CODE]);
  });

  it.each([
    ['no-code', 'この画像から、コードを読み取れませんでした'],
    ['not-a-picture', '画像として開けませんでした'],
  ] as const)('%s: 読めないわけと、ほかの方法を言います', async (status, heading) => {
    const readPicture = () => Promise.resolve({ status });
    const { user } = open({ device: deviceOf({}, scannerOf({ readPicture })) });
    await choose(user);
    expect((await screen.findByRole('alert')).textContent).toContain(heading);
  });
});

describe('読み取りの部品がまだないとき', () => {
  it('そう言って、コードの入力欄をはじめから開きます', async () => {
    const { asked, user } = open({ device: deviceOf({}, null) });
    expect(await screen.findByText('読み取りの準備が、まだできていません')).toBeTruthy();
    await user.type(await screen.findByLabelText('招待コード'), CODE);
    await user.click(await button('このコードで登録する'));
    expect(asked).toEqual([CODE]);
  });
});

describe('招待のリンクから開いたとき', () => {
  it('押すまでは登録せず、「この招待で登録する」で登録します', async () => {
    const { asked, user } = open({ startWithCode: CODE });
    const redeem = await button('この招待で登録する');
    expect(asked).toEqual([]);
    await user.click(redeem);
    expect(asked).toEqual([CODE]);
  });

  it('途中で切れたリンクは、残りを入力欄に入れて、打ち足せます', async () => {
    open({ startWithCode: CODE.slice(0, 20) });
    expect((await screen.findByLabelText<HTMLInputElement>('招待コード')).value).toBe(CODE.slice(0, 20));
    expect(screen.queryByRole('button', { name: 'この招待で登録する' })).toBeNull();
  });

  it('iPhoneのSafariでは、先にホーム画面への追加をすすめ、コードを見せます', async () => {
    const device = deviceOf({ install: () => ({ surface: 'ios', system: 'ios', installed: false }) });
    const { asked, user } = open({ startWithCode: CODE, device });
    expect(await screen.findByText('先に、ホーム画面に追加してください')).toBeTruthy();
    expect(screen.getByText(GROUPED)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'この招待で登録する' })).toBeNull();
    await user.click(await button('できないときは、ここで登録する'));
    await user.click(await button('この招待で登録する'));
    expect(asked).toEqual([CODE]);
  });

  it('ホーム画面から開いたiPhoneでは、すぐ登録できます', async () => {
    const device = deviceOf({ install: () => ({ surface: 'ios', system: 'ios', installed: true }) });
    open({ startWithCode: CODE, device });
    expect(await button('この招待で登録する')).toBeTruthy();
  });

  it('LINEの中では、ブラウザで開くようにすすめます', async () => {
    const device = deviceOf({ install: () => ({ surface: 'in-app', system: 'android', installed: false }) });
    open({ startWithCode: CODE, device });
    expect(await screen.findByText('先に、Chromeで開いてください')).toBeTruthy();
  });
});

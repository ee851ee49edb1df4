// 「記録」: every draft and record of this phone, and what can be done with each.
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import RecordsPage from '../../../src/features/records/RecordsPage';
import type { RecordSummary } from '../../../src/services';
import { findBarriers } from '../../support/axe';
import { fakeServices } from '../../support/fake-services';
import { draftOf, enrolmentOf, summaryOf } from '../../support/samples';

const NOW = new Date('2026-11-23T00:05:00.000Z');
const idOf = (n: number) => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;
const DRAFT = summaryOf({
  id: idOf(1),
  state: { status: 'draft', savedAt: '2026-11-20T00:00:00.000Z', expiresAt: '2026-12-20T00:00:00.000Z' },
  writtenAt: '2026-11-20T00:00:00.000Z',
  signs: [],
});
const WAITING = summaryOf({
  id: idOf(2),
  state: { status: 'waiting', nextTryAt: '2026-11-23T00:10:00.000Z' },
  signs: ['OUT-07', 'ME-01'],
});
const DELIVERED = summaryOf({
  id: idOf(3),
  receiptNo: 'K-2026-0123',
  receivedAt: '2026-11-23T00:01:00.000Z',
  photosWaiting: 1,
});
const DONE = summaryOf({ id: idOf(4), state: { status: 'done' }, place: 'shop', signs: ['SH-01'] });

function showRecords(records: RecordSummary[], options: Parameters<typeof fakeServices>[0] = {}) {
  const world = fakeServices({ now: () => NOW, records, ...options });
  const { container } = render(<RecordsPage services={world.services} now={() => NOW} />);
  return { ...world, container, user: userEvent.setup() };
}
const cards = () => screen.getAllByRole('listitem').filter((item) => item.className === 'record-card');

describe('the list', () => {
  it('keeps the order it is given, newest first, with the word of state, place, sign and receipt number', async () => {
    showRecords([DRAFT, WAITING, DELIVERED, DONE]);
    await screen.findByText('送信待ち');
    expect(cards().map((card) => card.querySelector('.ui-state')?.textContent)).toEqual([
      'この端末に保存しました',
      '送信待ち',
      '事務局に届きました',
      '完了',
    ]);
    const delivered = within(cards()[2]!);
    expect(delivered.getByText('受付番号 K-2026-0123')).toBeDefined();
    expect(delivered.getByText('届いた日時 11月23日(月) 午前9:01')).toBeDefined();
    expect(delivered.getByText('写真 1枚は送信待ちです')).toBeDefined();
    expect(delivered.getByRole('link', { name: /自宅の外.*玄関先で/ }).getAttribute('href')).toBe(
      `/sightings/${DELIVERED.id}`,
    );
    expect(within(cards()[1]!).getByText(/ほか1件/)).toBeDefined();
  });

  it('changes by itself when the secretariat has it', async () => {
    const { records } = showRecords([WAITING]);
    await screen.findByText('送信待ち');
    records.set([{ ...WAITING, state: { status: 'delivered' }, receiptNo: 'K-2026-0200' }]);
    await screen.findByText('事務局に届きました');
    expect(screen.getByText('受付番号 K-2026-0200')).toBeDefined();
  });

  it('when empty says so and leads to 「気づきを記録する」', async () => {
    const { container } = showRecords([]);
    await screen.findByText('まだ記録はありません');
    expect(screen.getByRole('link', { name: '気づきを記録する' }).getAttribute('href')).toBe(
      '/sightings/new',
    );
    expect(await findBarriers(container)).toEqual([]);
  });

  it('is searched by sign, place and receipt number, in kana too, and filtered by state', async () => {
    const { user } = showRecords([DRAFT, WAITING, DELIVERED, DONE]);
    await user.click(await screen.findByRole('button', { name: '記録をさがす' }));
    const query = screen.getByRole('searchbox', { name: '記録をさがす' });
    await user.type(query, 'atm');
    expect(cards()).toHaveLength(1);
    await user.clear(query);
    await user.type(query, 'ｋ-2026-0123');
    expect(cards()).toHaveLength(1);
    await user.clear(query);
    await user.click(screen.getByRole('radio', { name: '下書き' }));
    expect(screen.getByText('1件')).toBeDefined();
    await user.type(query, '宇宙');
    expect(screen.getByText('あてはまる記録はありません')).toBeDefined();
  });

  it('has no barriers', async () => {
    const refused = summaryOf({
      id: idOf(5),
      state: { status: 'refused', problem: 'invalid-body', button: 'mend' },
    });
    const { container, user } = showRecords([DRAFT, WAITING, DELIVERED, DONE, refused]);
    await user.click(await screen.findByRole('button', { name: '記録をさがす' }));
    await user.click(screen.getByRole('button', { name: '取り消す' }));
    expect(await findBarriers(container)).toEqual([]);
  });
});

describe('a draft', () => {
  it('says how old it is and when it goes, and opens for writing', async () => {
    showRecords([DRAFT]);
    await screen.findByText('3日前に書きはじめました');
    expect(screen.getByText('あと27日で、自動で消えます')).toBeDefined();
    expect(screen.getByRole('link', { name: '続きを書く' }).getAttribute('href')).toBe(
      `/sightings/new?draft=${DRAFT.id}`,
    );
  });

  it('is deleted only after asking in place', async () => {
    const { user, drafts } = showRecords([DRAFT], { drafts: [draftOf({ id: DRAFT.id })] });
    await user.click(await screen.findByRole('button', { name: 'この下書きを消す' }));
    await user.click(screen.getByRole('button', { name: '消さない' }));
    expect(drafts.size).toBe(1);
    await user.click(screen.getByRole('button', { name: 'この下書きを消す' }));
    await user.click(screen.getByRole('button', { name: '消す' }));
    await screen.findByText('まだ記録はありません');
    expect(drafts.size).toBe(0);
  });
});

describe('a waiting record', () => {
  it('says that it goes by itself, and can be withdrawn after asking', async () => {
    const { user, log } = showRecords([WAITING]);
    await screen.findByText('電波が入ると自動で送ります');
    expect(screen.getByText('次に送るのは 9:10 ごろです')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '取り消す' }));
    expect(log).toEqual([]);
    await user.click(screen.getByRole('button', { name: '取り消す' }));
    await screen.findByText('取り消しました');
    expect(log).toEqual(['withdraw']);
  });

  it('without enrolment says 「登録すると送られます」', async () => {
    showRecords([WAITING], { enrolment: null });
    expect(await screen.findByText('登録すると送られます')).toBeDefined();
    expect(screen.queryByText(/電波が入ると/)).toBeNull();
  });
});

describe('「送れませんでした」 has the reason and exactly one button', () => {
  const refused = (button: 'mend' | 'enrol-again' | 'call-secretariat' | 'send-again') =>
    summaryOf({ state: { status: 'refused', problem: 'token-wrong', button } });
  const controls = () => [...cards()[0]!.querySelectorAll('.record-refused :is(a, button)')];

  it.each([
    ['mend', '直して送る', `/sightings/new?draft=${summaryOf().id}`],
    ['enrol-again', 'もう一度登録する', '/badge'],
    ['call-secretariat', '事務局に電話する（0123-45-6789）', 'tel:0123-45-6789'],
  ] as const)('%s', async (button, name, href) => {
    showRecords([refused(button)]);
    const link = await screen.findByRole('link', { name });
    expect(link.getAttribute('href')).toBe(href);
    expect(screen.getByText('この端末の登録を確かめられませんでした。')).toBeDefined();
    expect(controls()).toHaveLength(1);
  });

  it('send-again offers it again', async () => {
    const { user, log } = showRecords([refused('send-again')]);
    await user.click(await screen.findByRole('button', { name: 'もう一度送る' }));
    expect(log).toEqual(['send-again']);
    await screen.findByText('送信待ち');
  });

  it('calling falls back to sending again where the number is not known', async () => {
    showRecords([refused('call-secretariat')], { enrolment: enrolmentOf({}, { secretariat: null }) });
    await waitFor(() => expect(controls()).toHaveLength(1));
    expect(screen.getByRole('button', { name: 'もう一度送る' })).toBeDefined();
  });
});

describe('on a phone that keeps nothing', () => {
  it('says what to do instead of 「まだ記録はありません」', async () => {
    const world = fakeServices({ now: () => NOW, records: [] });
    world.services.storage.watch = (onValue) => {
      onValue({ writable: false, persisted: null, usedBytes: null, freeBytes: null, quarantined: 0 });
      return () => undefined;
    };
    render(<RecordsPage services={world.services} now={() => NOW} />);
    expect(await screen.findByText(/ふつうの画面で開き直してください/)).toBeTruthy();
    expect(screen.queryByText('まだ記録はありません')).toBeNull();
  });
});

import { act, fireEvent, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { aCase, FakeDesk, NOON, OFFICER } from './fake-desk';
import { asInput, openDesk } from './open-desk';

function deskWith(...details: ReturnType<typeof aCase>[]) {
  const desk = new FakeDesk();
  desk.add(...details);
  return desk;
}
const numbers = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map((header) => within(header).getByRole('link').textContent);

describe('受付箱', () => {
  it('tells what each case is in words: urgency, state, time and age, place, signs, organisation, photos', async () => {
    const detail = aCase({
      receiptNo: 'K-2026-0123',
      signs: ['OUT-03', 'ME-03', 'ME-01', 'ME-02'],
      photos: { expected: 2, complete: 1 },
      marked: true,
    });
    const { findByRole } = await openDesk('/desk', deskWith(detail));
    const row = within(await findByRole('table')).getAllByRole('row')[1]!;
    for (const words of [
      '緊急',
      '受付',
      '11月24日(火) 午前9:25',
      '5分前',
      '自宅の外',
      '玄関先で長いやりとりが続く',
      '他2件',
      '訪問販売',
      '見本宅配',
      'なし',
      '2枚',
      '届いている途中',
      '個人情報の疑い',
    ])
      // prettier-ignore
      expect(row.textContent).toContain(words);
  });

  it('shows urgent cases first and who looks after each', async () => {
    const info = aCase({ urgency: 'info', receiptNo: 'K-2026-2001' });
    const urgent = aCase({ urgency: 'emergency', receiptNo: 'K-2026-2002', state: 'reviewing' });
    const { findByRole } = await openDesk('/desk', deskWith(info, urgent));
    const table = await findByRole('table');
    expect(numbers(table)).toEqual(['K-2026-2002', 'K-2026-2001']);
    expect(within(table).getAllByRole('row')[1]!.textContent).toContain(OFFICER.displayName);
  });

  it('renews itself when something arrives, counts 受付 in the title, and calls out an urgent one', async () => {
    const { desk, live, findByText, getByRole, queryByText } = await openDesk('/desk', deskWith(aCase()));
    await expect.poll(() => document.title).toContain('（1）受付箱');
    expect(queryByText(/緊急の気づきが届きました/)).toBeNull();
    const arrived = aCase({ receiptNo: 'K-2026-0999' });
    desk.add(arrived);
    await act(() => live.tell({ kind: 'cases', recordId: arrived.row.recordId }));
    await findByText(/緊急の気づきが届きました/);
    expect(getByRole('alert').textContent).toContain('K-2026-0999');
    await expect.poll(() => document.title).toContain('（2）受付箱');
    expect(numbers(getByRole('table'))).toContain('K-2026-0999');
  });

  it('does not call out a new case that is not urgent', async () => {
    const { desk, live, findByRole, queryByText } = await openDesk('/desk', deskWith());
    desk.add(aCase({ urgency: 'medium', receiptNo: 'K-2026-0500' }));
    await act(() => live.tell(null));
    await findByRole('link', { name: 'K-2026-0500' });
    expect(queryByText(/緊急の気づきが届きました/)).toBeNull();
  });

  it('says whether it renews itself', async () => {
    const { live, findByText } = await openDesk('/desk', deskWith(aCase()));
    await findByText('自動で更新しています');
    await act(() => live.say('reconnecting'));
    await findByText('つながっていません。再接続しています');
  });

  it('keeps the list and says what to do when the server is away', async () => {
    const { desk, live, findByRole, getByRole } = await openDesk('/desk', deskWith(aCase()));
    await findByRole('table');
    desk.instead.push({ status: 'unreachable' });
    await act(() => live.tell(null));
    await expect
      .poll(() => document.querySelector('main')?.textContent)
      .toContain('最後に読み込んだ内容です');
    getByRole('table');
  });

  it('marks what has waited too long', async () => {
    const waiting = aCase({ receivedAt: new Date(NOON - 16 * 60_000).toISOString() });
    const { findByText } = await openDesk('/desk', deskWith(waiting));
    await findByText('確認待ち超過');
    await findByText('目安の時間を過ぎている件が1件あります');
  });

  it('filters by state and by text, and says so when nothing is left', async () => {
    const { user, findByRole, getByRole, getByLabelText, findByText } = await openDesk(
      '/desk',
      deskWith(aCase({ receiptNo: 'K-2026-3001' }), aCase({ receiptNo: 'K-2026-3002', state: 'closed' })),
    );
    await findByRole('table');
    expect(getByRole('button', { name: 'すべて2' }).getAttribute('aria-pressed')).toBe('true');
    await user.click(getByRole('button', { name: '完了1' }));
    await expect.poll(() => numbers(getByRole('table'))).toEqual(['K-2026-3002']);
    await user.type(getByLabelText(/絞り込み/), '3001');
    await findByText('絞り込みに合う件はありません。');
    await user.click(getByRole('button', { name: '絞り込みをやめる' }));
    await expect.poll(() => numbers(getByRole('table'))).toEqual(['K-2026-3001', 'K-2026-3002']);
  });

  it('finds words of the free text by asking the server, once typing has paused', async () => {
    const { user, findByRole, findByText, getByLabelText, pass } = await openDesk(
      '/desk',
      deskWith(aCase({ receiptNo: 'K-2026-3003' }, { freeText: '白い軽トラック' }), aCase()),
    );
    await findByRole('table');
    await user.type(getByLabelText(/絞り込み/), '軽トラック');
    await findByText('絞り込みに合う件はありません。');
    await expect
      .poll(async () => {
        await pass(1);
        return document.querySelectorAll('tbody tr').length;
      })
      .toBe(1);
    await findByRole('link', { name: 'K-2026-3003' });
  });

  it('says what to do while it is empty', async () => {
    const { findByRole, findByText } = await openDesk('/desk', deskWith());
    await findByText('まだ気づきは届いていません。');
    expect((await findByRole('link', { name: '招待をつくる' })).getAttribute('href')).toBe(
      '/desk/invitations',
    );
  });
});

describe('the keys of 受付箱', () => {
  const three = () =>
    deskWith(
      aCase({ urgency: 'emergency', receiptNo: 'K-2026-4001' }),
      aCase({ urgency: 'high', receiptNo: 'K-2026-4002' }),
      aCase({ urgency: 'info', receiptNo: 'K-2026-4003' }),
    );
  const focused = () => document.activeElement?.textContent;

  it('j and k move between rows and stop at the ends; Enter opens', async () => {
    const { user, findByRole, findByText } = await openDesk('/desk', three());
    await findByRole('table');
    await user.keyboard('j');
    expect(focused()).toBe('K-2026-4001');
    await user.keyboard('jjj');
    expect(focused()).toBe('K-2026-4003');
    await user.keyboard('k');
    expect(focused()).toBe('K-2026-4002');
    await user.keyboard('{Enter}');
    await findByText('受付番号 K-2026-4002');
  });

  it('/ goes to the filter, where letters are letters', async () => {
    const { user, findByRole, getByLabelText } = await openDesk('/desk', three());
    await findByRole('table');
    await user.keyboard('/');
    const search = asInput(getByLabelText(/絞り込み/));
    expect(document.activeElement).toBe(search);
    await user.keyboard('jk?/');
    expect(search.value).toBe('jk?/');
    expect(document.activeElement).toBe(search);
  });

  it('are silent while an IME composes or with Ctrl', async () => {
    const { findByRole } = await openDesk('/desk', three());
    await findByRole('table');
    const before = document.activeElement;
    fireEvent.keyDown(document.body, { key: 'j', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'j', ctrlKey: true });
    expect(document.activeElement).toBe(before);
  });

  it('? explains them and keeps them quiet until it is closed', async () => {
    const { user, findByRole, getByRole, queryByRole } = await openDesk('/desk', three());
    await findByRole('table');
    await user.keyboard('?');
    const help = await findByRole('dialog', { name: 'キー操作' });
    within(help).getByText('次の件へ');
    await user.keyboard('j');
    expect(focused()).not.toBe('K-2026-4001');
    await user.click(within(help).getByRole('button', { name: '閉じる' }));
    await expect.poll(() => queryByRole('dialog')).toBeNull();
    await user.keyboard('j');
    expect(focused()).toBe('K-2026-4001');
    getByRole('table');
  });

  it('can be switched off, and stay off when the page is opened again', async () => {
    const { user, findByRole, getByRole, unmount } = await openDesk('/desk', three());
    await findByRole('table');
    await user.click(getByRole('button', { name: /キー操作/ }));
    const help = await findByRole('dialog', { name: 'キー操作' });
    await user.click(within(help).getByRole('checkbox', { name: '1文字のキー操作を使う' }));
    await user.click(within(help).getByRole('button', { name: '閉じる' }));
    await user.keyboard('j');
    expect(focused()).not.toBe('K-2026-4001');
    unmount();
    const again = await openDesk('/desk', three());
    await again.findByRole('table');
    await again.user.keyboard('j');
    expect(focused()).not.toBe('K-2026-4001');
    window.localStorage.clear();
  });
});

describe('moving between screens', () => {
  it('puts the focus on the heading of a case, and back on its row', async () => {
    const detail = aCase({ receiptNo: 'K-2026-5001' });
    const { user, findByRole, getByRole } = await openDesk('/desk', deskWith(detail, aCase()));
    await user.click(await findByRole('link', { name: 'K-2026-5001' }));
    const heading = await findByRole('heading', { level: 1, name: '受付番号 K-2026-5001' });
    await expect.poll(() => document.activeElement).toBe(heading);
    await user.click(getByRole('link', { name: '受付箱に戻る' }));
    await expect.poll(() => document.activeElement?.textContent).toBe('K-2026-5001');
  });
});

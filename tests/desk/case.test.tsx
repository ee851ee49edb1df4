import { act, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { CASE_STATES, type CaseState } from '../../src/domain/case-state';
import { aCase, FakeDesk, NOON, OFFICER } from './fake-desk';
import { asTextArea, openDesk } from './open-desk';
import { testId } from '../support/sightings';

async function openCase(detail: ReturnType<typeof aCase>, others: ReturnType<typeof aCase>[] = []) {
  const desk = new FakeDesk();
  desk.add(detail, ...others);
  const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
  await screen.findByRole('heading', { level: 1, name: `受付番号 ${detail.row.receiptNo}` });
  return screen;
}

describe('読めない報告', () => {
  const unreadable = () =>
    aCase({ contents: 'unreadable', unreadable: 'wrong-key-or-changed', urgency: 'high', signs: [] });

  it('says why and what happens now, with its receipt number, and can be worked on', async () => {
    const detail = { ...unreadable(), sighting: null };
    const { getByRole, getByText } = await openCase(detail);
    expect(getByRole('heading', { level: 2, name: '読めない報告' })).toBeDefined();
    expect(getByText('鍵が合わないか、届くまでに内容が変わっています。')).toBeDefined();
    expect(getByText(/同じ受付番号で届きます/)).toBeDefined();
  });

  it('stands in the inbox as what it is', async () => {
    const desk = new FakeDesk();
    const detail = { ...unreadable(), sighting: null };
    desk.add(detail);
    const { findByRole } = await openDesk('/desk', desk);
    const row = (await findByRole('link', { name: detail.row.receiptNo })).closest('tr')!;
    expect(within(row).getByText('読めない報告')).toBeDefined();
    expect(within(row).getByText('不明')).toBeDefined();
  });
});

describe('a case', () => {
  it('shows every answer in the words of the sheet, the member with kind, and not what the sheet hid', async () => {
    const { getByRole, queryByText } = await openCase(
      aCase(
        {},
        {
          signs: ['OUT-03'],
          otherSign: '見慣れない軽トラック',
          freeText: '白い車が30分止まっていた',
          moneyStatus: 'about_to',
          approach: 'not_yet',
          reaction: 'upset',
          household: 'alone',
          careNeeds: ['hearing'],
          docReceivedOn: '2026-11-20',
          area: '北小学校区',
          contactBack: 'phone',
          personalDataMarks: ['phone'],
        },
      ),
    );
    const main = getByRole('main').textContent ?? '';
    for (const words of [
      '玄関先で長いやりとりが続く、業者が帰らない',
      '声かけの例: 「こんにちは、配達です。何かお困りですか。」',
      '本人の安全が第一',
      '見慣れない軽トラック',
      '白い車が30分止まっていた',
      'これから払う・渡すところ',
      '一人暮らし',
      '聞こえにくい',
      '北小学校区',
      '電話がほしい',
      '書かれた文に個人情報（電話番号）',
      '2026年11月27日(金)まで（残り4日）',
      '構成員田中 見本',
      '構成団体見本宅配',
      '外勤（配達・訪問など）',
    ])
      // prettier-ignore
      expect(main).toContain(words);
    // 声かけをしていないので「本人の反応」は出ない
    expect(queryByText('本人の反応')).toBeNull();
  });

  it('shows photos that are there, says which are still coming, and opens one in full size', async () => {
    const detail = aCase();
    detail.photos = [
      { sha256: 'a'.repeat(64), complete: true },
      { sha256: 'b'.repeat(64), complete: false },
    ];
    const { user, getByText, getByRole, findByRole, queryByRole } = await openCase(detail);
    getByText('写真は届いている途中です');
    await user.click(getByRole('button', { name: '写真 1枚目を大きく表示する' }));
    const dialog = await findByRole('dialog', { name: '写真 1枚目' });
    expect(within(dialog).getByRole('img').getAttribute('src')).toContain('a'.repeat(64));
    await user.click(within(dialog).getByRole('button', { name: '閉じる' }));
    expect(queryByRole('dialog')).toBeNull();
  });

  it('shows what the member did with an instruction', async () => {
    const detail = aCase({ state: 'in_progress' });
    detail.instructions.push({
      id: testId(),
      instruction: {
        recordId: detail.row.recordId,
        template: 'T01',
        text: '相談をすすめてください',
        numbers: [],
        questions: [],
        requestNo: null,
        sentAt: new Date(NOON - 3_600_000).toISOString(),
        retractedAt: null,
      },
      seenAt: new Date(NOON - 1_800_000).toISOString(),
      startedAt: null,
      doneAt: null,
      done: ['gave_188', 'told_company'],
    });
    const { getByText } = await openCase(detail);
    expect(getByText('見ました').textContent).toContain('午前9:00');
    getByText('まだとりかかっていません');
    getByText('188の番号を伝えた');
    getByText('社内にも伝えた');
  });

  it('renews itself when the member does something', async () => {
    const detail = aCase({ state: 'instructed' });
    const { desk, live, findByText } = await openCase(detail);
    const later = structuredClone(detail);
    later.row.version += 1;
    later.events.push({
      at: new Date(NOON).toISOString(),
      by: 'member',
      officer: null,
      kind: 'supplement',
      text: '車は帰りました',
    });
    desk.add(later);
    await act(() => live.tell({ kind: 'cases', recordId: detail.row.recordId }));
    await findByText('車は帰りました');
  });

  it('that does not exist says so', async () => {
    const { findByText } = await openDesk(`/desk/cases/${testId()}`);
    await findByText(/見つかりません。一覧に戻って/);
  });
});

const BUTTONS: Record<CaseState, string[]> = {
  draft: [],
  queued: [],
  received: ['担当する'],
  reviewing: ['指示を送る', '同じ件にまとめる'],
  need_info: ['確認に戻す'],
  need_personal: ['確認に戻す'],
  instructed: ['完了にする'],
  in_progress: ['完了にする', '確認に戻す'],
  closed: ['確認に戻す'],
  merged: [],
  withdrawn: [],
};

describe('the next steps', () => {
  it.each(CASE_STATES)('of a case in %s are only those that the state allows', async (state) => {
    const { queryByRole } = await openCase(aCase({ state }));
    const group = queryByRole('group', { name: '次にできること' });
    const shown = group
      ? within(group)
          .getAllByRole('button')
          .map((button) => button.textContent)
      : [];
    expect(shown).toEqual(BUTTONS[state]);
  });

  it('「担当する」 takes the case', async () => {
    const { user, getByRole, findByText } = await openCase(aCase());
    await user.click(getByRole('button', { name: '担当する' }));
    await findByText(/担当になりました/);
    await findByText(`担当 ${OFFICER.displayName}`);
    getByRole('button', { name: '指示を送る' });
  });

  it('「確認に戻す」 asks for the reason first', async () => {
    const { user, getByRole, getByLabelText, findByText, desk } = await openCase(aCase({ state: 'closed' }));
    await user.click(getByRole('button', { name: '確認に戻す' }));
    await user.click(getByRole('button', { name: '理由を残して確認に戻す' }));
    await findByText(/理由を書いてください/);
    expect(desk.acted).toEqual([]);
    await user.type(getByLabelText('理由'), '新しい情報が入った');
    await user.click(getByRole('button', { name: '理由を残して確認に戻す' }));
    await findByText('確認中に戻しました。');
    expect(desk.acted[0]).toMatchObject({ kind: 'review-again', reason: '新しい情報が入った', version: 1 });
  });

  it('「同じ件にまとめる」 takes a number in full width, and names a number that is not there', async () => {
    const { user, getByRole, getByLabelText, findByText, desk } = await openCase(
      aCase({ state: 'reviewing' }),
    );
    await user.click(getByRole('button', { name: '同じ件にまとめる' }));
    await user.type(getByLabelText('まとめる先の受付番号'), 'ｋー２０２６ー０００９');
    desk.instead.push({ status: 'problem', code: 'not-found' });
    await user.click(getByRole('button', { name: 'この番号の件にまとめる' }));
    await findByText(/その受付番号の件が見つかりません/);
    await user.click(getByRole('button', { name: 'この番号の件にまとめる' }));
    await findByText('同じ件にまとめました。');
    expect(desk.acted.at(-1)).toMatchObject({ kind: 'merge', intoReceiptNo: 'K-2026-0009' });
  });

  it('another officer’s case can be taken over', async () => {
    const other = { id: testId(), name: 'mori', displayName: '森 担当' };
    const { user, getByRole, findByText, queryByRole } = await openCase(
      aCase({ state: 'reviewing', assignee: other }),
    );
    await user.click(getByRole('button', { name: '担当を代わる' }));
    await findByText(`担当 ${OFFICER.displayName}`);
    expect(queryByRole('button', { name: '担当を代わる' })).toBeNull();
  });
});

describe('closing', () => {
  it('prefills the feedback from the outcome, lets it be changed, and sends it', async () => {
    const { user, getByRole, getByLabelText, findByText, desk } = await openCase(
      aCase({ state: 'in_progress', receiptNo: 'K-2026-0777' }),
    );
    await user.click(getByRole('button', { name: '完了にする' }));
    await user.click(getByLabelText('警察が対応しました'));
    const text = asTextArea(getByLabelText('構成員へのフィードバック'));
    expect(text.value).toContain('受付番号 K-2026-0777 は完了しました。結果: 警察が対応しました');
    expect(text.value).not.toMatch(/[{}]/);
    await user.type(text, '助かりました。');
    await user.click(getByLabelText('見守りを続けることになりました'));
    expect(text.value).toContain('助かりました。');
    await user.click(getByRole('button', { name: 'フィードバックを送って完了にする' }));
    await findByText('フィードバックを送り、完了にしました。');
    expect(desk.acted[0]).toMatchObject({ kind: 'close', outcome: 'watching' });
  });

  it('is refused without words, and the field is focused', async () => {
    const { user, getByRole, getByLabelText, findByText, desk } = await openCase(
      aCase({ state: 'instructed' }),
    );
    await user.click(getByRole('button', { name: '完了にする' }));
    await user.click(getByRole('button', { name: 'フィードバックを送って完了にする' }));
    await findByText(/結果を選んでください/);
    await user.click(getByLabelText('地域の情報として活用します'));
    await user.clear(getByLabelText('構成員へのフィードバック'));
    await user.click(getByRole('button', { name: 'フィードバックを送って完了にする' }));
    await findByText(/フィードバックの文を書いてください/);
    expect(document.activeElement).toBe(getByLabelText('構成員へのフィードバック'));
    expect(desk.acted).toEqual([]);
  });
});

describe('庁内メモ', () => {
  it('is kept apart from what the member sees and lands in the timeline', async () => {
    const { user, getByRole, getByLabelText, findByText } = await openCase(aCase({ state: 'reviewing' }));
    await user.type(getByLabelText(/メモ（構成員には見えません）/), 'センターに電話済み');
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByText('庁内メモを残しました。');
    const entry = await findByText('センターに電話済み');
    expect(entry.closest('li')?.textContent).toContain('庁内メモ');
  });

  it('survives a reload half-written', async () => {
    const detail = aCase({ state: 'reviewing' });
    const first = await openCase(detail);
    await first.user.type(first.getByLabelText(/メモ（構成員には見えません）/), '書きかけ');
    first.unmount();
    const second = await openCase(detail);
    expect(asTextArea(second.getByLabelText(/メモ（構成員には見えません）/)).value).toBe('書きかけ');
  });
});

describe('when the server refuses or is away', () => {
  it('a case moved by somebody else is loaded anew, with the words still there', async () => {
    const detail = aCase({ state: 'reviewing' });
    const { user, getByRole, getByLabelText, findByText, desk } = await openCase(detail);
    await user.type(getByLabelText(/メモ（構成員には見えません）/), '大事なこと');
    const moved = structuredClone(detail);
    moved.row.version = 7;
    moved.row.state = 'instructed';
    desk.add(moved);
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByText(/ほかの人が先にこの件を動かしました/);
    expect(asTextArea(getByLabelText(/メモ（構成員には見えません）/)).value).toBe('大事なこと');
    getByRole('button', { name: '完了にする' });
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByText('庁内メモを残しました。');
  });

  it('an answer lost on the way makes the second press the same action, not a second note', async () => {
    const detail = aCase({ state: 'reviewing' });
    const { user, getByRole, getByLabelText, findByText, getAllByText, desk } = await openCase(detail);
    await user.type(getByLabelText(/メモ（構成員には見えません）/), '一度だけ');
    desk.loseNextAnswer = true;
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByText(/サーバーにつながりません/);
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByText('庁内メモを残しました。');
    expect(getAllByText('一度だけ')).toHaveLength(1);
  });
});

// 記録の流れ: what became of a record, and the member's answers to the secretariat.
import { SENT_SEALED } from '../../../src/i18n/ja/record';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import RecordPage from '../../../src/features/records/RecordPage';
import type { RecordDetail, TimelineEntry } from '../../../src/services';
import { findBarriers } from '../../support/axe';
import { fakeServices } from '../../support/fake-services';
import { detailOf, openInstructionOf, summaryOf } from '../../support/samples';

const NOW = new Date('2026-11-23T00:05:00.000Z');
const RECORD = summaryOf().id;
const at = (minute: number) => new Date(Date.parse('2026-11-22T23:00:00Z') + minute * 60_000).toISOString();
const T01 = openInstructionOf({}, { numbers: [{ label: '見本市消費生活センター', tel: '#9110' }] });
const JOURNEY: TimelineEntry[] = [
  { at: at(0), waiting: false, kind: 'written' },
  { at: at(1), waiting: false, kind: 'queued' },
  { at: at(2), waiting: false, kind: 'received', receiptNo: 'K-2026-0123' },
  { at: at(5), waiting: false, kind: 'case-state', state: 'reviewing' },
  { at: at(9), waiting: false, kind: 'instruction', instructionId: T01.id, instruction: T01.instruction },
];
const INSTRUCTED = detailOf({
  summary: summaryOf({ state: { status: 'instructed' }, receiptNo: 'K-2026-0123', receivedAt: at(2) }),
  timeline: JOURNEY,
  instructions: [T01],
});

async function showRecord(detail: RecordDetail, options: Parameters<typeof fakeServices>[0] = {}) {
  const world = fakeServices({ now: () => NOW, details: [detail], ...options });
  const { container, unmount } = render(
    <RecordPage services={world.services} recordId={RECORD} now={() => NOW} />,
  );
  await screen.findByText('これまでの流れ');
  return { ...world, container, unmount, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });
const timeline = () =>
  within(screen.getByRole('region', { name: 'これまでの流れ' })).getAllByRole('listitem');

describe('the timeline', () => {
  it('tells the way from writing to the instruction, oldest first, with times and receipt number', async () => {
    await showRecord(INSTRUCTED);
    expect(timeline().map((entry) => entry.querySelector('p')?.textContent)).toEqual([
      'この端末に保存しました',
      '送信の順番に入れました',
      '事務局に届きました',
      '事務局が確認しました',
      '事務局からの指示',
    ]);
    expect(within(timeline()[2]!).getByText('受付番号 K-2026-0123')).toBeDefined();
    expect(within(timeline()[2]!).getByText('11月23日(月) 午前8:02')).toBeDefined();
  });

  it('is live: what arrives while looking is shown', async () => {
    const world = await showRecord(detailOf({ timeline: JOURNEY.slice(0, 3) }));
    world.serverSays(RECORD, { at: at(5), waiting: false, kind: 'case-state', state: 'reviewing' });
    await screen.findByText('事務局が確認しました');
  });

  it('marks what has not left the phone with 「送信待ち」', async () => {
    const { user } = await showRecord(INSTRUCTED);
    await user.click(button('補足を送る'));
    await user.type(screen.getByLabelText('補足'), '白い軽トラックでした');
    await user.click(button('補足を送る'));
    await screen.findByText('補足を書きました');
    const last = within(timeline().at(-1)!);
    expect(last.getByText('送信待ち')).toBeDefined();
    // what was written is sealed: this phone says that, and cannot show it again
    expect(last.getByText(/事務局だけが読めるように封をしました/)).toBeDefined();
    expect(last.queryByText('白い軽トラックでした')).toBeNull();
  });

  it('says of what was written in words that only the secretariat can read it', async () => {
    const at = '2026-11-23T00:10:00.000Z';
    await showRecord(
      detailOf({
        timeline: [
          ...JOURNEY,
          { at, waiting: false, kind: 'supplement' },
          { at, waiting: true, kind: 'done', instructionId: 'i', done: ['gave_188'], wroteNote: true },
        ],
      }),
    );
    for (const entry of timeline().slice(-2)) expect(within(entry).getByText(SENT_SEALED)).toBeDefined();
  });

  it('feedback is shown warmly, with the outcome in words', async () => {
    const feedback: TimelineEntry = {
      at: at(60),
      waiting: false,
      kind: 'feedback',
      outcome: 'prevented',
      text: '受付番号 K-2026-0123 は完了しました。',
    };
    const { container } = await showRecord(
      detailOf({ summary: summaryOf({ state: { status: 'done' } }), timeline: [...JOURNEY, feedback] }),
    );
    expect(screen.getByText(/あなたの気づきが.*ありがとうございました/)).toBeDefined();
    expect(screen.getAllByText('被害を未然に防ぐことができました').length).toBeGreaterThan(0);
    expect(screen.getAllByText('完了').length).toBeGreaterThan(0);
    expect(await findBarriers(container)).toEqual([]);
  });

  it('a record that is not on this phone says so', async () => {
    const world = fakeServices({ now: () => NOW });
    render(<RecordPage services={world.services} recordId={RECORD} now={() => NOW} />);
    await screen.findByText('この記録は、この端末にありません');
  });
});

describe('an instruction', () => {
  it('is seen only by 「確認しました」, never by looking', async () => {
    const { user, log } = await showRecord(INSTRUCTED);
    expect(log).toEqual([]);
    await user.click(button('確認しました'));
    await screen.findByText('「確認しました」と返事をしてあります');
    expect(log).toEqual(['seen']);
    expect(screen.queryByRole('button', { name: '確認しました' })).toBeNull();
  });

  it('「とりかかります」 is answered once', async () => {
    const { user, log } = await showRecord(INSTRUCTED);
    await user.dblClick(button('とりかかります'));
    await screen.findByText('「とりかかります」と返事をしました');
    expect(log).toEqual(['started']);
    expect(screen.queryByRole('button', { name: 'とりかかります' })).toBeNull();
  });

  it('「対応しました」 asks what was done, several at once, with a word', async () => {
    const { user, log } = await showRecord(INSTRUCTED);
    await user.click(button('対応しました'));
    await user.click(button('返事を送る'));
    expect(screen.getByText('したことを1つ以上えらんでください')).toBeDefined();
    expect(log).toEqual([]);
    await user.click(screen.getByRole('checkbox', { name: '188の番号を伝えた' }));
    await user.click(screen.getByRole('checkbox', { name: '社内にも伝えた' }));
    await user.type(screen.getByLabelText('ひとこと'), '明日も見ます');
    await user.click(button('返事を送る'));
    await screen.findByText('「対応しました」と返事をしました');
    expect(log).toEqual(['done gave_188,told_company 明日も見ます']);
    expect(screen.queryByRole('button', { name: '対応しました' })).toBeNull();
  });

  it('a number it names can be called with one tap', async () => {
    await showRecord(INSTRUCTED);
    const link = screen.getByRole('link', { name: /電話する.*見本市消費生活センター/ });
    expect(link.getAttribute('href')).toBe('tel:%239110');
  });

  it('that was taken back is not shown', async () => {
    const retracted = openInstructionOf({}, { retractedAt: at(10) });
    await showRecord({ ...INSTRUCTED, instructions: [retracted] });
    expect(screen.queryByRole('button', { name: '確認しました' })).toBeNull();
  });

  it('a reply that cannot be kept says so and keeps what was written', async () => {
    const { user, knobs } = await showRecord(INSTRUCTED);
    knobs.failSaves = 'storage-full';
    await user.click(button('対応しました'));
    await user.click(screen.getByRole('checkbox', { name: 'そのほか' }));
    await user.type(screen.getByLabelText('ひとこと'), '会えました');
    await user.click(button('返事を送る'));
    expect((await screen.findByRole('alert')).textContent).toContain('端末の空きがありません');
    expect(screen.getByLabelText('ひとこと')).toHaveProperty('value', '会えました');
    knobs.failSaves = null;
    await user.click(button('返事を送る'));
    await screen.findByText('「対応しました」と返事をしました');
  });

  it('has no barriers, forms open', async () => {
    const { user, container } = await showRecord(INSTRUCTED);
    await user.click(button('対応しました'));
    await user.click(button('返事を送る'));
    await user.click(button('補足を送る'));
    expect(await findBarriers(container)).toEqual([]);
  });
});

it('a supplement is written once however fast it is tapped', async () => {
  const { user, log } = await showRecord(INSTRUCTED);
  await user.click(button('補足を送る'));
  await user.type(screen.getByLabelText('補足'), '白い車');
  await user.dblClick(button('補足を送る'));
  await screen.findByText('補足を書きました');
  expect(log).toEqual(['supplement']);
});

describe('a question', () => {
  const T08 = openInstructionOf({}, { template: 'T08', questions: ['何の工事でしたか。', '次に来る日は。'] });
  const ASKED = { ...INSTRUCTED, instructions: [T08] };

  it('「質問に答える」 wants an answer to each, asks about personal data, and sends', async () => {
    const { user, log } = await showRecord(ASKED);
    await user.click(button('質問に答える'));
    await user.click(button('答えを送る'));
    expect(screen.getAllByText('答えを書いてください')).toHaveLength(2);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('何の工事でしたか。')));
    await user.type(screen.getByLabelText('何の工事でしたか。'), '屋根です');
    await user.type(screen.getByLabelText('次に来る日は。'), '山田さんが知っています');
    await user.click(button('答えを送る'));
    await screen.findByRole('heading', { name: '個人情報が含まれていませんか' });
    expect(log).toEqual([]);
    await user.click(button('このまま送る'));
    await screen.findAllByText('質問に答えました');
    expect(log).toEqual(['answer 屋根です|山田さんが知っています']);
    expect(screen.queryByRole('button', { name: '質問に答える' })).toBeNull();
  });
});

describe('the request for a personal report', () => {
  const T02 = openInstructionOf({}, { template: 'T02', requestNo: 'R-0007' });
  const ASKED = { ...INSTRUCTED, instructions: [T02] };

  it('leads to the one page for it, says that nothing of it goes here, and whom to call', async () => {
    await showRecord(ASKED);
    expect(screen.getByRole('link', { name: '個人情報を含む報告をする' }).getAttribute('href')).toBe(
      `/sightings/${ASKED.summary.id}/personal-report`,
    );
    expect(screen.getByText(/「個人情報を含む報告をする」の画面だけに書いてください/)).toBeDefined();
    expect(screen.getByText('要請番号 R-0007')).toBeDefined();
    expect(screen.getByRole('link', { name: /電話する.*0123-45-6789/ }).getAttribute('href')).toBe(
      'tel:0123-45-6789',
    );
  });

  it('「できません」 needs no reason', async () => {
    const { user, log } = await showRecord(ASKED);
    await user.click(button('できません'));
    await user.click(button('「できません」と返事をする'));
    await waitFor(() => expect(log).toEqual(['decline']));
    expect(screen.queryByRole('button', { name: 'できません' })).toBeNull();
  });
});

describe('a personal report without a request', () => {
  const LABEL = '緊急で、だれのことかを事務局に伝えるとき';
  const linked = () => screen.queryByRole('link', { name: '個人情報を含む報告をする' });

  it('is offered folded away on an urgent record, with when to use it', async () => {
    const { user } = await showRecord(detailOf({ timeline: JOURNEY.slice(0, 3) }));
    expect(linked()).toBeNull();
    await user.click(button(LABEL));
    expect(screen.getByText(/先に110番・119番をしてください/)).toBeDefined();
    expect(linked()).not.toBeNull();
  });

  it.each([
    ['a record that is not urgent', { summary: summaryOf({ urgency: 'high' }) }],
    ['a closed case', { caseState: 'closed' }],
    ['a withdrawn record', { summary: summaryOf({ state: { status: 'withdrawn' } }) }],
  ] as const)('is not offered on %s', async (_case, part) => {
    await showRecord(detailOf({ timeline: JOURNEY.slice(0, 3), ...part }));
    expect(screen.queryByRole('button', { name: LABEL })).toBeNull();
    expect(linked()).toBeNull();
  });

  it('was sent: the timeline says only that, and that it cannot be read here', async () => {
    await showRecord(
      detailOf({ timeline: [{ at: '2026-11-23T00:00:00.000Z', waiting: false, kind: 'reported' }] }),
    );
    expect(screen.getByText('個人情報を含む報告を送りました')).toBeDefined();
    expect(screen.getByText('何を書いたかは、この端末では読めません。')).toBeDefined();
  });
});

describe('withdrawing', () => {
  it('is offered while it may be, and asked about', async () => {
    const { user, log } = await showRecord(detailOf({ timeline: JOURNEY.slice(0, 3), mayWithdraw: true }));
    await user.click(button('取り消す'));
    await user.click(button('取り消さない'));
    expect(log).toEqual([]);
    await user.click(button('取り消す'));
    await user.click(button('取り消す'));
    await waitFor(() => expect(log).toEqual(['withdraw']));
    expect(screen.queryByRole('button', { name: '取り消す' })).toBeNull();
  });

  it('is not offered once the secretariat has begun', async () => {
    await showRecord(INSTRUCTED);
    expect(screen.queryByRole('button', { name: '取り消す' })).toBeNull();
  });
});

it('a waiting record of a phone that is not enrolled leads to the badge', async () => {
  await showRecord(detailOf({ summary: summaryOf({ state: { status: 'waiting', nextTryAt: null } }) }), {
    enrolment: null,
  });
  expect(screen.getByText('登録すると送られます')).toBeDefined();
  expect(screen.getByRole('link', { name: '構成員証を読み取る' }).getAttribute('href')).toBe('/badge');
});

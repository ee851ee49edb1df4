// The order of 「受付箱」, what its filters keep, and when a case has waited too long. Pure.
// Times: shared/domain/flowsheet.md §4 目安の時間. Public holidays are not known here: a mark may come a day early.
import type { CaseState } from '../../domain/case-state';
import type { CaseRow } from '../../domain/desk-contract';
import { URGENCIES } from '../../domain/flow-sheet';
import { endOfDay, endOfWeekday } from '../desk-time';
import { PLACE_WORDS } from '../../content/flow-sheet';
import { signWord, stateWord, troubleWord, URGENCY_SHORT } from '../desk-words';

/** Filter chips, in the order of the work. */
export const FILTER_STATES: readonly CaseState[] = [
  'received',
  'reviewing',
  'need_info',
  'need_personal',
  'instructed',
  'in_progress',
  'closed',
  'merged',
  'withdrawn',
];

const FINISHED: readonly CaseState[] = ['closed', 'merged', 'withdrawn'];
export function isFinished(state: CaseState): boolean {
  return FINISHED.includes(state);
}

/** What waits for the office: 受付, then 確認中; all others wait for the member. */
const OFFICE_FIRST: readonly CaseState[] = ['received', 'reviewing'];
function waitsForMember(state: CaseState): number {
  const at = OFFICE_FIRST.indexOf(state);
  return at === -1 ? OFFICE_FIRST.length : at;
}

/** Unfinished first, then the most urgent, then what waits for the office, then the newest. */
export function inOrder(rows: readonly CaseRow[]): CaseRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(isFinished(a.state)) - Number(isFinished(b.state)) ||
      URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
      waitsForMember(a.state) - waitsForMember(b.state) ||
      b.receivedAt.localeCompare(a.receivedAt) ||
      b.receiptNo.localeCompare(a.receiptNo),
  );
}

const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * The instant (ms) by which the secretariat should have looked (受付) or instructed (確認中); null when nobody waits for it.
 *
 *              受付 → 確認      確認中 → 指示
 *   緊急        15分             その日のうち
 *   高          その日のうち      次の平日
 *   中・情報     3平日            7平日
 */
export function dueAt(row: Pick<CaseRow, 'state' | 'urgency' | 'receivedAt'>): number | null {
  const received = Date.parse(row.receivedAt);
  if (row.state === 'received') {
    if (row.urgency === 'emergency') return received + QUARTER_HOUR_MS;
    return row.urgency === 'high' ? endOfDay(received) : endOfWeekday(received, 3);
  }
  if (row.state === 'reviewing') {
    if (row.urgency === 'emergency') return endOfDay(received);
    return endOfWeekday(received, row.urgency === 'high' ? 1 : 7);
  }
  return null;
}

export function isLate(row: Pick<CaseRow, 'state' | 'urgency' | 'receivedAt'>, nowMs: number): boolean {
  const due = dueAt(row);
  return due !== null && nowMs > due;
}

export interface InboxFilter {
  state: CaseState | null;
  /** as typed: full-width, spaces between several words */
  text: string;
}

/** Rows that match; every word of the text must be found in what the row shows. */
export function keep(rows: readonly CaseRow[], filter: InboxFilter): CaseRow[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.state === null || row.state === filter.state) &&
      (words.length === 0 || words.every((word) => searchable(row).includes(word))),
  );
}

function searchable(row: CaseRow): string {
  return plain(
    [
      row.receiptNo,
      row.receiptNo.replaceAll('-', ''),
      stateWord(row.state),
      URGENCY_SHORT[row.urgency],
      PLACE_WORDS[row.place],
      ...row.signs.map(signWord),
      ...row.troubleTypes.map(troubleWord),
      row.organisation,
      row.assignee?.displayName ?? '',
    ].join('\n'),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

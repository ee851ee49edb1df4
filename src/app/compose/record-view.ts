// From rows to what a member reads: the word of state and the timeline of a record. Pure.
//
//   draft only                     draft          outbox item refused        refused (with reason and one button)
//   outbox item waiting            waiting        … with a fresh attempt     sending
//   received, nothing more         delivered      reviewing, in_progress     reviewed
//   an instruction to act on       instructed     closed, merged             done
import type { CaseState } from '../../domain/case-state';
import type { ProblemCode } from '../../domain/problem';
import type {
  OpenInstruction,
  RecordDetail,
  RecordStatus,
  RecordSummary,
  TimelineEntry,
} from '../../services';
import type { ActionRow, DraftRow, InstructionRow, PhotoRow, RecordRow } from '../../storage/rows';
import { isSending, type OutboxItem } from '../../sync/outbox-item';

/** Everything on this phone about one record. */
export interface RecordRows {
  id: string;
  draft: DraftRow | null;
  record: RecordRow | null;
  outbox: OutboxItem[];
  instructions: InstructionRow[];
  actions: ActionRow[];
  photos: Pick<PhotoRow, 'status' | 'problem'>[];
}
export interface ViewContext {
  nowMs: number;
  /** no round before this; null when none is waited for */
  notBeforeMs: number | null;
  draftDays: number;
}

const ENDED: readonly (CaseState | null)[] = ['closed', 'merged', 'withdrawn'];

/** T07 and T10 ask for nothing back: read is enough. */
export function isOpen(row: InstructionRow, caseState: CaseState | null): boolean {
  if (row.instruction.retractedAt !== null || row.doneAt !== null || ENDED.includes(caseState)) return false;
  const needsNoAnswer = row.instruction.template === 'T07' || row.instruction.template === 'T10';
  return !(needsNoAnswer && row.seenAt !== null);
}

/** The member can put it right on the sheet. */
const MENDABLE: readonly ProblemCode[] = [
  'invalid-body',
  'body-too-large',
  'sealed-unreadable',
  'must-be-sealed',
];

type Button = Extract<RecordStatus, { status: 'refused' }>['button'];
function buttonFor(problem: ProblemCode, kind: OutboxItem['kind']): Button {
  if (problem === 'token-wrong' || problem === 'device-revoked') return 'enrol-again';
  if (problem === 'same-id-other-bytes' || problem === 'transition-not-allowed') return 'call-secretariat';
  // What was sealed cannot be opened here again: it is written anew.
  if (kind === 'personal-report.submit') return 'write-report-anew';
  return kind === 'sighting.submit' && MENDABLE.includes(problem) ? 'mend' : 'send-again';
}

function statusOf(rows: RecordRows, context: ViewContext): RecordStatus {
  const { draft, record, outbox } = rows;
  if (record === null) {
    const savedAt = draft?.savedAt ?? new Date(context.nowMs).toISOString();
    return { status: 'draft', savedAt, expiresAt: addDays(savedAt, context.draftDays) };
  }
  if (record.withdrawnAt !== null) return { status: 'withdrawn' };
  const refused = outbox.find((item) => item.status === 'refused');
  if (refused?.status === 'refused')
    return { status: 'refused', problem: refused.problem, button: buttonFor(refused.problem, refused.kind) };
  const photo = rows.photos.find((each) => each.status === 'refused');
  if (photo !== undefined)
    return { status: 'refused', problem: photo.problem ?? 'photo-unreadable', button: 'send-again' };
  const submit = outbox.find((item) => item.kind === 'sighting.submit');
  if (submit !== undefined) {
    if (isSending(submit, context.nowMs)) return { status: 'sending' };
    const { notBeforeMs, nowMs } = context;
    const later = notBeforeMs !== null && notBeforeMs > nowMs;
    return { status: 'waiting', nextTryAt: later ? new Date(notBeforeMs).toISOString() : null };
  }
  if (record.caseState === 'withdrawn') return { status: 'withdrawn' };
  if (record.caseState === 'closed' || record.caseState === 'merged') return { status: 'done' };
  if (rows.instructions.some((row) => isOpen(row, record.caseState))) return { status: 'instructed' };
  return record.caseState === null || record.caseState === 'received'
    ? { status: 'delivered' }
    : { status: 'reviewed' };
}

function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString();
}

export function summarise(rows: RecordRows, context: ViewContext): RecordSummary {
  const { draft, record } = rows;
  const answers = record?.sighting ?? draft?.summary;
  return {
    id: rows.id,
    state: statusOf(rows, context),
    place: answers?.place ?? null,
    signs: answers?.signs ?? [],
    urgency: answers?.urgency ?? null,
    writtenAt: record?.writtenAt ?? draft?.createdAt ?? new Date(context.nowMs).toISOString(),
    receiptNo: record?.receiptNo ?? null,
    receivedAt: record?.receivedAt ?? null,
    openInstructions: rows.instructions.filter((row) => isOpen(row, record?.caseState ?? null)).length,
    photosWaiting: rows.photos.filter((photo) => photo.status === 'held' || photo.status === 'waiting')
      .length,
    operationsWaiting: rows.outbox.filter(
      (item) => item.kind !== 'sighting.submit' && (item.status === 'waiting' || item.status === 'unsealed'),
    ).length,
  };
}

export function toOpenInstruction(row: InstructionRow): OpenInstruction {
  const { id, recordId, instruction, seenAt, startedAt, doneAt } = row;
  return { id, recordId, instruction, seenAt, startedAt, doneAt };
}

export function detail(rows: RecordRows, context: ViewContext): RecordDetail {
  const { record } = rows;
  const summary = summarise(rows, context);
  const caseState = record?.caseState ?? null;
  const asked = rows.actions.some((action) => action.kind === 'withdrawn' || action.kind === 'refused');
  const stillHere = ['waiting', 'sending', 'refused'].includes(summary.state.status);
  const submitHere = rows.outbox.some((item) => item.kind === 'sighting.submit');
  return {
    summary,
    sighting: record?.sighting ?? null,
    caseState,
    timeline: timeline(rows),
    instructions: rows.instructions.map(toOpenInstruction),
    mayWithdraw:
      record !== null &&
      record.withdrawnAt === null &&
      !asked &&
      ((stillHere && submitHere) ||
        caseState === 'received' ||
        (caseState === null && record.receiptNo !== null)),
  };
}

function timeline({ record, draft, outbox, instructions, actions }: RecordRows): TimelineEntry[] {
  const waitingIds = new Set(outbox.filter((item) => item.status !== 'acknowledged').map((item) => item.id));
  const entries: TimelineEntry[] = [];
  const add = (entry: TimelineEntry) => entries.push(entry);
  const writtenAt = record?.writtenAt ?? draft?.createdAt;
  if (writtenAt !== undefined) add({ at: writtenAt, waiting: false, kind: 'written' });
  if (record !== null) {
    add({ at: record.queuedAt, waiting: waitingIds.has(record.id), kind: 'queued' });
    if (record.receiptNo !== null && record.receivedAt !== null)
      add({ at: record.receivedAt, waiting: false, kind: 'received', receiptNo: record.receiptNo });
    for (const { state, at } of record.states)
      if (state !== 'received') add({ at, waiting: false, kind: 'case-state', state });
    if (record.feedback !== null) {
      const { outcome, text, at } = record.feedback;
      add({ at, waiting: false, kind: 'feedback', outcome, text });
    }
  }
  for (const { id, instruction } of instructions)
    if (instruction.retractedAt === null)
      add({ at: instruction.sentAt, waiting: false, kind: 'instruction', instructionId: id, instruction });
  for (const { id, recordId: _recordId, ...action } of actions)
    add({ ...action, waiting: waitingIds.has(id) });
  for (const item of outbox)
    if (item.status === 'refused')
      add({
        at: new Date(item.refusedAt).toISOString(),
        waiting: false,
        kind: 'refused',
        problem: item.problem,
      });
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b));
}

/** Things of the same instant in the order they happen. */
function rank(entry: TimelineEntry): number {
  return [
    'written',
    'queued',
    'received',
    'case-state',
    'instruction',
    'seen',
    'started',
    'done',
    'feedback',
  ].indexOf(entry.kind);
}

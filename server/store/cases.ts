// Cases: one for each sighting that arrived. State, version and the events of a case change only here,
// always inside a transaction on the network, and the member's phone is told of every move in the same one.
import * as z from 'zod/mini';
import { mayMove, type CaseOutcome, type CaseState } from '../../src/domain/case-state';
import { URGENCIES } from '../../src/domain/flow-sheet';
import { feedbackSchema, type DoneCode, type Feedback } from '../../src/domain/instruction';
import { sightingSchema, type Sighting } from '../../src/domain/sighting';
import type { CaseEvent, CaseRow, UnreadableReason } from '../../src/domain/desk-contract';
import type { Updateable } from 'kysely';
import { writeFeed } from './feed';
import type { StoreSchema } from './schema';
import { addToIndex } from './search-index';
import type { Db, Writing } from './ports';

export interface CaseRecord {
  recordId: string;
  memberId: string;
  receiptNo: string;
  state: CaseState;
  version: number;
  receivedAt: string;
  changedAt: string;
  assigneeId: string | null;
  mergedInto: string | null;
  marked: boolean;
  /** null while it is not opened */
  sighting: Sighting | null;
  contents: CaseRow['contents'];
  feedback: Feedback | null;
}

export async function readCase(db: Db, networkId: string, recordId: string): Promise<CaseRecord | null> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    recordId: row.record_id,
    memberId: row.member_id,
    receiptNo: row.receipt_no,
    state: row.state,
    version: row.version,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    assigneeId: row.assignee_id,
    mergedInto: row.merged_into,
    marked: row.marked === 1,
    sighting: row.contents === 'opened' ? readSighting(row) : null,
    contents: row.contents,
    feedback: row.feedback === null ? null : z.parse(feedbackSchema, JSON.parse(row.feedback)),
  };
}

/** Codes and words put together again. */
export function readSighting(row: { sighting: string; sighting_text: string | null }): Sighting {
  const words = JSON.parse(row.sighting_text ?? '{}') as object;
  return z.parse(sightingSchema, { ...(JSON.parse(row.sighting) as object), ...words });
}

export async function findCaseByReceipt(
  db: Db,
  networkId: string,
  receiptNo: string,
): Promise<CaseRecord | null> {
  const row = await db
    .selectFrom('cases')
    .select('record_id')
    .where('network_id', '=', networkId)
    .where('receipt_no', '=', receiptNo)
    .executeTakeFirst();
  return row === undefined ? null : readCase(db, networkId, row.record_id);
}

/** Received, not opened yet: the receipt number is given, what is in it is unknown. */
export async function addCase(
  { db, networkId, at }: Writing,
  made: { recordId: string; memberId: string; receiptNo: string },
): Promise<void> {
  await db
    .insertInto('cases')
    .values({
      record_id: made.recordId,
      network_id: networkId,
      member_id: made.memberId,
      receipt_no: made.receiptNo,
      state: 'received',
      ...UNKNOWN_CONTENTS,
      contents: 'waiting',
      assignee_id: null,
      merged_into: null,
      version: 1,
      received_at: at,
      changed_at: at,
      outcome: null,
      feedback: null,
    })
    .execute();
}

/** What cannot be read may be urgent: it stands among the urgent ones. */
const UNKNOWN_CONTENTS = {
  urgency_rank: URGENCIES.indexOf('high'),
  sighting: '{}',
  sighting_text: null,
  marked: 0,
} as const;

/** The opened sighting: codes for the list, words encrypted and in the index. */
export async function fillCase(writing: Writing, recordId: string, sighting: Sighting): Promise<void> {
  const { otherSign, freeText, ...codes } = sighting;
  await setContents(writing, recordId, {
    contents: 'opened',
    urgency_rank: URGENCIES.indexOf(sighting.urgency),
    sighting: JSON.stringify(codes),
    sighting_text: JSON.stringify({ otherSign, freeText }),
    marked: sighting.personalDataMarks.length > 0 ? 1 : 0,
    unreadable_reason: null,
  });
  for (const text of [otherSign, freeText]) if (text !== undefined) await addToIndex(writing, recordId, text);
}

/** 「読めない報告」, or waiting again when a mended one has come. */
export async function emptyCase(
  writing: Writing,
  recordId: string,
  reason: UnreadableReason | null,
): Promise<void> {
  const contents = reason === null ? ('waiting' as const) : ('unreadable' as const);
  await setContents(writing, recordId, { ...UNKNOWN_CONTENTS, contents, unreadable_reason: reason });
}

async function setContents(
  writing: Writing,
  recordId: string,
  contents: Updateable<StoreSchema['cases']>,
): Promise<void> {
  await writing.db
    .updateTable('cases')
    .set({ ...contents, changed_at: writing.at })
    .where('network_id', '=', writing.networkId)
    .where('record_id', '=', recordId)
    .execute();
  writing.tellDesk({ kind: 'cases', recordId });
}

interface CaseChange {
  state?: CaseState;
  assigneeId?: string;
  mergedInto?: string;
  feedback?: Feedback;
  outcome?: CaseOutcome;
}

/**
 * Changes a case. With `quiet` the version stays, so that an officer who is writing is not told "moved" by a mere mark.
 * @throws when the move is none of the transitions: callers ask `mayMove` first
 */
export async function changeCase(
  writing: Writing,
  record: CaseRecord,
  by: 'member' | 'secretariat',
  change: CaseChange,
  quiet = false,
): Promise<void> {
  const { db, networkId, at } = writing;
  if (change.state !== undefined && !mayMove(record.state, change.state, by))
    throw new Error(`no transition ${record.state} → ${change.state}`);
  await db
    .updateTable('cases')
    .set({
      changed_at: at,
      ...(quiet ? {} : { version: record.version + 1 }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.assigneeId === undefined ? {} : { assignee_id: change.assigneeId }),
      ...(change.mergedInto === undefined ? {} : { merged_into: change.mergedInto }),
      ...(change.outcome === undefined ? {} : { outcome: change.outcome }),
      ...(change.feedback === undefined ? {} : { feedback: JSON.stringify(change.feedback) }),
    })
    .where('network_id', '=', networkId)
    .where('record_id', '=', record.recordId)
    .execute();
  if (change.state !== undefined) await tellCaseState(writing, record, change.state);
  writing.tellDesk({ kind: 'cases', recordId: record.recordId });
}

export async function tellCaseState(
  writing: Writing,
  record: { recordId: string; memberId: string },
  state: CaseState,
): Promise<void> {
  await writeFeed(writing, record.memberId, 'case-state', record.recordId, { state, at: writing.at });
}

interface NewCaseEvent {
  by: CaseEvent['by'];
  kind: CaseEvent['kind'];
  officerId?: string;
  state?: CaseState;
  instructionId?: string;
  text?: string;
  done?: DoneCode[];
}

export async function addCaseEvent(writing: Writing, recordId: string, event: NewCaseEvent): Promise<void> {
  const last = await writing.db
    .selectFrom('case_events')
    .select((eb) => eb.fn.max('place').as('place'))
    .where('network_id', '=', writing.networkId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  await writing.db
    .insertInto('case_events')
    .values({
      id: writing.newId(),
      network_id: writing.networkId,
      record_id: recordId,
      place: (last?.place ?? 0) + 1,
      at: writing.at,
      actor: event.by,
      officer_id: event.officerId ?? null,
      kind: event.kind,
      state: event.state ?? null,
      instruction_id: event.instructionId ?? null,
      text: event.text ?? null,
      done: event.done === undefined ? null : JSON.stringify(event.done),
    })
    .execute();
  if (event.text !== undefined) await addToIndex(writing, recordId, event.text);
}

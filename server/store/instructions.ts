// 対応指示 as sent, with the marks the member's phone gave back. A retracted one stays, marked.
import * as z from 'zod/mini';
import { caseInstructionSchema, type CaseInstruction } from '../../src/domain/desk-contract';
import { instructionSchema, type DoneCode, type Instruction } from '../../src/domain/instruction';
import { writeFeed } from './feed';
import type { StoreSchema } from './schema';
import type { Db, Writing } from './ports';

export async function addInstruction(
  writing: Writing,
  memberId: string,
  id: string,
  instruction: Instruction,
): Promise<void> {
  await writing.db
    .insertInto('instructions')
    .values({
      id,
      network_id: writing.networkId,
      record_id: instruction.recordId,
      member_id: memberId,
      template: instruction.template,
      body: JSON.stringify(instruction),
      sent_at: instruction.sentAt,
      retracted_at: null,
      seen_at: null,
      started_at: null,
      done_at: null,
      done: null,
    })
    .execute();
  await writeFeed(writing, memberId, 'instruction', id, instruction);
}

/** Marks it as taken back and tells the phone, which stops showing it. */
export async function retractInstruction(
  writing: Writing,
  memberId: string,
  { id, instruction }: CaseInstruction,
): Promise<void> {
  const retracted: Instruction = { ...instruction, retractedAt: writing.at };
  await writing.db
    .updateTable('instructions')
    .set({ retracted_at: writing.at, body: JSON.stringify(retracted) })
    .where('network_id', '=', writing.networkId)
    .where('id', '=', id)
    .execute();
  await writeFeed(writing, memberId, 'instruction', id, retracted);
}

/** The first mark of each kind stays; a later one changes nothing. */
export async function markInstruction(
  { db, networkId }: Writing,
  known: CaseInstruction,
  marks: { seenAt?: string; startedAt?: string; doneAt?: string; done?: DoneCode[] },
): Promise<void> {
  await db
    .updateTable('instructions')
    .set({
      seen_at: known.seenAt ?? marks.seenAt ?? null,
      started_at: known.startedAt ?? marks.startedAt ?? null,
      done_at: known.doneAt ?? marks.doneAt ?? null,
      done: JSON.stringify(known.done.length > 0 ? known.done : (marks.done ?? [])),
    })
    .where('network_id', '=', networkId)
    .where('id', '=', known.id)
    .execute();
}

/** oldest first */
export async function listInstructions(
  db: Db,
  networkId: string,
  recordId: string,
): Promise<CaseInstruction[]> {
  const rows = await db
    .selectFrom('instructions')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map(asCaseInstruction);
}

export async function readInstruction(
  db: Db,
  networkId: string,
  recordId: string,
  id: string,
): Promise<CaseInstruction | null> {
  const row = await db
    .selectFrom('instructions')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asCaseInstruction(row);
}

function asCaseInstruction(row: StoreSchema['instructions']): CaseInstruction {
  return z.parse(caseInstructionSchema, {
    id: row.id,
    instruction: z.parse(instructionSchema, JSON.parse(row.body)),
    seenAt: row.seen_at,
    startedAt: row.started_at,
    doneAt: row.done_at,
    done: row.done === null ? [] : (JSON.parse(row.done) as unknown),
  });
}

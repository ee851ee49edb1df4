// 「記録」 and what a member does with a record and its instructions: each act is one operation in the outbox.
import type { OperationBody, OperationKind } from '../../domain/sync-protocol';
import type { InstructionService, OpenInstruction, RecordService, SaveOutcome } from '../../services';
import { offerAgain, queueOperation, withdrawRecord } from '../../storage/outbox-store';
import type { NewOperation } from '../../storage/seal-first';
import type { ActionRow } from '../../storage/rows';
import { saving, watch, watchOr, type Phone } from './phone';
import { allRows, rowsOf, viewContext } from './record-rows';
import { detail, isOpen, summarise, toOpenInstruction } from './record-view';

function newOperation<K extends OperationKind>(
  phone: Phone,
  kind: K,
  body: OperationBody<K> & { recordId: string },
) {
  const operation: NewOperation = {
    id: phone.newId(),
    kind,
    recordId: body.recordId,
    body: JSON.stringify(body),
    createdAt: phone.now().toISOString(),
  };
  return operation;
}

type ActionPart<A = ActionRow> = A extends ActionRow ? Omit<A, 'id' | 'recordId' | 'at'> : never;

async function queue(phone: Phone, operation: NewOperation, action: ActionPart): Promise<SaveOutcome> {
  const { id, recordId, createdAt: at } = operation;
  const row: ActionRow = { ...action, id, recordId, at };
  const saved = await saving(phone, () => queueOperation(phone.db, phone.sealing, operation, row));
  if (saved.status === 'saved') phone.wakeDelivery();
  return saved;
}

export function recordService(phone: Phone): RecordService {
  const { db } = phone;
  return {
    watchAll: watchOr(phone, [], async () => {
      const context = await viewContext(db, phone.now().getTime());
      const summaries = (await allRows(db)).map((rows) => summarise(rows, context));
      return summaries.sort((a, b) => Date.parse(b.writtenAt) - Date.parse(a.writtenAt));
    }),
    watchOne: (id) =>
      watch(phone, async () => {
        const rows = await rowsOf(db, id);
        if (rows.record === null && rows.draft === null) return null;
        return detail(rows, await viewContext(db, phone.now().getTime()));
      }),
    async withdraw(id) {
      await withdrawRecord(db, id, newOperation(phone, 'sighting.withdraw', { recordId: id }));
      phone.wakeDelivery();
    },
    supplement: (recordId, text) =>
      queue(phone, newOperation(phone, 'sighting.supplement', { recordId, text }), { kind: 'supplement' }),
    async sendAgain(id) {
      await offerAgain(db, id);
      phone.wakeDelivery();
    },
  };
}

export function instructionService(phone: Phone): InstructionService {
  const { db } = phone;
  const names = ({ id, recordId }: OpenInstruction) => ({ recordId, instructionId: id });
  const at = () => phone.now().toISOString();
  return {
    watchOpen: watch(phone, async () => {
      const rows = await db.instructions.toArray();
      const records = new Map(
        (await db.records.bulkGet(rows.map((row) => row.recordId))).map((row) => [row?.id, row]),
      );
      return rows
        .filter((row) => isOpen(row, records.get(row.recordId)?.caseState ?? null))
        .sort((a, b) => Date.parse(a.instruction.sentAt) - Date.parse(b.instruction.sentAt))
        .map(toOpenInstruction);
    }),
    seen: (open) =>
      queue(phone, newOperation(phone, 'instruction.seen', { ...names(open), at: at() }), {
        kind: 'seen',
        instructionId: open.id,
      }),
    started: (open) =>
      queue(phone, newOperation(phone, 'instruction.started', { ...names(open), at: at() }), {
        kind: 'started',
        instructionId: open.id,
      }),
    done: (open, done, note) =>
      queue(
        phone,
        newOperation(phone, 'instruction.done', {
          ...names(open),
          at: at(),
          done,
          ...(note === null ? {} : { note }),
        }),
        { kind: 'done', instructionId: open.id, done, wroteNote: note !== null },
      ),
    answer: (open, answers) =>
      queue(phone, newOperation(phone, 'question.answer', { ...names(open), answers }), {
        kind: 'answered',
        instructionId: open.id,
      }),
    declinePersonalReport: (open, reason) =>
      queue(
        phone,
        newOperation(phone, 'personal-report.decline', {
          ...names(open),
          ...(reason === null ? {} : { reason }),
        }),
        { kind: 'declined', instructionId: open.id },
      ),
  };
}

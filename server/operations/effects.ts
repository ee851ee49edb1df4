// What each kind of operation does to its case. Runs inside the savepoint of the operation: a throw undoes all of it.
// Never refuses what a member wrote because the case has moved on: the mark or the words are recorded all the same.
import { mayMove, type CaseState } from '../../src/domain/case-state';
import type { PersonalReport } from '../../src/domain/personal-report';
import type { OperationBody, OperationKind, Receipt } from '../../src/domain/sync-protocol';
import type { CaseInstruction, UnreadableReason } from '../../src/domain/desk-contract';
import {
  addCase,
  addCaseEvent,
  changeCase,
  emptyCase,
  fillCase,
  readCase,
  tellCaseState,
  type CaseRecord,
} from '../store/cases';
import type { ArrivalOf } from '../store/openings';
import { nextNumber, writeFeed } from '../store/feed';
import { wasWithdrawn } from '../store/operations';
import { markInstruction, readInstruction } from '../store/instructions';
import { keepReport } from '../store/personal-reports';
import { readProfile } from '../store/networks';
import { expectPhotos } from '../store/photos';
import type { Writing } from '../store/ports';
import { numberText, yearInJapan } from '../receipt-number';
import { Refused } from '../refused';

/** Who sent it, and when by which clock: the same whether it takes effect at once or after opening. */
export type Arrival = ArrivalOf;
export type Effect<B> = (writing: Writing, arrival: Arrival, body: B) => Promise<null>;

/** A sealed sighting is there: it has its receipt number from now on, whatever is found when it is opened. */
export async function admitSighting(writing: Writing, { device, operation }: Arrival): Promise<Receipt> {
  const known = await readCase(writing.db, writing.networkId, operation.id);
  if (known !== null) {
    // Mended under its own id: the number stays.
    await emptyCase(writing, operation.id, null);
    return { receiptNo: known.receiptNo, receivedAt: known.receivedAt };
  }
  // Withdrawn on the phone before this late copy arrived: what the member took back is not taken in.
  if (await wasWithdrawn(writing, device.memberId, operation.id)) throw new Refused('transition-not-allowed');
  const { receiptPrefix } = await readProfile(writing.db, writing.networkId);
  const year = yearInJapan(writing.at);
  const receiptNo = numberText([receiptPrefix], year, await nextNumber(writing, 'receipt', year));
  const receipt = { receiptNo, receivedAt: writing.at };
  await addCase(writing, { recordId: operation.id, memberId: device.memberId, receiptNo });
  await addCaseEvent(writing, operation.id, { by: 'member', kind: 'received', state: 'received' });
  await writeFeed(writing, device.memberId, 'receipt', operation.id, receipt);
  return receipt;
}

/** 「読めない報告」: the row stays with its number, and says why. */
export async function markUnreadable(
  writing: Writing,
  recordId: string,
  reason: UnreadableReason,
): Promise<void> {
  await emptyCase(writing, recordId, reason);
  await addCaseEvent(writing, recordId, { by: 'system', kind: 'unreadable' });
}

export const effects: { [K in OperationKind]: Effect<OperationBody<K>> } = {
  'sighting.submit': async (writing, { device, operation }, sighting) => {
    const record = await readCase(writing.db, writing.networkId, operation.id);
    if (record === null) throw new Refused('record-unknown');
    await fillCase(writing, operation.id, sighting);
    await expectPhotos(writing, device.memberId, operation.id, sighting.photos);
    // Told when it is open and whole, so that the phone may let its draft go.
    await tellCaseState(writing, record, record.state);
    return null;
  },

  'sighting.supplement': async (writing, arrival, { recordId, text }) => {
    const record = await ownCase(writing, arrival, recordId);
    await addCaseEvent(writing, recordId, { by: 'member', kind: 'supplement', text });
    await changeCase(writing, record, 'member', {});
    return null;
  },

  'sighting.withdraw': async (writing, arrival, { recordId }) => {
    // Withdrawn before it arrived: the operation itself is the note that keeps a late copy out.
    if ((await readCase(writing.db, writing.networkId, recordId)) === null) return null;
    const record = await ownCase(writing, arrival, recordId);
    if (!mayMove(record.state, 'withdrawn', 'member')) throw new Refused('transition-not-allowed');
    await addCaseEvent(writing, recordId, { by: 'member', kind: 'withdrawn', state: 'withdrawn' });
    await changeCase(writing, record, 'member', { state: 'withdrawn' });
    return null;
  },

  'question.answer': async (writing, arrival, { recordId, instructionId, answers }) => {
    const { record, known } = await ownInstruction(writing, arrival, recordId, instructionId);
    await markInstruction(writing, known, answeredNow(writing));
    const state = moveIf(record, 'need_info', 'reviewing');
    const text = answers.join('\n');
    await addCaseEvent(writing, recordId, { by: 'member', kind: 'answered', instructionId, text, ...state });
    await changeCase(writing, record, 'member', state);
    return null;
  },

  /** The gate again, at the server: the request number of this case, or an urgent record with a reason (its schema asks for one). */
  'personal-report.submit': async (writing, arrival, report) => {
    const record = await ownCase(writing, arrival, report.recordId);
    await requireGate(writing, record, report);
    await keepReport(writing, arrival.operation.id, record.memberId, report);
    const state = moveIf(record, 'need_personal', 'reviewing');
    const instructionId = report.request === null ? {} : { instructionId: report.request.instructionId };
    await addCaseEvent(writing, report.recordId, {
      by: 'member',
      kind: 'reported',
      ...instructionId,
      ...state,
    });
    await changeCase(writing, record, 'member', state);
    return null;
  },

  'personal-report.decline': async (writing, arrival, { recordId, instructionId, reason }) => {
    const { record, known } = await ownInstruction(writing, arrival, recordId, instructionId);
    await markInstruction(writing, known, answeredNow(writing));
    const state = moveIf(record, 'need_personal', 'reviewing');
    const text = reason === undefined ? {} : { text: reason };
    await addCaseEvent(writing, recordId, {
      by: 'member',
      kind: 'declined',
      instructionId,
      ...text,
      ...state,
    });
    await changeCase(writing, record, 'member', state);
    return null;
  },

  'instruction.seen': async (writing, arrival, { recordId, instructionId, at }) => {
    const { record, known } = await ownInstruction(writing, arrival, recordId, instructionId);
    await markInstruction(writing, known, { seenAt: markedAt(writing, arrival, known, at) });
    if (known.seenAt === null) await addCaseEvent(writing, recordId, { by: 'member', kind: 'seen', instructionId }); // prettier-ignore
    await changeCase(writing, record, 'member', {}, true);
    return null;
  },

  'instruction.started': async (writing, arrival, { recordId, instructionId, at }) => {
    const { record, known } = await ownInstruction(writing, arrival, recordId, instructionId);
    const marked = markedAt(writing, arrival, known, at);
    await markInstruction(writing, known, { seenAt: marked, startedAt: marked });
    const state = startedState(record, known);
    await addCaseEvent(writing, recordId, { by: 'member', kind: 'started', instructionId, ...state });
    await changeCase(writing, record, 'member', state, state.state === undefined);
    return null;
  },

  'instruction.done': async (writing, arrival, { recordId, instructionId, at, done, note }) => {
    const { record, known } = await ownInstruction(writing, arrival, recordId, instructionId);
    const marked = markedAt(writing, arrival, known, at);
    await markInstruction(writing, known, { seenAt: marked, startedAt: marked, doneAt: marked, done });
    // done implies started
    const state = startedState(record, known);
    const text = note === undefined ? {} : { text: note };
    await addCaseEvent(writing, recordId, { by: 'member', kind: 'done', instructionId, done, ...text, ...state }); // prettier-ignore
    await changeCase(writing, record, 'member', state);
    return null;
  },
};

/** An answer or a 「できません」 settles its instruction, as it does on the phone. */
const answeredNow = ({ at }: Writing) => ({ seenAt: at, startedAt: at, doneAt: at });

async function ownCase(writing: Writing, { device }: Arrival, recordId: string): Promise<CaseRecord> {
  const record = await readCase(writing.db, writing.networkId, recordId);
  if (record?.memberId !== device.memberId) throw new Refused('record-unknown');
  return record;
}

/** @throws Refused report-not-open */
async function requireGate(writing: Writing, record: CaseRecord, report: PersonalReport): Promise<void> {
  const { request } = report;
  if (request === null) {
    if (record.sighting?.urgency !== 'emergency') throw new Refused('report-not-open');
    return;
  }
  const known = await readInstruction(writing.db, writing.networkId, record.recordId, request.instructionId);
  const { template, requestNo, retractedAt } = known?.instruction ?? {};
  if (template !== 'T02' || requestNo !== request.no || retractedAt !== null)
    throw new Refused('report-not-open');
}

async function ownInstruction(
  writing: Writing,
  arrival: Arrival,
  recordId: string,
  instructionId: string,
): Promise<{ record: CaseRecord; known: CaseInstruction }> {
  const record = await ownCase(writing, arrival, recordId);
  const known = await readInstruction(writing.db, writing.networkId, recordId, instructionId);
  if (known === null) throw new Refused('record-unknown');
  return { record, known };
}

function moveIf(record: CaseRecord, from: CaseState, to: CaseState): { state?: CaseState } {
  return record.state === from && mayMove(from, to, 'member') ? { state: to } : {};
}

/** A mark on an instruction that was taken back moves nothing. */
function startedState(record: CaseRecord, known: CaseInstruction): { state?: CaseState } {
  return known.instruction.retractedAt === null ? moveIf(record, 'instructed', 'in_progress') : {};
}

/** The phone's time put right by the measured offset, kept between sending and now (law 11). */
function markedAt({ at }: Writing, arrival: Arrival, known: CaseInstruction, phoneTime: string): string {
  const right = Date.parse(phoneTime) + arrival.clockOffsetMs;
  const between = Math.min(Math.max(right, Date.parse(known.instruction.sentAt)), Date.parse(at));
  return new Date(between).toISOString();
}

// The seven things an officer can do with a case. Each asks `mayMove` before it changes anything.
import { mayMove, RETRACT_WITHIN_MS, type CaseState } from '../../src/domain/case-state';
import type { CaseAction, Officer } from '../../src/domain/desk-contract';
import { INSTRUCTION_MAX, stateAfter, type Feedback } from '../../src/domain/instruction';
import { OUTCOME_WORDS } from '../../src/content/case-words';
import { fillTemplate, placeholdersOf, TEMPLATES } from '../../src/content/instruction-templates';
import { numberText, yearInJapan } from '../receipt-number';
import { Refused } from '../refused';
import { addCaseEvent, changeCase, findCaseByReceipt, type CaseRecord } from '../store/cases';
import { nextNumber, writeFeed } from '../store/feed';
import { addInstruction, listInstructions, retractInstruction } from '../store/instructions';
import { readProfile } from '../store/networks';
import type { Writing } from '../store/ports';

export interface Acting {
  writing: Writing;
  record: CaseRecord;
  officer: Officer;
}
export type ActionOf<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

export const actions: {
  [K in CaseAction['kind']]: (acting: Acting, action: ActionOf<K>) => Promise<void>;
} = {
  /** 受付 → 確認中 by taking it; in every other state only the person changes. */
  async assign({ writing, record, officer }) {
    const state = record.state === 'received' ? { state: 'reviewing' as const } : {};
    await event({ writing, record, officer }, { kind: 'assigned', ...state });
    await changeCase(writing, record, 'secretariat', { ...state, assigneeId: officer.id });
  },

  async instruct(acting, { template, text, numbers, questions }) {
    const { writing, record } = acting;
    const state = stateAfter(template);
    allow(record, state);
    if ((template === 'T08') !== questions.length > 0) throw new Refused('invalid-body', ['questions']);
    const requestNo = template === 'T02' ? await newRequestNo(writing) : null;
    const filled = requestNo === null ? text : fillTemplate(text, { requestNo });
    finished(filled);
    const id = writing.newId();
    const instruction = { recordId: record.recordId, template, text: filled, numbers, questions, requestNo, sentAt: writing.at, retractedAt: null }; // prettier-ignore
    await addInstruction(writing, record.memberId, id, instruction);
    await event(acting, { kind: 'instructed', state, instructionId: id });
    await changeCase(writing, record, 'secretariat', { state });
  },

  /** 指示の取り消し: only the last one, only within the minute, only while nothing else happened. */
  async retract(acting) {
    const { writing, record } = acting;
    if (record.state !== 'instructed') throw new Refused('transition-not-allowed');
    const open = (await listInstructions(writing.db, writing.networkId, record.recordId)).filter(
      ({ instruction }) => instruction.retractedAt === null,
    );
    const last = open.at(-1);
    if (
      last === undefined ||
      Date.parse(writing.at) - Date.parse(last.instruction.sentAt) > RETRACT_WITHIN_MS
    )
      throw new Refused('transition-not-allowed');
    await retractInstruction(writing, record.memberId, last);
    await event(acting, { kind: 'retracted', state: 'reviewing', instructionId: last.id });
    await changeCase(writing, record, 'secretariat', { state: 'reviewing' });
  },

  async close(acting, { outcome, text }) {
    allow(acting.record, 'closed');
    if (text === '') throw new Refused('feedback-missing', ['text']);
    finished(text);
    const feedback = await sendFeedback(acting, { outcome, text });
    await event(acting, { kind: 'feedback', state: 'closed', text });
    await changeCase(acting.writing, acting.record, 'secretariat', { state: 'closed', outcome, feedback });
  },

  /** Back to 確認中 with a reason; taking back a sent instruction is `retract`, taking a new case is `assign`. */
  async 'review-again'(acting, { reason }) {
    const { record } = acting;
    if (record.state === 'instructed' || record.state === 'received')
      throw new Refused('transition-not-allowed');
    allow(record, 'reviewing');
    const kind = record.state === 'closed' ? 'reopened' : 'moved';
    await event(acting, { kind, state: 'reviewing', text: reason });
    await changeCase(acting.writing, record, 'secretariat', { state: 'reviewing' });
  },

  async merge(acting, { intoReceiptNo }) {
    const { writing, record } = acting;
    allow(record, 'merged');
    const into = await findCaseByReceipt(writing.db, writing.networkId, intoReceiptNo.trim().toUpperCase());
    if (into === null) throw new Refused('not-found', ['intoReceiptNo']);
    const hasEnded = ['closed', 'merged', 'withdrawn'].includes(into.state);
    if (into.recordId === record.recordId || hasEnded)
      throw new Refused('transition-not-allowed', ['intoReceiptNo']);
    const { short: outcomeShort, effect: outcomeEffect } = OUTCOME_WORDS.duplicate;
    const text = fillTemplate(TEMPLATES.T11.body, { receiptNo: record.receiptNo, outcomeShort, outcomeEffect }); // prettier-ignore
    const feedback = await sendFeedback(acting, { outcome: 'duplicate', text });
    await event(acting, { kind: 'merged', state: 'merged', text: into.receiptNo });
    await changeCase(writing, record, 'secretariat', {
      state: 'merged',
      outcome: 'duplicate',
      mergedInto: into.receiptNo,
      feedback,
    });
    await event({ ...acting, record: into }, { kind: 'merged', text: record.receiptNo });
    await changeCase(writing, into, 'secretariat', {});
  },

  async note(acting, { text }) {
    await event(acting, { kind: 'note', text });
    await changeCase(acting.writing, acting.record, 'secretariat', {});
  },
};

/** @throws Refused transition-not-allowed */
function allow(record: CaseRecord, to: CaseState): void {
  if (!mayMove(record.state, to, 'secretariat')) throw new Refused('transition-not-allowed');
}

/** A text that still shows a {placeholder} is never sent. @throws Refused invalid-body */
function finished(text: string): void {
  if (placeholdersOf(text).length > 0 || text.length > INSTRUCTION_MAX)
    throw new Refused('invalid-body', ['text']);
}

function event(
  { writing, record, officer }: Acting,
  what: Omit<Parameters<typeof addCaseEvent>[2], 'by' | 'officerId'>,
): Promise<void> {
  return addCaseEvent(writing, record.recordId, { by: 'secretariat', officerId: officer.id, ...what });
}

async function newRequestNo(writing: Writing): Promise<string> {
  const { receiptPrefix } = await readProfile(writing.db, writing.networkId);
  const year = yearInJapan(writing.at);
  return numberText([receiptPrefix, 'R'], year, await nextNumber(writing, 'request', year));
}

async function sendFeedback(
  { writing, record }: Acting,
  { outcome, text }: Pick<Feedback, 'outcome' | 'text'>,
): Promise<Feedback> {
  const feedback: Feedback = { recordId: record.recordId, outcome, text, sentAt: writing.at };
  await writeFeed(writing, record.memberId, 'feedback', record.recordId, feedback);
  return feedback;
}

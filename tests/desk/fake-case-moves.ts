// What an action does to a case of the fake desk, by the contract's transitions. Pure.
import { mayMove, type CaseState } from '../../src/domain/case-state';
import type { CaseAction, CaseDetail, Officer } from '../../src/domain/desk-contract';
import { stateAfter } from '../../src/domain/instruction';
import { testId } from '../support/sightings';

/** @param at ISO; @returns the case afterwards, or the refusal's code */
export function moveCase(
  before: CaseDetail,
  action: CaseAction,
  at: string,
  officer: Officer,
): CaseDetail | 'transition-not-allowed' | 'feedback-missing' {
  const to = nextState(before.row.state, action);
  if (to !== before.row.state && !mayMove(before.row.state, to, 'secretariat'))
    return 'transition-not-allowed';
  if (action.kind === 'close' && action.text === '') return 'feedback-missing';
  const after = structuredClone(before);
  after.row.state = to;
  after.row.version += 1;
  after.row.changedAt = at;
  const event = { at, by: 'secretariat' as const, officer: officer.displayName };
  if (action.kind === 'assign') {
    after.row.assignee = officer;
    after.events.push({ ...event, kind: 'assigned' });
  } else if (action.kind === 'instruct') {
    const { template, text, numbers, questions } = action;
    after.instructions.push({
      id: testId(),
      instruction: {
        recordId: before.row.recordId,
        template,
        text,
        numbers,
        questions,
        requestNo: null,
        sentAt: at,
        retractedAt: null,
      },
      seenAt: null,
      startedAt: null,
      doneAt: null,
      done: [],
    });
    after.events.push({ ...event, kind: 'instructed' });
  } else if (action.kind === 'retract') {
    after.instructions.at(-1)!.instruction.retractedAt = at;
    after.events.push({ ...event, kind: 'retracted' });
  } else if (action.kind === 'close') {
    after.feedback = {
      recordId: before.row.recordId,
      outcome: action.outcome,
      text: action.text,
      sentAt: at,
    };
    after.events.push({ ...event, kind: 'feedback', text: action.text });
  } else if (action.kind === 'note') {
    after.events.push({ ...event, kind: 'note', text: action.text });
  } else if (action.kind === 'review-again') {
    after.events.push({ ...event, kind: 'moved', state: to, text: action.reason });
  } else {
    after.mergedInto = action.intoReceiptNo;
    after.events.push({ ...event, kind: 'merged', text: action.intoReceiptNo });
  }
  return after;
}

function nextState(from: CaseState, action: CaseAction): CaseState {
  if (action.kind === 'assign') return from === 'received' ? 'reviewing' : from;
  if (action.kind === 'instruct') return stateAfter(action.template);
  if (action.kind === 'close') return 'closed';
  if (action.kind === 'merge') return 'merged';
  return action.kind === 'note' ? from : 'reviewing';
}

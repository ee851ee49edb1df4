// Which buttons a case shows. Follows the transitions of the contract, so that no button leads to a refusal. Pure.
import { nextForSecretariat, RETRACT_WITHIN_MS, type CaseState } from '../../domain/case-state';
import type { CaseDetail, CaseInstruction } from '../../domain/desk-contract';

export type Step = 'take' | 'instruct' | 'review-again' | 'close' | 'merge';

const ASKS: readonly CaseState[] = ['instructed', 'need_info', 'need_personal'];

/** In the order of the buttons. `instructed → reviewing` is taking back, see `mayRetract`, and no step here. */
export function stepsFor(state: CaseState): Step[] {
  const next = nextForSecretariat(state);
  const steps: Step[] = [];
  if (state === 'received' && next.includes('reviewing')) steps.push('take');
  if (next.some((to) => ASKS.includes(to))) steps.push('instruct');
  if (next.includes('closed')) steps.push('close');
  if (next.includes('merged')) steps.push('merge');
  if (next.includes('reviewing') && state !== 'received' && state !== 'instructed')
    steps.push('review-again');
  return steps;
}

/** The instruction that can still be taken back, and for how long (ms); null when none can. */
export function mayRetract(
  detail: Pick<CaseDetail, 'row' | 'instructions'>,
  serverNowMs: number,
): { instruction: CaseInstruction; leftMs: number } | null {
  const last = detail.instructions.at(-1);
  if (last === undefined || last.instruction.retractedAt !== null) return null;
  // a question (T08, T02) is not taken back: 「確認に戻す」 with a reason is its way
  if (detail.row.state !== 'instructed') return null;
  const leftMs = Date.parse(last.instruction.sentAt) + RETRACT_WITHIN_MS - serverNowMs;
  return leftMs > 0 ? { instruction: last, leftMs: Math.min(leftMs, RETRACT_WITHIN_MS) } : null;
}

// What a failed request means for the round. Pure.
//
//   401, 403, 426 with our code   pause: sending waits for a person, everything is kept (law 4)
//   413, 400, 415, 422            split: smaller batches; a single operation that still fails is refused
//   408, 429, 5xx, no answer,     back off: the network's or the secretariat's trouble, nobody's fault
//   not ours (a login page)
import type { ProblemCode } from '../domain/problem';
import type { WipeOrder } from '../domain/signed-request';
import type { TransportOutcome } from './ports';

export type Failure =
  | { failure: 'pause'; problem: ProblemCode; wipe?: WipeOrder }
  | { failure: 'split'; problem: ProblemCode }
  | { failure: 'back-off'; retryAfterMs: number | null };

const PAUSING: Readonly<Record<number, ProblemCode>> = {
  401: 'token-wrong',
  403: 'device-revoked',
  426: 'protocol-unsupported',
};

export function judgeFailure(outcome: Exclude<TransportOutcome<unknown>, { kind: 'reply' }>): Failure {
  if (outcome.kind !== 'problem') return { failure: 'back-off', retryAfterMs: null };
  const pausing = PAUSING[outcome.status];
  // A server that called our clock wrong twice in a round: time passes, nobody has to act.
  if (outcome.code === 'clock-skew') return { failure: 'back-off', retryAfterMs: null };
  if (pausing !== undefined) {
    const problem = outcome.code ?? pausing;
    const isOrder = problem === 'device-revoked' && outcome.wipe !== undefined;
    return { failure: 'pause', problem, ...(isOrder ? { wipe: outcome.wipe } : {}) };
  }
  if (outcome.status === 413) return { failure: 'split', problem: 'body-too-large' };
  if ([400, 415, 422].includes(outcome.status))
    return { failure: 'split', problem: outcome.code ?? 'invalid-body' };
  return { failure: 'back-off', retryAfterMs: outcome.retryAfterMs };
}

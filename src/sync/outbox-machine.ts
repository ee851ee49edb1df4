// The pure heart of the outbox: what one result of the server means for one item.
//
//   outcome    problem               verdict
//   accepted   –                     acknowledged
//   duplicate  –                     acknowledged (the first reply was lost)
//   conflict   same-id-other-bytes   refused: both versions are kept for a person
//   rejected   predecessor-missing   waits: the one before it comes first
//   rejected   busy / internal       waits: the secretariat's trouble, not the record's
//   rejected   any other             refused, with the reason
//   no result for the id             waits
import type { OperationResult, Receipt } from '../domain/sync-protocol';
import type { ProblemCode } from '../domain/problem';

export type Verdict =
  | { id: string; verdict: 'acknowledged'; receipt: Receipt | null }
  | { id: string; verdict: 'refused'; problem: ProblemCode }
  | { id: string; verdict: 'waits' };

const PASSING: readonly (ProblemCode | undefined)[] = ['predecessor-missing', 'busy', 'internal'];

export function judgeResult(id: string, result: OperationResult | undefined): Verdict {
  if (result === undefined) return { id, verdict: 'waits' };
  switch (result.outcome) {
    case 'accepted':
    case 'duplicate':
      return { id, verdict: 'acknowledged', receipt: result.receipt ?? null };
    case 'conflict':
      return { id, verdict: 'refused', problem: result.problem ?? 'same-id-other-bytes' };
    case 'rejected':
      return PASSING.includes(result.problem)
        ? { id, verdict: 'waits' }
        : { id, verdict: 'refused', problem: result.problem ?? 'invalid-body' };
  }
}

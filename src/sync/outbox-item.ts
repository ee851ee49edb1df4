// One thing to be delivered: an operation of the protocol and where its delivery stands.
//
//   unsealed ──the network's key is known──> waiting
//   waiting ──accepted/duplicate──> acknowledged
//      │  ▲
//      │  └──offered again── refused
//      └──rejected/conflict──> refused        (never deleted: law 4)
//
// "sending" is no state of its own: it is `waiting` with a fresh `attemptStartedAt`, so that a crash leaves it waiting.
import type { Locked } from '../domain/sealing';
import type { OperationKind, Receipt } from '../domain/sync-protocol';
import type { ProblemCode } from '../domain/problem';

interface OutboxItemBase {
  /** id of the operation; for `sighting.submit` the id of the record itself */
  id: string;
  kind: OperationKind;
  recordId: string;
  /** exactly the bytes that are sent, every time; empty while `unsealed`, and where only a draft is left to mend */
  body: string;
  sealed: boolean;
  /** ISO instant by the phone's clock */
  createdAt: string;
  /** the operation of the same record that must arrive first */
  after: string | null;
  /** place in the phone's own order: 1, 2, 3 … */
  order: number;
  attempts: number;
}
export type OutboxItem = OutboxItemBase &
  (
    | { status: 'unsealed'; locked: Locked }
    | { status: 'waiting'; attemptStartedAt: number | null }
    | { status: 'refused'; problem: ProblemCode; refusedAt: number }
    | { status: 'acknowledged'; receipt: Receipt | null; acknowledgedAt: number }
  );

/** How long an attempt counts as "sending" after it began; longer than any request may take (law 7), then it is waiting. */
export const ATTEMPT_FRESH_MS = 180_000;

export function isSending(item: OutboxItem, nowMs: number): boolean {
  if (item.status !== 'waiting' || item.attemptStartedAt === null) return false;
  const age = nowMs - item.attemptStartedAt;
  return age >= 0 && age < ATTEMPT_FRESH_MS;
}

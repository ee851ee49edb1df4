// One round: push what waits, pull what changed, then photos. Run by page and worker alike, one at a time (law 6).
// The engine decides nothing by itself about the outside: storage, network, clock, lock and chance are ports.
import { OPERATIONS_MAX, type Operation, type SyncReply, type SyncRequest } from '../domain/sync-protocol';
import { PROTOCOL } from '../domain/protocol-version';
import type { ProblemCode } from '../domain/problem';
import { delayAfter, isDue } from './backoff';
import { deliverPhotos } from './deliver-photos';
import { judgeFailure, type Failure } from './judge-reply';
import type { OutboxItem } from './outbox-item';
import { judgeResult } from './outbox-machine';
import { BATCH_BYTES, FIRST_BATCH_BYTES, itemBytes, pickBatch } from './pick-batch';
import type { Connection, EnginePorts } from './ports';
import { requestLimitMs } from './request-limit';
import { withRightClock } from './right-clock';

export const DELIVERY_LOCK = 'mimamori-delivery';
/** Most requests in one round; the rest goes in the next, so that the lock is given back. */
const REQUESTS_MAX = 400;

export type Trigger = 'timer' | 'signal' | 'person';

export type RoundReport =
  | { ended: 'busy' | 'not-enrolled' | 'done' | 'wiped' }
  | { ended: 'paused'; problem: ProblemCode }
  | { ended: 'backing-off'; notBeforeMs: number }
  | { ended: 'failed'; notBeforeMs: number };

/**
 * Runs one whole round under the lock, or answers `busy`.
 * @param trigger `timer` keeps to the back-off; `signal` (online again, a sync event, something new was written) passes
 *   over a wait we chose ourselves; `person` (「今すぐ送る」) passes over every wait and pause. None passes over the lock.
 */
export async function runRound(ports: EnginePorts, trigger: Trigger): Promise<RoundReport> {
  const report = await ports.lock.runAlone(DELIVERY_LOCK, () => round(ports, trigger));
  return report === 'busy' ? { ended: 'busy' } : report;
}

async function round(ports: EnginePorts, trigger: Trigger): Promise<RoundReport> {
  const plain = await ports.transport.connect();
  if (plain === null) return { ended: 'not-enrolled' };
  const connection = withRightClock(ports, plain);
  const state = await ports.state.read();
  const byHand = trigger === 'person';
  if (!byHand && state.paused !== null) return { ended: 'paused', problem: state.paused };
  const keepsWait = trigger === 'timer' || (trigger === 'signal' && state.notBeforeAsked);
  if (keepsWait && !isDue(state.notBeforeMs, ports.clock.nowMs()))
    return { ended: 'backing-off', notBeforeMs: state.notBeforeMs! };

  const exchanged = await exchange(ports, connection);
  const failure = exchanged.failure ?? (await deliverPhotos(ports, connection));
  if (failure !== null) return fail(ports, failure);
  await ports.state.change({
    failures: 0,
    notBeforeMs: null,
    notBeforeAsked: false,
    paused: null,
    lastSuccessAtMs: ports.clock.nowMs(),
    provenWriteCount: exchanged.writeCount,
  });
  return { ended: 'done' };
}

/** All requests of POST /sync in this round. `writeCount`: writes the last successful request had seen (law 10). */
async function exchange(
  ports: EnginePorts,
  connection: Connection,
): Promise<{ failure: Failure | null; writeCount: number }> {
  const held = new Set(await ports.outbox.recordsWithRefusal());
  let limitBytes = FIRST_BATCH_BYTES;
  let limitCount = OPERATIONS_MAX;
  let writeCount = 0;
  await ports.outbox.sealWaiting();
  for (let requests = 0; requests < REQUESTS_MAX; requests += 1) {
    writeCount = await ports.outbox.writeCount();
    const waiting = await ports.outbox.waiting();
    const batch = pickBatch(waiting, { records: held }, limitBytes, limitCount);
    const sent = await send(ports, connection, batch);
    if (sent.failure?.failure === 'split' && batch.length > 1) {
      limitCount = Math.floor(batch.length / 2);
      continue;
    }
    if (sent.failure?.failure === 'split' && batch.length === 1) {
      const only = batch[0]!;
      await ports.outbox.settle(
        [{ id: only.id, verdict: 'refused', problem: sent.failure.problem }],
        ports.clock.nowMs(),
      );
      held.add(only.recordId);
      continue;
    }
    if (sent.failure !== null)
      return { failure: sent.failure.failure === 'split' ? BACK_OFF : sent.failure, writeCount };

    for (const recordId of sent.heldRecords) held.add(recordId);
    limitBytes = BATCH_BYTES;
    limitCount = OPERATIONS_MAX;
    // The reply may have brought the key that something waited for.
    await ports.outbox.sealWaiting();
    const left = pickBatch(await ports.outbox.waiting(), { records: held }, limitBytes, limitCount);
    if (left.length === 0 && !sent.more) return { failure: null, writeCount };
  }
  return { failure: null, writeCount: -1 };
}

const BACK_OFF: Failure = { failure: 'back-off', retryAfterMs: null };

interface Sent {
  failure: Failure | null;
  more: boolean;
  /** records whose operations must not go on in this round */
  heldRecords: string[];
}

async function send(
  ports: EnginePorts,
  connection: Connection,
  picked: readonly OutboxItem[],
): Promise<Sent> {
  const { cursor, epoch } = await ports.state.read();
  const beganMs = ports.clock.nowMs();
  const started = await ports.outbox.startAttempt(
    picked.map((item) => item.id),
    beganMs,
  );
  const batch = picked.filter((item) => started.has(item.id));
  const ids = batch.map((item) => item.id);
  const request: SyncRequest = {
    protocol: PROTOCOL,
    deviceClock: { at: new Date(clampToIso(beganMs)).toISOString(), zone: ports.clock.zone() },
    cursor,
    operations: batch.map(toOperation),
  };
  const bytes = batch.reduce((sum, item) => sum + itemBytes(item), 0);
  const outcome = await connection.sync(request, requestLimitMs(bytes));
  if (outcome.kind !== 'reply' || outcome.value.protocol !== PROTOCOL) {
    if (ids.length > 0) await ports.outbox.endAttempt(ids);
    return {
      failure: outcome.kind === 'reply' ? BACK_OFF : judgeFailure(outcome),
      more: false,
      heldRecords: [],
    };
  }
  return take(ports, batch, outcome.value, { cursor, epoch, beganMs });
}

/** A parsed reply: acknowledge first, then changes and cursor, each in its own transaction (laws 3, 8, 9). */
async function take(
  ports: EnginePorts,
  batch: readonly OutboxItem[],
  reply: SyncReply,
  before: { cursor: string | null; epoch: string | null; beganMs: number },
): Promise<Sent> {
  const nowMs = ports.clock.nowMs();
  const verdicts = batch.map((item) =>
    judgeResult(
      item.id,
      reply.results.find((result) => result.id === item.id),
    ),
  );
  if (verdicts.length > 0) await ports.outbox.settle(verdicts, nowMs);
  await ports.changes.apply(reply.changes, reply.cursor, reply.epoch);
  await ports.state.change({
    clockOffsetMs: Math.round(Date.parse(reply.serverClock) - (before.beganMs + nowMs) / 2),
  });
  const holds = (item: OutboxItem, index: number): boolean => {
    const verdict = verdicts[index]!.verdict;
    return verdict === 'waits' || (verdict === 'refused' && item.kind === 'sighting.submit');
  };
  return {
    failure: null,
    // A server that says "more" without moving the cursor would keep us here for ever.
    // Another life of its database: this reply's changes were not taken, the next pull begins anew.
    more:
      (reply.more && reply.cursor !== before.cursor) ||
      (before.epoch !== null && reply.epoch !== before.epoch),
    heldRecords: batch.filter(holds).map((item) => item.recordId),
  };
}

async function fail(ports: EnginePorts, failure: Failure): Promise<RoundReport> {
  if (failure.failure === 'pause') {
    // Only a true order erases; anything else is a pause like every other (law 4).
    if (failure.wipe !== undefined && (await ports.wipe.obey(failure.wipe))) return { ended: 'wiped' };
    await ports.state.change({ paused: failure.problem });
    return { ended: 'paused', problem: failure.problem };
  }
  const { failures } = await ports.state.read();
  const retryAfterMs = failure.failure === 'back-off' ? failure.retryAfterMs : null;
  const notBeforeMs = ports.clock.nowMs() + delayAfter(failures + 1, ports.chance.fraction(), retryAfterMs);
  await ports.state.change({ failures: failures + 1, notBeforeMs, notBeforeAsked: retryAfterMs !== null });
  return { ended: 'failed', notBeforeMs };
}

function toOperation(item: OutboxItem): Operation {
  const { id, kind, body, sealed, createdAt, after } = item;
  return after === null
    ? { id, kind, body, sealed, createdAt }
    : { id, kind, body, sealed, createdAt, after };
}

/** A phone whose clock shows the year 300000 still sends a readable instant. */
function clampToIso(ms: number): number {
  return Math.min(Math.max(ms, 0), 253402300799999);
}

// The job that opens sealed bodies after the phone has had its reply: in the order they came, one network at a time.
// What is unopened when the process ends is found again at the next start, because `opening = 'waiting'` is on disk.
//
//   waiting ── opens, valid, effect done ──────────────> opened
//      │   └── no fit key, changed, invalid, no effect ─> refused: desk row 「読めない報告」, the phone is told
//      └────── no key of this network here at all ──────> waits for somebody to put the keys back
import { logError, type Log } from '../log';
import { effects, markUnreadable, type Arrival, type Effect } from '../operations/effects';
import { Refused } from '../refused';
import { writeAudit } from '../audit';
import { settleOpening, waitingNetworks, waitingOperations, type WaitingOperation } from '../store/openings';
import { writeFeed } from '../store/feed';
import type { Store, Writing } from '../store/ports';
import { isStoreTrouble } from '../store/trouble';
import { openOperation, type Opened } from './open-operation';
import type { SealingKeys } from './sealing-keys';

const BATCH = 50;
const RETRY_MS = 5_000;

export interface Opening {
  /** Something sealed has been committed in this network. Returns at once. */
  wake(networkId: string): void;
  /** Whatever an earlier process left unopened. */
  wakeAll(): Promise<void>;
  /** Resolves when nothing of the network (or of any) is being opened now. */
  idle(networkId?: string): Promise<void>;
  /** Ends after the operation under way. */
  stop(): Promise<void>;
}

export function startOpening(store: Store, keys: SealingKeys, log: Log): Opening {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const wake = (networkId: string): void => {
    if (stopped) return;
    if (running.has(networkId)) {
      again.add(networkId);
      return;
    }
    const run = openAll(networkId)
      .catch((error: unknown) => {
        logError(log, error);
        const timer = setTimeout(() => {
          timers.delete(timer);
          wake(networkId);
        }, RETRY_MS);
        timer.unref();
        timers.add(timer);
      })
      .finally(() => {
        running.delete(networkId);
        if (again.delete(networkId)) wake(networkId);
      });
    running.set(networkId, run);
  };

  /** Ids that broke our own code stay waiting; they are tried again by the next process, not for ever by this one. */
  const broken = new Set<string>();

  async function openAll(networkId: string): Promise<void> {
    if (!keys.has(networkId)) {
      log.error({ network: networkId }, 'no opening key: sealed reports wait');
      return;
    }
    for (;;) {
      const batch = (await waitingOperations(store.db, networkId, BATCH, [...broken])).filter(
        ({ operation }) => !broken.has(operation.id),
      );
      if (batch.length === 0 || stopped) return;
      const opened: { waiting: WaitingOperation; outcome: Opened }[] = [];
      for (const waiting of batch) {
        try {
          opened.push({ waiting, outcome: await openOperation(keys, networkId, waiting.operation) });
        } catch (error) {
          // One body that breaks our own code must not keep the others of its network from being opened.
          logError(log, error, { operation: waiting.operation.id });
          broken.add(waiting.operation.id);
        }
      }
      await store.write(networkId, async (writing) => {
        for (const { waiting, outcome } of opened) await settle(writing, waiting, outcome);
      });
    }
  }

  async function settle(writing: Writing, waiting: WaitingOperation, outcome: Opened): Promise<void> {
    const { operation } = waiting;
    try {
      await writing.apart(async () => {
        if (outcome.status === 'unreadable')
          return refuse(writing, waiting, outcome.reason, 'sealed-unreadable');
        try {
          await writing.apart(() => takeEffect(writing, waiting, outcome.body));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          await refuse(writing, waiting, 'invalid-body', error.problem);
        }
      });
    } catch (error) {
      if (isStoreTrouble(error)) throw error;
      logError(log, error, { operation: operation.id });
      broken.add(operation.id);
    }
  }

  async function takeEffect(writing: Writing, waiting: WaitingOperation, body: object): Promise<void> {
    const { operation, arrival } = waiting;
    const effect = effects[operation.kind] as Effect<unknown>;
    await effect(writing, arrival, body);
    const recordId = 'recordId' in body && typeof body.recordId === 'string' ? body.recordId : operation.id;
    await settleOpening(writing, operation.id, { opening: 'opened', recordId, reason: null });
  }

  async function refuse(
    writing: Writing,
    { operation, arrival }: WaitingOperation,
    reason: Extract<Opened, { status: 'unreadable' }>['reason'],
    problem: Refused['problem'],
  ): Promise<void> {
    const memberId = (arrival satisfies Arrival).device.memberId;
    const told = reason === 'invalid-body' && problem === 'sealed-unreadable' ? 'invalid-body' : problem;
    await settleOpening(writing, operation.id, { opening: 'refused', recordId: operation.id, reason });
    if (operation.kind === 'sighting.submit') await markUnreadable(writing, operation.id, reason);
    await writeFeed(writing, memberId, 'refusal', operation.id, { problem: told });
    await writeAudit(writing, { kind: 'server', id: 'server' }, 'operation:unreadable', operation.id);
    log.info({ operation: operation.id, kind: operation.kind, reason }, 'sealed body not readable');
  }

  return {
    wake,
    async wakeAll() {
      for (const networkId of await waitingNetworks(store.db)) wake(networkId);
    },
    async idle(networkId) {
      for (;;) {
        const now = networkId === undefined ? [...running.values()] : [running.get(networkId)];
        const waits = now.filter((run) => run !== undefined);
        if (waits.length === 0) return;
        await Promise.all(waits);
      }
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

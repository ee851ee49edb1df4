// The outbox on disk: what is queued, and what the engine's verdicts do to it. Nothing here deletes unsent work (law 4).
import type { SealingPort } from '../domain/sealing';
import { summaryOf, type Sighting } from '../domain/sighting';
import type { Receipt } from '../domain/sync-protocol';
import type { OutboxItem } from '../sync/outbox-item';
import type { Verdict } from '../sync/outbox-machine';
import type { OutboxPort } from '../sync/ports';
import { withReopen, type PhoneDatabase } from './db';
import { nextWrite, readHabits, readWriteCount, writeHabits } from './device-store';
import { encryptOldRows } from './encrypt-old-rows';
import { isReadableItem } from './quarantine';
import { reopenRequest } from './report-store';
import { sealWaiting } from './seal-waiting';
import { lockDraft, type Draft } from './locked-rows';
import { prepare, prepareSighting, readSealingKey, type NewOperation, type Prepared } from './seal-first';
import type { ActionRow, RecordRow } from './rows';

function toItem(operation: Prepared, order: number, after: string | null): OutboxItem {
  const base = { order, after, attempts: 0 };
  return 'locked' in operation
    ? { ...operation, ...base, body: '', sealed: false, status: 'unsealed' }
    : { ...operation, ...base, status: 'waiting', attemptStartedAt: null };
}

/**
 * Seals first; then draft → queue in one transaction: sealed item, sealed photos, the readable summary, and the draft,
 * encrypted, marked as sent and kept for mending (laws 1, 4).
 * A second tap finds the item waiting and changes nothing. A refused one is replaced by the mended text.
 */
export async function queueSighting(
  db: PhoneDatabase,
  port: SealingPort,
  draft: Draft,
  sighting: Sighting,
  operation: Omit<NewOperation, 'body'>,
): Promise<void> {
  const key = await readSealingKey(db);
  const prepared = await prepareSighting(db, port, operation, sighting, key);
  const locked = await lockDraft(port, draft);
  await withReopen(db, () =>
    db.transaction('rw', [db.drafts, db.outbox, db.records, db.photos, db.device], async () => {
      const known = await db.outbox.get(operation.id);
      if (known !== undefined && known.status !== 'refused') return;
      const arrived = (await db.records.get(operation.id))?.receiptNo ?? null;
      if (known === undefined && arrived !== null) return;
      await db.outbox.put(toItem(prepared.operation, await nextWrite(db), null));
      await db.drafts.put({ ...locked, sentAt: operation.createdAt, refused: null });
      await db.photos
        .where('recordId')
        .equals(draft.id)
        .filter((photo) => photo.status !== 'draft')
        .delete();
      await db.photos.bulkPut(prepared.photos);
      const before = await db.records.get(draft.id);
      const record: RecordRow = {
        id: draft.id,
        sighting: summaryOf(sighting),
        writtenAt: draft.createdAt,
        queuedAt: operation.createdAt,
        receiptNo: before?.receiptNo ?? null,
        receivedAt: before?.receivedAt ?? null,
        caseState: before?.caseState ?? null,
        states: before?.states ?? [],
        feedback: before?.feedback ?? null,
        withdrawnAt: null,
      };
      await db.records.put(record);
      const habits = await readHabits(db);
      for (const sign of sighting.signs) habits.signs[sign] = (habits.signs[sign] ?? 0) + 1;
      await writeHabits(db, { place: sighting.place, signs: habits.signs });
    }),
  );
}

/** Seals where the kind asks for it, then queues a smaller operation of a record, with its line in the timeline and, for instructions, the member's mark. */
export async function queueOperation(
  db: PhoneDatabase,
  port: SealingPort,
  operation: NewOperation,
  action: ActionRow,
): Promise<void> {
  const prepared = await prepare(port, operation, await readSealingKey(db));
  await withReopen(db, () =>
    db.transaction('rw', [db.outbox, db.actions, db.instructions, db.device], async () => {
      const submit = await db.outbox.get(operation.recordId);
      const after = submit !== undefined && submit.status !== 'acknowledged' ? submit.id : null;
      await db.outbox.put(toItem(prepared, await nextWrite(db), after));
      await db.actions.put(action);
      if (action.kind === 'seen') await db.instructions.update(action.instructionId, { seenAt: action.at });
      if (action.kind === 'started')
        await db.instructions.update(action.instructionId, { startedAt: action.at });
      if (action.kind === 'done' || action.kind === 'answered' || action.kind === 'declined')
        await db.instructions.update(action.instructionId, { doneAt: action.at });
    }),
  );
}

/**
 * Seals a personal report and queues it after its sighting. In the same transaction its draft goes, and an earlier one that was
 * refused: it was written anew. @param instructionId the request it answers; null when there was none
 */
export async function queueReport(
  db: PhoneDatabase,
  port: SealingPort,
  operation: NewOperation,
  instructionId: string | null,
): Promise<void> {
  const { id, recordId, createdAt: at } = operation;
  const prepared = await prepare(port, operation, await readSealingKey(db));
  await withReopen(db, () =>
    db.transaction('rw', [db.outbox, db.actions, db.instructions, db.reports, db.device], async () => {
      const ofRecord = await db.outbox.where('recordId').equals(recordId).toArray();
      for (const old of ofRecord)
        if (old.kind === 'personal-report.submit' && old.status === 'refused') await db.outbox.delete(old.id);
      const submit = ofRecord.find((item) => item.id === recordId);
      const after = submit !== undefined && submit.status !== 'acknowledged' ? submit.id : null;
      await db.outbox.put(toItem(prepared, await nextWrite(db), after));
      await db.actions.put({ id, recordId, at, kind: 'reported', instructionId });
      if (instructionId !== null) await db.instructions.update(instructionId, { doneAt: at });
      await db.reports.delete(recordId);
    }),
  );
}

/**
 * 「取り消す」: the words leave the phone at once and are never sent. What may have arrived in an attempt is asked back by
 * `withdrawal`, which carries the id alone; the secretariat takes it for a record it does not know, too.
 * @returns `removed` when nothing is left to tell, else `asked`
 */
export async function withdrawRecord(
  db: PhoneDatabase,
  recordId: string,
  withdrawal: NewOperation,
): Promise<'removed' | 'asked'> {
  return withReopen(db, () =>
    db.transaction(
      'rw',
      [db.outbox, db.records, db.drafts, db.photos, db.actions, db.reports, db.device],
      async () => {
        await db.reports.delete(recordId);
        const submit = await db.outbox.get(recordId);
        const action: ActionRow = {
          id: withdrawal.id,
          recordId,
          at: withdrawal.createdAt,
          kind: 'withdrawn',
        };
        if (submit !== undefined && submit.status !== 'acknowledged') {
          await db.outbox.where('recordId').equals(recordId).delete();
          await db.photos.where('recordId').equals(recordId).delete();
          await db.drafts.delete(recordId);
          await db.records.update(recordId, { withdrawnAt: withdrawal.createdAt });
          await db.actions.put(action);
          const order = await nextWrite(db);
          // Refused after its receipt: the secretariat has a row of it, so it is asked back.
          const hasReceipt = ((await db.records.get(recordId))?.receiptNo ?? null) !== null;
          const neverTried = submit.status === 'unsealed' || submit.attempts === 0;
          if (!hasReceipt && (neverTried || submit.status === 'refused')) return 'removed';
          await db.outbox.put(toItem({ ...withdrawal, sealed: false }, order, null));
          return 'asked';
        }
        const asked = await db.outbox.where('recordId').equals(recordId).toArray();
        if (asked.some((item) => item.kind === 'sighting.withdraw' && item.status === 'waiting'))
          return 'asked';
        await db.outbox.put(toItem({ ...withdrawal, sealed: false }, await nextWrite(db), null));
        await db.actions.put(action);
        return 'asked';
      },
    ),
  );
}

/** Offers refused operations and photos of a record again, unchanged. */
export async function offerAgain(db: PhoneDatabase, recordId: string): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', [db.outbox, db.drafts, db.photos, db.device], async () => {
      const items = await db.outbox.where('recordId').equals(recordId).toArray();
      await db.photos
        .where('recordId')
        .equals(recordId)
        .modify((photo) => {
          if (photo.status === 'refused') photo.status = 'waiting';
        });
      for (const item of items.filter((each) => each.status === 'refused' && each.body !== '')) {
        const { id, kind, body, sealed, createdAt } = item;
        const again = toItem(
          { id, kind, recordId, body, sealed, createdAt },
          await nextWrite(db),
          item.after,
        );
        await db.outbox.put({ ...again, attempts: item.attempts });
        if (item.kind === 'sighting.submit') await db.drafts.update(recordId, { refused: null });
      }
    }),
  );
}

export function outboxPort(db: PhoneDatabase, sealing: SealingPort): OutboxPort {
  let looked = false;
  return {
    async sealWaiting() {
      // The worker may be the first to run after an update: nothing of version 1 leaves in plain.
      if (!looked) await encryptOldRows(db, sealing);
      looked = true;
      return sealWaiting(db, sealing);
    },
    waiting: () =>
      withReopen(db, async () => {
        const rows = await db.outbox.where('status').equals('waiting').toArray();
        return rows.filter(isReadableItem).sort((a, b) => a.order - b.order);
      }),
    recordsWithRefusal: () =>
      withReopen(db, async () => {
        const refused = await db.outbox.where('status').equals('refused').toArray();
        return new Set(
          refused.filter((item) => item.kind === 'sighting.submit').map((item) => item.recordId),
        );
      }),
    startAttempt: (ids, nowMs) =>
      withReopen(db, () =>
        db.transaction('rw', db.outbox, async () => {
          const started = new Set<string>();
          await db.outbox
            .where('id')
            .anyOf([...ids])
            .modify((item) => {
              if (item.status !== 'waiting') return;
              item.attempts += 1;
              item.attemptStartedAt = nowMs;
              started.add(item.id);
            });
          return started;
        }),
      ),
    endAttempt: (ids) =>
      withReopen(db, () =>
        db.transaction('rw', db.outbox, async () => {
          await db.outbox
            .where('id')
            .anyOf([...ids])
            .modify((item) => {
              if (item.status === 'waiting') item.attemptStartedAt = null;
            });
        }),
      ),
    settle: (verdicts, nowMs) => settle(db, verdicts, nowMs),
    writeCount: () => withReopen(db, () => readWriteCount(db)),
  };
}

/** In bulk: a phone that was without signal for weeks has a thousand items to settle at once. */
async function settle(db: PhoneDatabase, verdicts: readonly Verdict[], nowMs: number): Promise<void> {
  await withReopen(db, () =>
    db.transaction(
      'rw',
      [db.outbox, db.records, db.drafts, db.photos, db.actions, db.instructions],
      async () => {
        const items = await db.outbox.bulkGet(verdicts.map((verdict) => verdict.id));
        const settled = verdicts.flatMap((verdict, at) => {
          const item = items[at];
          return item?.status === 'waiting' ? [{ item, verdict }] : [];
        });
        await db.outbox.bulkPut(settled.map(({ item, verdict }) => settledItem(item, verdict, nowMs)));
        const submits = settled.filter(({ item }) => item.kind === 'sighting.submit');
        await keepReceipts(
          db,
          submits.flatMap(({ item, verdict }) =>
            verdict.verdict === 'acknowledged' ? [{ recordId: item.recordId, receipt: verdict.receipt }] : [],
          ),
        );
        for (const { item, verdict } of settled)
          if (verdict.verdict === 'refused') await refuse(db, item, verdict, nowMs);
      },
    ),
  );
  // Compaction comes only after the acknowledgement is on disk (law 3).
  await withReopen(db, () => db.outbox.where('status').equals('acknowledged').delete());
}

function settledItem(item: OutboxItem, verdict: Verdict, nowMs: number): OutboxItem {
  const { id, kind, recordId, body, sealed, createdAt, after, order, attempts } = item;
  const base = { id, kind, recordId, body, sealed, createdAt, after, order, attempts };
  switch (verdict.verdict) {
    case 'waits':
      return { ...base, status: 'waiting', attemptStartedAt: null };
    case 'acknowledged':
      return { ...base, status: 'acknowledged', receipt: verdict.receipt, acknowledgedAt: nowMs };
    case 'refused':
      return { ...base, status: 'refused', problem: verdict.problem, refusedAt: nowMs };
  }
}

/**
 * The secretariat has these sightings: receipt number kept, photos may go. The drafts stay until it has opened them
 * (changes-store.ts), because only then it is known that nothing has to be mended.
 */
async function keepReceipts(
  db: PhoneDatabase,
  received: readonly { recordId: string; receipt: Receipt | null }[],
): Promise<void> {
  const ids = received.map(({ recordId }) => recordId);
  const records = await db.records.bulkGet(ids);
  const changed = received.flatMap(({ receipt }, at) => {
    const record = records[at];
    return receipt === null || record === undefined ? [] : [{ ...record, ...receipt }];
  });
  await db.records.bulkPut(changed);
  await db.photos
    .where('recordId')
    .anyOf(ids)
    .modify((photo) => {
      if (photo.status === 'held') photo.status = 'waiting';
    });
}

async function refuse(
  db: PhoneDatabase,
  { id, kind, recordId }: OutboxItem,
  { problem }: Extract<Verdict, { verdict: 'refused' }>,
  nowMs: number,
): Promise<void> {
  if (kind === 'sighting.withdraw' && problem === 'transition-not-allowed') {
    // The secretariat has begun: nothing of the member's is lost, the timeline says so.
    await db.outbox.delete(id);
    await db.records.update(recordId, { withdrawnAt: null });
    await db.actions.put({ id, recordId, at: new Date(nowMs).toISOString(), kind: 'refused', problem });
    return;
  }
  if (kind === 'sighting.submit') await db.drafts.update(recordId, { refused: problem });
  if (kind === 'personal-report.submit') await reopenRequest(db, id);
}

// Gathers the rows of one record, or of all, for the view.
import type { PhoneDatabase } from '../../storage/db';
import { readRegistration, readRound } from '../../storage/device-store';
import type { RecordRows, ViewContext } from './record-view';

export async function rowsOf(db: PhoneDatabase, id: string): Promise<RecordRows> {
  const of = { recordId: id };
  return {
    id,
    draft: (await db.drafts.get(id)) ?? null,
    record: (await db.records.get(id)) ?? null,
    outbox: await db.outbox.where(of).sortBy('order'),
    instructions: await db.instructions.where(of).toArray(),
    actions: await db.actions.where(of).toArray(),
    photos: (await db.photos.where(of).toArray()).map(({ status, problem }) => ({ status, problem })),
  };
}

function byRecord<T extends { recordId: string }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.recordId);
    if (group === undefined) groups.set(row.recordId, [row]);
    else group.push(row);
  }
  return (id) => groups.get(id) ?? [];
}

/** All records at once: one read a store, never one a record. */
export async function allRows(db: PhoneDatabase): Promise<RecordRows[]> {
  const records = new Map((await db.records.toArray()).map((row) => [row.id, row]));
  const drafts = new Map((await db.drafts.toArray()).map((row) => [row.id, row]));
  const outbox = byRecord(await db.outbox.orderBy('order').toArray());
  const instructions = byRecord(await db.instructions.toArray());
  const actions = byRecord(await db.actions.toArray());
  const unsentPhotos = byRecord(
    await db.photos.where('status').anyOf('held', 'waiting', 'refused').toArray(),
  );
  return [...new Set([...records.keys(), ...drafts.keys()])].map((id) => ({
    id,
    draft: drafts.get(id) ?? null,
    record: records.get(id) ?? null,
    outbox: outbox(id),
    instructions: instructions(id),
    actions: actions(id),
    photos: unsentPhotos(id),
  }));
}

export async function viewContext(db: PhoneDatabase, nowMs: number): Promise<ViewContext> {
  const { notBeforeMs } = await readRound(db);
  return { nowMs, notBeforeMs, draftDays: (await readRegistration(db))?.network.draftDays ?? 30 };
}

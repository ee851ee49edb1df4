// A row that cannot be read is set aside whole and counted; the rest goes on (law 12).
import * as z from 'zod/mini';
import { photoNameSchema, sightingAnswersSchema } from '../domain/sighting';
import type { OutboxItem } from '../sync/outbox-item';
import type { PhoneDatabase } from './db';
import type { DraftRow } from './rows';

const draftBase = { id: z.string(), createdAt: z.string(), savedAt: z.string() };
const draftShape = z.union([
  z.looseObject({
    ...draftBase,
    summary: z.looseObject({ signs: z.array(z.string()) }),
    locked: z.looseObject({ iv: z.instanceof(Uint8Array), data: z.instanceof(ArrayBuffer) }),
  }),
  // of version 1, before it was encrypted
  z.looseObject({ ...draftBase, answers: sightingAnswersSchema, photos: z.array(photoNameSchema) }),
]);
const outboxShape = z.looseObject({
  id: z.string(),
  kind: z.string(),
  recordId: z.string(),
  body: z.string(),
  createdAt: z.string(),
  order: z.number(),
  attempts: z.number(),
  status: z.enum(['unsealed', 'waiting', 'refused', 'acknowledged']),
});

export const isReadableDraft = (row: unknown): row is DraftRow => z.safeParse(draftShape, row).success;
export const isReadableItem = (row: unknown): row is OutboxItem => z.safeParse(outboxShape, row).success;

/** Moves unreadable drafts and outbox rows aside. Run once at start. @returns how many are aside in all */
export async function setAsideUnreadable(db: PhoneDatabase, atIso: string): Promise<number> {
  return db.transaction('rw', db.drafts, db.outbox, db.quarantine, async () => {
    for (const [name, table, readable] of [
      ['drafts', db.drafts, isReadableDraft],
      ['outbox', db.outbox, isReadableItem],
    ] as const) {
      const broken: [string, unknown][] = [];
      await table.each((row, cursor) => {
        if (!readable(row)) broken.push([String(cursor.primaryKey), row]);
      });
      for (const [key, row] of broken) {
        await db.quarantine.add({ from: name, at: atIso, row });
        await table.delete(key);
      }
    }
    return db.quarantine.count();
  });
}

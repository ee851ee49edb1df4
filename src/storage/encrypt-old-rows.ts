// From version 1 of the phone's database, where drafts and queue were plain: each row is encrypted, or made ready to be
// sealed, on the first start. Row by row and repeatable, so that a start cut short loses nothing (law 12).
import { mustBeSealed, type SealingPort } from '../domain/sealing';
import { summaryOf, type PhotoName, type Sighting, type SightingAnswers } from '../domain/sighting';
import type { OutboxItem } from '../sync/outbox-item';
import type { PhoneDatabase } from './db';
import { lockDraft, lockPhoto } from './locked-rows';
import { outboxName } from './seal-first';
import type { ActionRow, DraftRow, PhotoRow, RecordRow } from './rows';

/** Rows as version 1 wrote them. */
type OldDraft = Omit<DraftRow, 'locked' | 'summary'> & { answers: SightingAnswers; photos: PhotoName[] };
type OldPhoto = Omit<PhotoRow, 'locked'>;
const isOldDraft = (row: DraftRow | OldDraft): row is OldDraft => 'answers' in row;
const isOldPhoto = (row: PhotoRow | OldPhoto): row is OldPhoto => !('locked' in row);

/** @returns how many rows were changed */
export async function encryptOldRows(db: PhoneDatabase, port: SealingPort): Promise<number> {
  const counts = [await drafts(db, port), await photos(db, port), await outbox(db, port), await readable(db)];
  return counts.reduce((sum, count) => sum + count, 0);
}

async function drafts(db: PhoneDatabase, port: SealingPort): Promise<number> {
  const rows: (DraftRow | OldDraft)[] = await db.drafts.toArray();
  const old = rows.filter(isOldDraft);
  for (const row of old) {
    const locked = await lockDraft(port, row);
    await db.transaction('rw', db.drafts, async () => {
      const now: DraftRow | OldDraft | undefined = await db.drafts.get(row.id);
      if (now !== undefined && isOldDraft(now))
        await db.drafts.put({ ...locked, sentAt: row.sentAt, refused: row.refused });
    });
  }
  return old.length;
}

async function photos(db: PhoneDatabase, port: SealingPort): Promise<number> {
  const rows: (PhotoRow | OldPhoto)[] = await db.photos.toArray();
  const old = rows.filter(isOldPhoto);
  for (const row of old) {
    // Of a sighting that has arrived in plain: its photo goes as it was named, and is dropped when it is there.
    const goesPlain = row.status === 'waiting' || row.status === 'delivered' || row.bytes.byteLength === 0;
    const next: PhotoRow = goesPlain
      ? { ...row, locked: null }
      : {
          ...row,
          status: 'draft',
          bytes: new ArrayBuffer(0),
          locked: await lockPhoto(port, row.key, new Uint8Array(row.bytes)),
        };
    await db.transaction('rw', db.photos, async () => {
      const now: PhotoRow | OldPhoto | undefined = await db.photos.get(row.key);
      if (now !== undefined && isOldPhoto(now)) await db.photos.put(next);
    });
  }
  return old.length;
}

async function outbox(db: PhoneDatabase, port: SealingPort): Promise<number> {
  const old = (await db.outbox.toArray()).filter(
    (item) => mustBeSealed(item.kind) && !item.sealed && item.body !== '',
  );
  for (const item of old) {
    const { id, kind, recordId, createdAt, after, order, attempts } = item;
    const base = { id, kind, recordId, createdAt, after, order, attempts, body: '', sealed: false };
    const locked = await port.lock(new TextEncoder().encode(item.body), outboxName(id));
    // A refused sighting is mended from its draft; anything else is offered once more, sealed.
    const next: OutboxItem =
      item.status === 'refused' && kind === 'sighting.submit'
        ? { ...base, status: 'refused', problem: item.problem, refusedAt: item.refusedAt }
        : { ...base, status: 'unsealed', locked };
    await db.transaction('rw', db.outbox, async () => {
      const now = await db.outbox.get(id);
      if (now === undefined || now.body !== item.body) return;
      if (now.status === 'acknowledged') await db.outbox.delete(id);
      else await db.outbox.put(next);
    });
  }
  return old.length;
}

/** What stays readable loses its words. */
async function readable(db: PhoneDatabase): Promise<number> {
  return db.transaction('rw', db.records, db.actions, async () => {
    const records = await db.records
      .filter((row) => 'photos' in row.sighting)
      .modify((row: RecordRow) => {
        row.sighting = summaryOf(row.sighting as unknown as Sighting);
      });
    const actions = await db.actions
      .filter((row) => 'text' in row || 'answers' in row || 'note' in row)
      .modify((row: ActionRow & { text?: unknown; answers?: unknown; note?: unknown }) => {
        if (row.kind === 'done') row.wroteNote = typeof row.note === 'string';
        delete row.text;
        delete row.answers;
        delete row.note;
      });
    return records + actions;
  });
}

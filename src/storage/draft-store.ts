// Drafts and their photos, from the first answer until the secretariat has opened the record. On disk they are encrypted.
import type { SealingPort } from '../domain/sealing';
import type { PhotoName } from '../domain/sighting';
import { withReopen, type PhoneDatabase } from './db';
import { lockDraft, lockPhoto, photoKey, unlockDraft, unlockPhoto, type Draft } from './locked-rows';
import type { DraftRow, PhotoRow } from './rows';

/** @throws when it is there and cannot be opened */
export async function readDraft(
  db: PhoneDatabase,
  port: SealingPort,
  id: string,
): Promise<(Draft & Pick<DraftRow, 'sentAt' | 'refused'>) | null> {
  const row = await withReopen(db, () => db.drafts.get(id));
  if (row === undefined) return null;
  const { createdAt, savedAt, sentAt, refused } = row;
  return { id, createdAt, savedAt, sentAt, refused, ...(await unlockDraft(port, row)) };
}

/**
 * Commits a draft; resolves when it is on disk.
 * A draft already handed to the outbox and not refused is left alone: what was sent must stay what was sent.
 */
export async function writeDraft(db: PhoneDatabase, port: SealingPort, draft: Draft): Promise<void> {
  const locked = await lockDraft(port, draft);
  await withReopen(db, () =>
    db.transaction('rw', db.drafts, async () => {
      const known = await db.drafts.get(draft.id);
      const isSent = (known?.sentAt ?? null) !== null;
      if (isSent && known?.refused === null) return;
      // Encryption takes its time: an older save that comes late never covers a newer one.
      if (known !== undefined && known.savedAt > locked.savedAt) return;
      await db.drafts.put({ ...locked, sentAt: known?.sentAt ?? null, refused: known?.refused ?? null });
    }),
  );
}

/** Deletes a draft that was never queued, with its photos. */
export async function deleteDraft(db: PhoneDatabase, id: string): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', db.drafts, db.photos, async () => {
      await db.drafts.delete(id);
      await db.photos.where('recordId').equals(id).delete();
    }),
  );
}

/** Photo and draft in one transaction, so that neither names what is not there. */
export async function writePhoto(
  db: PhoneDatabase,
  port: SealingPort,
  draft: Draft,
  photo: PhotoName,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const key = photoKey(draft.id, photo.sha256);
  const [locked, lockedPhoto] = [await lockDraft(port, draft), await lockPhoto(port, key, bytes)];
  const row: PhotoRow = {
    key,
    recordId: draft.id,
    sha256: photo.sha256,
    type: photo.type,
    bytes: new ArrayBuffer(0),
    locked: lockedPhoto,
    status: 'draft',
    problem: null,
  };
  await withReopen(db, () =>
    db.transaction('rw', db.drafts, db.photos, async () => {
      const known = await db.drafts.get(draft.id);
      await db.photos.put(row);
      await db.drafts.put({ ...locked, sentAt: known?.sentAt ?? null, refused: known?.refused ?? null });
    }),
  );
}

export async function deletePhoto(db: PhoneDatabase, recordId: string, sha256: string): Promise<void> {
  await withReopen(db, () => db.photos.delete(photoKey(recordId, sha256)));
}

/** A draft's photo with this hash, opened; null when it is gone or was sent. */
export async function findPhoto(
  db: PhoneDatabase,
  port: SealingPort,
  sha256: string,
): Promise<{ type: PhotoName['type']; bytes: Uint8Array<ArrayBuffer> } | null> {
  const rows = await withReopen(db, () => db.photos.where('sha256').equals(sha256).toArray());
  const row = rows.find((each) => each.locked !== null);
  const bytes = row === undefined ? null : await unlockPhoto(port, row);
  return row === undefined || bytes === null ? null : { type: row.type, bytes };
}

/**
 * The secretariat has opened these records: what was kept for mending goes. One that is being mended, or is on its way
 * again, stays. Part of a transaction on drafts, photos and outbox.
 */
export async function letDraftsGo(db: PhoneDatabase, opened: readonly string[]): Promise<void> {
  const drafts = await db.drafts.bulkGet([...opened]);
  const items = await db.outbox.bulkGet([...opened]);
  const ids = opened.filter((_, at) => drafts[at]?.refused === null && items[at] === undefined);
  await db.drafts.bulkDelete(ids);
  await db.photos
    .where('recordId')
    .anyOf(ids)
    .filter((photo) => photo.status === 'draft')
    .delete();
}

/** Drafts whose time on the phone is over go, counted. Refused and sent ones stay: they are unsent work (law 4). */
export async function expireDrafts(db: PhoneDatabase, olderThanIso: string): Promise<number> {
  return withReopen(db, () =>
    db.transaction('rw', db.drafts, db.photos, async () => {
      const old = await db.drafts.where('savedAt').below(olderThanIso).toArray();
      const gone = old.filter((draft) => draft.sentAt === null && draft.refused === null);
      for (const draft of gone) {
        await db.drafts.delete(draft.id);
        await db.photos.where('recordId').equals(draft.id).delete();
      }
      return gone.length;
    }),
  );
}

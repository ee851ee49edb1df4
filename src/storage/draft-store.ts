// Drafts and their photos, from the first answer until the receipt.
import type { PhotoName } from '../domain/sighting';
import { withReopen, type PhoneDatabase } from './db';
import type { DraftRow, PhotoRow } from './rows';

export const photoKey = (recordId: string, sha256: string) => `${recordId}/${sha256}`;

export async function readDraft(db: PhoneDatabase, id: string): Promise<DraftRow | null> {
  return withReopen(db, async () => (await db.drafts.get(id)) ?? null);
}

/**
 * Commits a draft; resolves when it is on disk.
 * A draft already handed to the outbox and not refused is left alone: what was sent must stay what was sent.
 */
export async function writeDraft(
  db: PhoneDatabase,
  draft: Pick<DraftRow, 'id' | 'answers' | 'photos' | 'createdAt' | 'savedAt'>,
): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', db.drafts, async () => {
      const known = await db.drafts.get(draft.id);
      const isSent = (known?.sentAt ?? null) !== null;
      if (isSent && known?.refused === null) return;
      await db.drafts.put({ ...draft, sentAt: known?.sentAt ?? null, refused: known?.refused ?? null });
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
  draft: Pick<DraftRow, 'id' | 'answers' | 'photos' | 'createdAt' | 'savedAt'>,
  photo: PhotoName,
  bytes: ArrayBuffer,
): Promise<void> {
  const row: PhotoRow = {
    key: photoKey(draft.id, photo.sha256),
    recordId: draft.id,
    sha256: photo.sha256,
    type: photo.type,
    bytes,
    status: 'draft',
    problem: null,
  };
  await withReopen(db, () =>
    db.transaction('rw', db.drafts, db.photos, async () => {
      const known = await db.drafts.get(draft.id);
      await db.photos.put(row);
      await db.drafts.put({ ...draft, sentAt: known?.sentAt ?? null, refused: known?.refused ?? null });
    }),
  );
}

export async function deletePhoto(db: PhoneDatabase, recordId: string, sha256: string): Promise<void> {
  await withReopen(db, () => db.photos.delete(photoKey(recordId, sha256)));
}

/** The bytes of any record's photo with this hash; null when they are gone. */
export async function findPhoto(db: PhoneDatabase, sha256: string): Promise<PhotoRow | null> {
  return withReopen(db, async () => {
    const rows = await db.photos.where('sha256').equals(sha256).toArray();
    return rows.find((row) => row.bytes.byteLength > 0) ?? null;
  });
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

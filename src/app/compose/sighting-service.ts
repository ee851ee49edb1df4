// Writing a sheet: drafts, photos, and the one step into the outbox.
import type { PhotoName } from '../../domain/sighting';
import { EMPTY_ANSWERS, missingFrom } from '../../domain/sighting';
import { finishSighting } from '../../domain/finish-sighting';
import { firstPlace, PLACES, type Place } from '../../domain/flow-sheet';
import { sha256Hex } from '../../seal/digest';
import type { ContentService, SightingDraft, SightingService } from '../../services';
import { storageTrouble } from '../../storage/db';
import { readHabits, readRegistration } from '../../storage/device-store';
import {
  deleteDraft,
  deletePhoto,
  findPhoto,
  readDraft,
  writeDraft,
  writePhoto,
} from '../../storage/draft-store';
import { queueSighting } from '../../storage/outbox-store';
import { holdLock } from '../../storage/web-lock';
import { localDay, saving, type Phone } from './phone';

export function sightingService(phone: Phone, content: ContentService): SightingService {
  const { db, sealing } = phone;
  const toRow = (draft: SightingDraft, savedAt: string) => {
    const { id, answers, photos, createdAt } = draft;
    return { id, answers, photos, createdAt, savedAt };
  };
  return {
    async begin() {
      const place = await presetPlace(phone);
      return {
        id: phone.newId(),
        answers: { ...EMPTY_ANSWERS, place },
        photos: [],
        createdAt: phone.now().toISOString(),
        savedAt: null,
        refused: null,
      };
    },
    async read(id) {
      const row = await readDraft(db, sealing, id);
      if (row === null || (row.sentAt !== null && row.refused === null)) return null;
      const { answers, photos, createdAt, savedAt, refused } = row;
      return { id, answers, photos, createdAt, savedAt, refused };
    },
    save: (draft) => saving(phone, () => writeDraft(db, sealing, toRow(draft, phone.now().toISOString()))),
    remove: (id) => deleteDraft(db, id),
    async hold(id) {
      const release = await holdLock(`mimamori-draft:${id}`);
      return release === null ? { status: 'held-elsewhere' } : { status: 'held', release };
    },
    async addPhoto(draft, file) {
      const { shrinkPhoto } = await import('../../platform/photo');
      const shrunk = await shrinkPhoto(file);
      if (shrunk.status !== 'shrunk') return { status: 'not-a-picture' };
      const bytes = new Uint8Array(shrunk.bytes);
      const photo: PhotoName = { sha256: await sha256Hex(bytes), type: shrunk.type, bytes: bytes.length };
      const others = draft.photos.filter((each) => each.sha256 !== photo.sha256);
      const savedAt = phone.now().toISOString();
      const next: SightingDraft = { ...draft, photos: [...others, photo], savedAt };
      try {
        await writePhoto(db, sealing, toRow(next, savedAt), photo, bytes);
        return { status: 'added', draft: next };
      } catch (error) {
        if (storageTrouble(error) === 'storage-full') return { status: 'storage-full' };
        throw error;
      }
    },
    async removePhoto(draft, sha256) {
      const savedAt = phone.now().toISOString();
      const next = { ...draft, photos: draft.photos.filter((photo) => photo.sha256 !== sha256), savedAt };
      await writeDraft(db, sealing, toRow(next, savedAt));
      await deletePhoto(db, draft.id, sha256);
      return next;
    },
    async readPhoto(sha256) {
      const photo = await findPhoto(db, sealing, sha256);
      return photo === null ? null : new Blob([photo.bytes], { type: photo.type });
    },
    async send(draft) {
      const now = phone.now();
      const today = localDay(now);
      if (missingFrom(draft.answers, today).length > 0) return { status: 'incomplete' };
      const sighting = finishSighting(draft.answers, {
        weightOf: (id) => content.sign(id)?.weight ?? 'medium',
        photos: draft.photos,
        written: {
          createdAt: draft.createdAt,
          finishedAt: now.toISOString(),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          offline: !phone.online(),
        },
        appVersion: phone.appVersion,
        today,
      });
      if (sighting === null) return { status: 'incomplete' };
      const operation = {
        id: draft.id,
        kind: 'sighting.submit' as const,
        recordId: draft.id,
        createdAt: now.toISOString(),
      };
      const saved = await saving(phone, () =>
        queueSighting(db, sealing, toRow(draft, now.toISOString()), sighting, operation),
      );
      if (saved.status !== 'saved') return saved;
      phone.wakeDelivery();
      return { status: 'queued' };
    },
  };
}

async function presetPlace(phone: Phone): Promise<Place> {
  try {
    const { place } = await readHabits(phone.db);
    const known = PLACES.find((each) => each === place);
    return known ?? firstPlace((await readRegistration(phone.db))?.member.jobKind ?? null);
  } catch {
    // No storage: the sheet still opens.
    return firstPlace(null);
  }
}

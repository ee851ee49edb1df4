// Drafts and their photos as they lie on disk: encrypted for this phone alone. Only codes that name nobody stay readable,
// for the list of records.
import type { Locked, SealingPort } from '../domain/sealing';
import type { PhotoName, SightingAnswers } from '../domain/sighting';
import type { DraftRow, PhotoRow } from './rows';

export const photoKey = (recordId: string, sha256: string) => `${recordId}/${sha256}`;
const draftName = (id: string) => `draft/${id}`;
const photoName = (key: string) => `photo/${key}`;

/** A draft as the sheet knows it. */
export interface Draft {
  id: string;
  answers: SightingAnswers;
  photos: PhotoName[];
  createdAt: string;
  savedAt: string;
}
export type LockedDraft = Omit<DraftRow, 'sentAt' | 'refused'>;

export async function lockDraft(port: SealingPort, draft: Draft): Promise<LockedDraft> {
  const { id, answers, photos, createdAt, savedAt } = draft;
  const { place, signs, urgency } = answers;
  const plain = new TextEncoder().encode(JSON.stringify({ answers, photos }));
  return {
    id,
    createdAt,
    savedAt,
    summary: { place: place ?? null, signs, urgency: urgency ?? null },
    locked: await port.lock(plain, draftName(id)),
  };
}

/** @throws when it cannot be opened here */
export async function unlockDraft(
  port: SealingPort,
  row: DraftRow,
): Promise<Pick<Draft, 'answers' | 'photos'>> {
  const plain = await port.unlock(row.locked, draftName(row.id));
  return JSON.parse(new TextDecoder().decode(plain)) as Pick<Draft, 'answers' | 'photos'>;
}

export function lockPhoto(port: SealingPort, key: string, plain: Uint8Array<ArrayBuffer>): Promise<Locked> {
  return port.lock(plain, photoName(key));
}

/** null: a sealed photo, which this phone cannot open */
export async function unlockPhoto(
  port: SealingPort,
  row: Pick<PhotoRow, 'key' | 'locked'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  return row.locked === null ? null : port.unlock(row.locked, photoName(row.key));
}

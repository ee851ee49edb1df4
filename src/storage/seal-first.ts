// Seal first, then one transaction: everything here happens before the transaction that queues, because a transaction
// of IndexedDB does not wait for encryption. Nothing is written here.
import { mustBeSealed, type Locked, type SealingKey, type SealingPort } from '../domain/sealing';
import type { Sighting } from '../domain/sighting';
import type { OperationKind } from '../domain/sync-protocol';
import type { PhoneDatabase } from './db';
import { readRegistration } from './device-store';
import { photoKey, unlockPhoto } from './locked-rows';
import type { PhotoRow } from './rows';

export interface NewOperation {
  id: string;
  kind: OperationKind;
  recordId: string;
  /** JSON text, as it is inside the seal */
  body: string;
  createdAt: string;
}

/** `locked`: written before this phone knew the network's key; sealed as soon as it does (seal-waiting.ts) */
export type Prepared = Omit<NewOperation, 'body'> & ({ body: string; sealed: boolean } | { locked: Locked });

const bytesOf = (text: string) => new TextEncoder().encode(text);
export const outboxName = (id: string) => `outbox/${id}`;

/** The key of the network this phone belongs to; null before it is registered, or before the network has one. */
export async function readSealingKey(db: PhoneDatabase): Promise<SealingKey | null> {
  return (await readRegistration(db))?.network.sealingKey ?? null;
}

/** @param key null: not known yet */
export async function prepare(
  port: SealingPort,
  { body, ...operation }: NewOperation,
  key: SealingKey | null,
): Promise<Prepared> {
  const { id, kind } = operation;
  if (!mustBeSealed(kind)) return { ...operation, body, sealed: false };
  if (key === null) return { ...operation, locked: await port.lock(bytesOf(body), outboxName(id)) };
  return { ...operation, body: await port.seal(bytesOf(body), key, { operationId: id, kind }), sealed: true };
}

/** A sighting and its photos, which get the names of their sealed bytes. */
export async function prepareSighting(
  db: PhoneDatabase,
  port: SealingPort,
  operation: Omit<NewOperation, 'body'>,
  sighting: Sighting,
  key: SealingKey | null,
): Promise<{ operation: Prepared; photos: PhotoRow[] }> {
  if (key === null) {
    const body = JSON.stringify(sighting);
    return { operation: await prepare(port, { ...operation, body }, null), photos: [] };
  }
  const photos = await sealPhotos(db, port, operation.recordId, sighting.photos, key);
  const names = photos.map(({ sha256, type, bytes }) => ({ sha256, type, bytes: bytes.byteLength }));
  const body = JSON.stringify({ ...sighting, photos: names });
  return { operation: await prepare(port, { ...operation, body }, key), photos };
}

async function sealPhotos(
  db: PhoneDatabase,
  port: SealingPort,
  recordId: string,
  photos: Sighting['photos'],
  key: SealingKey,
): Promise<PhotoRow[]> {
  const sealed: PhotoRow[] = [];
  for (const { sha256, type } of photos) {
    const row = await db.photos.get(photoKey(recordId, sha256));
    const plain = row === undefined ? null : await unlockPhoto(port, row);
    // Evicted by the system: the words go all the same.
    if (plain === null) continue;
    const { bytes, sha256: name } = await port.sealPhoto(plain, key, recordId);
    sealed.push({
      key: photoKey(recordId, name),
      recordId,
      sha256: name,
      type,
      bytes: bytes.buffer,
      locked: null,
      status: 'held',
      problem: null,
    });
  }
  return sealed;
}

// Photos of sightings: announced by the sighting, filled part by part in order, complete once their SHA-256 was checked.
import type { PhotoStatus } from '../../src/domain/sync-protocol';
import type { PhotoName } from '../../src/domain/sighting';
import type { Db, Writing } from './ports';

export interface PhotoRecord extends PhotoStatus {
  sha256: string;
  type: string;
  bytes: number;
}

interface PhotoKey {
  memberId: string;
  sha256: string;
}

/** The sighting names its photos: only those may be sent. One already here is not asked for again. */
export async function expectPhotos(
  writing: Writing,
  memberId: string,
  recordId: string,
  photos: readonly PhotoName[],
): Promise<void> {
  const { db, networkId } = writing;
  // A mended record names its photos anew.
  await db
    .deleteFrom('case_photos')
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .execute();
  for (const [place, photo] of photos.entries()) {
    const known = await readPhoto(db, networkId, { memberId, sha256: photo.sha256 });
    const differs = known !== null && (known.bytes !== photo.bytes || known.type !== photo.type);
    if (known === null)
      await db
        .insertInto('photos')
        .values({ network_id: networkId, member_id: memberId, ...photo, received: 0, complete: 0 })
        .execute();
    else if (differs && !known.complete) {
      await dropParts(writing, { memberId, sha256: photo.sha256 });
      await db
        .updateTable('photos')
        .set({ type: photo.type, bytes: photo.bytes })
        .where('network_id', '=', networkId)
        .where('member_id', '=', memberId)
        .where('sha256', '=', photo.sha256)
        .execute();
    }
    await db
      .insertInto('case_photos')
      .values({
        network_id: networkId,
        record_id: recordId,
        member_id: memberId,
        sha256: photo.sha256,
        place,
      })
      .execute();
  }
}

export async function readPhoto(
  db: Db,
  networkId: string,
  { memberId, sha256 }: PhotoKey,
): Promise<PhotoRecord | null> {
  const row = await db
    .selectFrom('photos')
    .select(['type', 'bytes', 'received', 'complete'])
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, sha256, complete: row.complete === 1 };
}

export async function addPart(
  { db, networkId }: Writing,
  { memberId, sha256 }: PhotoKey,
  start: number,
  data: Uint8Array,
): Promise<void> {
  await db
    .insertInto('photo_parts')
    .values({ network_id: networkId, member_id: memberId, sha256, start, data: Buffer.from(data) })
    .execute();
  await db
    .updateTable('photos')
    .set({ received: start + data.length })
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .execute();
}

export async function readPhotoBytes(
  db: Db,
  networkId: string,
  { memberId, sha256 }: PhotoKey,
): Promise<Uint8Array> {
  const parts = await db
    .selectFrom('photo_parts')
    .select('data')
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .orderBy('start')
    .execute();
  // libsql hands out ArrayBuffer where the others hand out Buffer
  return Buffer.concat(parts.map(({ data }) => new Uint8Array(data)));
}

export async function completePhoto({ db, networkId }: Writing, { memberId, sha256 }: PhotoKey) {
  await db
    .updateTable('photos')
    .set({ complete: 1 })
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .execute();
}

/** The bytes are not what the sighting named: the phone begins again. */
export async function dropParts({ db, networkId }: Writing, { memberId, sha256 }: PhotoKey): Promise<void> {
  await db
    .deleteFrom('photo_parts')
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .execute();
  await db
    .updateTable('photos')
    .set({ received: 0 })
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .execute();
}

/** Records of this member that name the photo. */
export async function recordsNaming(
  db: Db,
  networkId: string,
  { memberId, sha256 }: PhotoKey,
): Promise<string[]> {
  const rows = await db
    .selectFrom('case_photos')
    .select('record_id')
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('sha256', '=', sha256)
    .execute();
  return rows.map((row) => row.record_id);
}

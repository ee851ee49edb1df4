// Versions of the phone's database. A migration may add stores and fields; it never drops drafts, outbox or photos (law 12).
import type Dexie from 'dexie';

export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    drafts: 'id, savedAt',
    photos: 'key, recordId, sha256, status',
    outbox: 'id, status, recordId, order',
    records: 'id, writtenAt',
    instructions: 'id, recordId',
    actions: 'id, recordId',
    applied: 'key',
    device: 'key',
    quarantine: '++number',
  });
}

// Versions of the phone's database. A migration may add stores and fields; it never drops drafts, outbox or photos (law 12).
import type Dexie from 'dexie';

export function declareVersions(db: Dexie): void {
  const stores = {
    drafts: 'id, savedAt',
    photos: 'key, recordId, sha256, status',
    outbox: 'id, status, recordId, order',
    records: 'id, writtenAt',
    instructions: 'id, recordId',
    actions: 'id, recordId',
    applied: 'key',
    device: 'key',
    quarantine: '++number',
  };
  db.version(1).stores(stores);
  // Drafts, their photos and what waits are encrypted or sealed from here on. An upgrade cannot wait for encryption:
  // encrypt-old-rows.ts does it, row by row, when the phone starts.
  db.version(2).stores(stores);
  db.version(3).stores({ reports: 'recordId' });
}

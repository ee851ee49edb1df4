// Photos on their way: bytes stay until the secretariat holds them whole.
import type { PhotoPort } from '../sync/ports';
import { withReopen, type PhoneDatabase } from './db';
import type { PhotoRow } from './rows';

export function photoPort(db: PhoneDatabase): PhotoPort {
  const change = (sha256: string, part: (row: PhotoRow) => void) =>
    withReopen(db, () =>
      db.transaction('rw', db.photos, async () => {
        await db.photos
          .where('sha256')
          .equals(sha256)
          .modify((row) => {
            if (row.status === 'waiting') part(row);
          });
      }),
    );
  return {
    waiting: () =>
      withReopen(db, async () => {
        const rows = await db.photos.where('status').equals('waiting').toArray();
        return [...new Set(rows.map((row) => row.sha256))];
      }),
    read: (sha256) =>
      withReopen(db, async () => {
        const rows = await db.photos.where('sha256').equals(sha256).toArray();
        const row = rows.find((each) => each.status === 'waiting' && each.bytes.byteLength > 0);
        return row === undefined
          ? null
          : { sha256, type: 'application/octet-stream', bytes: new Uint8Array(row.bytes) };
      }),
    delivered: (sha256) =>
      change(sha256, (row) => {
        row.status = 'delivered';
        row.bytes = new ArrayBuffer(0);
      }),
    refused: (sha256, problem) =>
      change(sha256, (row) => {
        row.status = 'refused';
        row.problem = problem;
      }),
  };
}

// What was written before this phone knew the network's key is sealed as soon as it does: each item in a transaction of
// its own, only if it still waits. Run before each round, by page and worker alike.
import type { Locked, SealingPort } from '../domain/sealing';
import type { Sighting } from '../domain/sighting';
import { withReopen, type PhoneDatabase } from './db';
import { nextWrite } from './device-store';
import { outboxName, prepare, prepareSighting, readSealingKey } from './seal-first';

/** @returns how many were sealed now */
export async function sealWaiting(db: PhoneDatabase, port: SealingPort): Promise<number> {
  const waiting = await withReopen(db, () => db.outbox.where('status').equals('unsealed').sortBy('order'));
  const key = waiting.length === 0 ? null : await readSealingKey(db);
  if (key === null) return 0;
  let sealed = 0;
  for (const item of waiting) {
    if (item.status !== 'unsealed') continue;
    const { id, kind, recordId, createdAt, after, attempts } = item;
    const body = await unlocked(port, item.locked, outboxName(id));
    if (body === null) continue;
    const operation = { id, kind, recordId, createdAt };
    const { operation: prepared, photos } =
      kind === 'sighting.submit'
        ? await prepareSighting(db, port, operation, JSON.parse(body) as Sighting, key)
        : { operation: await prepare(port, { ...operation, body }, key), photos: [] };
    if (!('body' in prepared)) continue;
    sealed += await withReopen(db, () =>
      db.transaction('rw', [db.outbox, db.photos, db.device], async () => {
        if ((await db.outbox.get(id))?.status !== 'unsealed') return 0;
        await nextWrite(db);
        await db.outbox.put({
          ...prepared,
          after,
          order: item.order,
          attempts,
          status: 'waiting',
          attemptStartedAt: null,
        });
        await db.photos.bulkPut(photos);
        return 1;
      }),
    );
  }
  return sealed;
}

/** null: not now, because the key is withheld or the row is damaged; it goes on waiting */
async function unlocked(port: SealingPort, locked: Locked, name: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await port.unlock(locked, name));
  } catch {
    return null;
  }
}

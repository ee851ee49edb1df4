// Drafts and what happens to them: law 1 (saved means committed), law 4, law 12.
import { describe, expect, it } from 'vitest';
import { storageTrouble } from '../../src/storage/db';
import { expireDrafts, readDraft, writeDraft, writePhoto } from '../../src/storage/draft-store';
import { setAsideUnreadable } from '../../src/storage/quarantine';
import { countQuarantined, countUnsent, eraseAll } from '../../src/storage/storage-health';
import { holdLock } from '../../src/storage/web-lock';
import { freshDatabase } from '../support/phone-database';
import { queueOne } from '../support/delivery';
import { portOf } from '../support/sealing';
import { testId } from '../support/sightings';

const draft = (id: string, savedAt: string, sign = 'OUT-03') => ({
  id,
  answers: { place: 'outside' as const, signs: [sign], troubleTypes: [], careNeeds: [] },
  photos: [],
  createdAt: savedAt,
  savedAt,
});

describe('a draft', () => {
  it('is there again as it was written', async () => {
    const db = freshDatabase();
    const id = testId();
    await writeDraft(db, portOf(db), draft(id, '2026-11-24T00:00:00.000Z'));
    expect((await readDraft(db, portOf(db), id))?.answers.signs).toEqual(['OUT-03']);
  });

  it('that was handed to the outbox is not changed by a late autosave', async () => {
    const db = freshDatabase();
    const id = await queueOne(db);
    await writeDraft(db, portOf(db), draft(id, '2026-11-24T09:00:00.000Z', 'IN-01'));
    expect((await readDraft(db, portOf(db), id))?.answers.signs).toEqual(['OUT-03']);
    expect((await readDraft(db, portOf(db), id))?.sentAt).not.toBeNull();
  });

  it('expires after its days, but unsent and refused work never does', async () => {
    const db = freshDatabase();
    const old = testId();
    const fresh = testId();
    await writeDraft(db, portOf(db), draft(old, '2026-10-01T00:00:00.000Z'));
    await writeDraft(db, portOf(db), draft(fresh, '2026-11-23T00:00:00.000Z'));
    const sent = await queueOne(db, {}, testId(), '2026-10-01T00:00:00.000Z');
    expect(await expireDrafts(db, '2026-10-25T00:00:00.000Z')).toBe(1);
    expect(await readDraft(db, portOf(db), old)).toBeNull();
    expect(await readDraft(db, portOf(db), fresh)).not.toBeNull();
    expect(await readDraft(db, portOf(db), sent)).not.toBeNull();
  });

  it('and its photo are committed together', async () => {
    const db = freshDatabase();
    const id = testId();
    const photo = { sha256: 'aa'.repeat(32), type: 'image/jpeg' as const, bytes: 4 };
    await writePhoto(
      db,
      portOf(db),
      { ...draft(id, '2026-11-24T00:00:00.000Z'), photos: [photo] },
      photo,
      new Uint8Array(4),
    );
    expect(await db.photos.count()).toBe(1);
    expect((await readDraft(db, portOf(db), id))?.photos).toEqual([photo]);
  });

  it('open in one tab cannot be held by another until it is given back', async () => {
    const release = await holdLock('mimamori-draft:x');
    expect(await holdLock('mimamori-draft:x')).toBeNull();
    release!();
    await Promise.resolve();
    const again = await holdLock('mimamori-draft:x');
    expect(again).not.toBeNull();
    again!();
  });
});

describe('what cannot be read', () => {
  it('is set aside and counted, and the rest goes on', async () => {
    const db = freshDatabase();
    const good = await queueOne(db);
    await db.table('drafts').put({ id: 'broken', answers: 'no answers', savedAt: 5 });
    await db.table('outbox').put({ id: 'torn', status: 'half' });
    expect(await setAsideUnreadable(db, '2026-11-24T00:00:00.000Z')).toBe(2);
    expect(await countQuarantined(db)).toBe(2);
    expect(await db.outbox.toCollection().primaryKeys()).toEqual([good]);
    expect((await db.quarantine.toArray()).map((row) => row.from).sort()).toEqual(['drafts', 'outbox']);
  });
});

describe('trouble with storage', () => {
  it('a full disk is told apart from a broken database, also inside an AbortError', () => {
    const quota = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
    const abort = Object.assign(new Error('y'), { name: 'AbortError', inner: quota });
    expect(storageTrouble(quota)).toBe('storage-full');
    expect(storageTrouble(abort)).toBe('storage-full');
    expect(storageTrouble(new Error('z'))).toBe('storage-unavailable');
  });

  it('a connection dropped by the system is reopened and the write repeated', async () => {
    const db = freshDatabase();
    const id = testId();
    await db.open();
    db.close({ disableAutoOpen: true });
    await writeDraft(db, portOf(db), draft(id, '2026-11-24T00:00:00.000Z'));
    expect(await readDraft(db, portOf(db), id)).not.toBeNull();
  });

  it('erasing counts first what would be lost, and leaves nothing', async () => {
    const db = freshDatabase();
    await writeDraft(db, portOf(db), draft(testId(), '2026-11-24T00:00:00.000Z'));
    await queueOne(db);
    expect(await countUnsent(db)).toEqual({ drafts: 1, operations: 1 });
    await eraseAll(db);
    expect(await countUnsent(db)).toEqual({ drafts: 0, operations: 0 });
    expect(await db.device.count()).toBe(0);
  });
});

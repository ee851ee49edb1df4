// What a finder of the phone can read: while a record is written nothing without the phone's own key, after it was sent
// only codes. And what was there before sealing is sealed without loss.
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { aSighting, testId } from '../support/sightings';
import { deliveringPhone as phone, queueOne } from '../support/delivery';
import { freshDatabase } from '../support/phone-database';
import { knowKey, opened, portOf, testKey } from '../support/sealing';
import { PhoneDatabase, ALL_STORES } from '../../src/storage/db';
import { findPhoto, readDraft, writeDraft, writePhoto } from '../../src/storage/draft-store';
import { encryptOldRows } from '../../src/storage/encrypt-old-rows';
import { queueOperation, queueSighting, withdrawRecord } from '../../src/storage/outbox-store';
import { setAsideUnreadable } from '../../src/storage/quarantine';
import { sealWaiting } from '../../src/storage/seal-waiting';
import { countUnsent } from '../../src/storage/storage-health';
import { runRound } from '../../src/sync/engine';

const CANARY = 'カナリア';
const AT = '2026-11-24T00:00:00.000Z';
const PICTURE = new TextEncoder().encode('a picture of nobody, ').slice();
const photo = { sha256: 'aa'.repeat(32), type: 'image/jpeg' as const, bytes: PICTURE.length };
const answers = {
  place: 'outside' as const,
  signs: ['OUT-03'],
  otherSign: `${CANARY}ほか`,
  freeText: `${CANARY}自由記述`,
  troubleTypes: [],
  careNeeds: [],
};
const draftOf = (id: string) => ({ id, answers, photos: [photo], createdAt: AT, savedAt: AT });

/** Every byte of every row, as a finder would look through them. Keys that no script can read out are left out. */
async function dump(db: PhoneDatabase): Promise<Buffer> {
  const parts: Buffer[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') parts.push(Buffer.from(`${value}\n`));
    else if (value instanceof ArrayBuffer) parts.push(Buffer.from(value));
    else if (ArrayBuffer.isView(value)) parts.push(Buffer.from(value.buffer));
    else if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey))
      for (const [name, inner] of Object.entries(value)) [name, inner].forEach(walk);
  };
  for (const store of ALL_STORES) walk(await db.table(store).toArray());
  return Buffer.concat(parts);
}
const reads = (bytes: Buffer, text: string) => bytes.includes(Buffer.from(text));

async function writeAndSend(db: PhoneDatabase, id = testId()): Promise<string> {
  const port = portOf(db);
  await writeDraft(db, port, draftOf(id));
  await writePhoto(db, port, draftOf(id), photo, PICTURE);
  const sighting = aSighting({ otherSign: answers.otherSign, freeText: answers.freeText, photos: [photo] });
  const operation = { id, kind: 'sighting.submit' as const, recordId: id, createdAt: AT };
  await queueSighting(db, port, draftOf(id), sighting, operation);
  return id;
}
async function supplement(db: PhoneDatabase, recordId: string): Promise<string> {
  const id = testId();
  const body = JSON.stringify({ recordId, text: `${CANARY}補足` });
  const operation = { id, kind: 'sighting.supplement' as const, recordId, createdAt: AT, body };
  await queueOperation(db, portOf(db), operation, { id, recordId, at: AT, kind: 'supplement' });
  return id;
}

describe('a lost phone', () => {
  it('shows no word and no picture: not while writing, not in the queue, not after sending', async () => {
    const { db, ports } = phone();
    await knowKey(db);
    const id = testId();
    await writeDraft(db, portOf(db), draftOf(id));
    await writePhoto(db, portOf(db), draftOf(id), photo, PICTURE);
    const states = [await dump(db)];
    await writeAndSend(db, id);
    await supplement(db, id);
    states.push(await dump(db));
    await runRound(ports, 'timer');
    states.push(await dump(db));
    for (const bytes of states) {
      expect(reads(bytes, id)).toBe(true);
      expect(reads(bytes, CANARY)).toBe(false);
      expect(reads(bytes, 'a picture of nobody')).toBe(false);
    }
    // The codes stay, for the list of records.
    expect((await db.records.get(id))?.sighting).toMatchObject({
      signs: ['OUT-03'],
      wroteFreeText: true,
      photoCount: 1,
    });
  });

  it('keeps a draft that opens again with all its words and its picture', async () => {
    const db = freshDatabase();
    const id = testId();
    await writeDraft(db, portOf(db), draftOf(id));
    await writePhoto(db, portOf(db), draftOf(id), photo, PICTURE);
    expect(await readDraft(db, portOf(db), id)).toMatchObject({ answers, photos: [photo] });
    expect((await findPhoto(db, portOf(db), photo.sha256))?.bytes).toEqual(PICTURE);
  });
});

describe('sealing first', () => {
  it('puts in the queue what only the secretariat can open, with photos named by their sealed bytes', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    const item = (await db.outbox.get(id))!;
    expect(item.sealed).toBe(true);
    const body = (await opened(item)) as ReturnType<typeof aSighting>;
    expect(body.freeText).toBe(answers.freeText);
    const [name] = body.photos;
    expect(name!.sha256).not.toBe(photo.sha256);
    await runRound(ports, 'timer');
    expect([...secretariat.photos]).toEqual([[name!.sha256, name!.bytes]]);
  });

  it('sends the identical bytes again after a lost reply, a refusal in between and a restart', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    secretariat.trouble = (_request, usual) => (usual(), { kind: 'unreachable' });
    await runRound(ports, 'timer');
    secretariat.trouble = null;
    await runRound(ports, 'person');
    const bodies = secretariat.requests
      .flatMap(({ operations }) => operations)
      .filter((each) => each.id === id);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]!.body).toBe(bodies[1]!.body);
    expect(await db.outbox.count()).toBe(0);
  });

  it('a second tap on 「送信する」 changes nothing of what waits', async () => {
    const { db } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    const { body } = (await db.outbox.get(id))!;
    await writeAndSend(db, id);
    expect((await db.outbox.get(id))!.body).toBe(body);
    expect(await db.photos.where('status').equals('held').count()).toBe(1);
  });
});

describe('what could not be opened', () => {
  it('opens again for mending with its words, and goes out under its own id with new bytes', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    await runRound(ports, 'timer');
    const before = secretariat.received.get(id);
    secretariat.changes.push({
      seq: 1,
      kind: 'refusal',
      id,
      version: 1,
      body: { problem: 'sealed-unreadable' },
    });
    await runRound(ports, 'person');
    expect(await readDraft(db, portOf(db), id)).toMatchObject({ answers, refused: 'sealed-unreadable' });
    expect(await db.outbox.get(id)).toMatchObject({ status: 'refused', problem: 'sealed-unreadable' });
    secretariat.received.delete(id);
    await writeAndSend(db, id);
    await runRound(ports, 'person');
    expect(secretariat.received.get(id)).not.toBe(before);
    secretariat.changes.push({
      seq: 2,
      kind: 'case-state',
      id,
      version: 1,
      body: { state: 'received', at: AT },
    });
    await runRound(ports, 'person');
    expect(await db.drafts.count()).toBe(0);
    expect(await db.photos.where('status').equals('draft').count()).toBe(0);
  });

  it('withdrawn after its receipt is asked back, because the secretariat has a row of it', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    await runRound(ports, 'timer');
    secretariat.changes.push({
      seq: 1,
      kind: 'refusal',
      id,
      version: 1,
      body: { problem: 'sealed-unreadable' },
    });
    await runRound(ports, 'person');
    const withdrawal = { id: testId(), kind: 'sighting.withdraw' as const, recordId: id, body: JSON.stringify({ recordId: id }), createdAt: AT }; // prettier-ignore
    expect(await withdrawRecord(db, id, withdrawal)).toBe('asked');
    await runRound(ports, 'person');
    expect([...secretariat.received.keys()]).toContain(withdrawal.id);
  });

  it('tells in the timeline of a smaller thing that it did not arrive readable', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const recordId = await writeAndSend(db);
    const id = await supplement(db, recordId);
    await runRound(ports, 'timer');
    secretariat.changes.push({
      seq: 1,
      kind: 'refusal',
      id,
      version: 1,
      body: { problem: 'sealed-unreadable' },
    });
    await runRound(ports, 'person');
    const told = (await db.actions.where({ recordId }).toArray()).map(({ kind }) => kind);
    expect(told.sort()).toEqual(['refused', 'supplement']);
  });
});

describe('before the network’s key is known', () => {
  it('a finished record waits encrypted, counts as unsent, and is sealed with its photo once the key is there', async () => {
    const { db, ports, secretariat } = phone();
    const id = await writeAndSend(db);
    const later = await supplement(db, id);
    expect((await db.outbox.get(id))?.status).toBe('unsealed');
    expect(await countUnsent(db)).toMatchObject({ operations: 2 });
    expect(reads(await dump(db), CANARY)).toBe(false);
    expect(await sealWaiting(db, portOf(db))).toBe(0);
    await knowKey(db);
    await runRound(ports, 'signal');
    expect([...secretariat.received.keys()]).toEqual([id, later]);
    const body = (await opened({ id, kind: 'sighting.submit', body: secretariat.received.get(id)! })) as { photos: { sha256: string }[]; freeText: string }; // prettier-ignore
    expect(body.freeText).toBe(answers.freeText);
    expect([...secretariat.photos.keys()]).toEqual(body.photos.map(({ sha256 }) => sha256));
  });

  it('withdrawn it leaves the phone without a trace at the secretariat', async () => {
    const { db } = phone();
    const id = await writeAndSend(db);
    const withdrawal = {
      id: testId(),
      kind: 'sighting.withdraw' as const,
      recordId: id,
      body: '{}',
      createdAt: AT,
    };
    expect(await withdrawRecord(db, id, withdrawal)).toBe('removed');
    expect(await db.outbox.count()).toBe(0);
    expect(await db.photos.count()).toBe(0);
  });

  it('page and worker sealing at once make one item', async () => {
    const { db } = phone();
    const id = await writeAndSend(db);
    await knowKey(db);
    const sealed = await Promise.all([sealWaiting(db, portOf(db)), sealWaiting(db, portOf(db))]);
    expect(sealed.sort()).toEqual([0, 1]);
    const body = (await opened((await db.outbox.get(id))!)) as { photos: { sha256: string }[] };
    const held = await db.photos.where('status').equals('held').toArray();
    expect(held.map(({ sha256 }) => sha256)).toEqual(body.photos.map(({ sha256 }) => sha256));
  });
});

describe('a rotated key', () => {
  it('what is sealed to the old one stays as it is; what is written next is sealed to the new one', async () => {
    const { db, ports, secretariat } = phone();
    await knowKey(db);
    const id = await writeAndSend(db);
    const { body } = (await db.outbox.get(id))!;
    const registration = (await db.device.get('registration'))!.value as { network: { sealingKey: object } };
    const { sealingKey } = await testKey();
    const network = { ...registration.network, sealingKey: { ...sealingKey, id: 'second' } };
    await db.device.put({ key: 'registration', value: { ...registration, network } });
    const next = await queueOne(db);
    await runRound(ports, 'timer');
    expect(secretariat.received.get(id)).toBe(body);
    expect(Buffer.from(secretariat.received.get(next)!, 'base64url').subarray(3, 9).toString()).toBe(
      'second',
    );
  });
});

describe('from version 1, where all of it was plain', () => {
  it('drafts, photos, queue, records and timeline are encrypted or sealed without loss', async () => {
    const name = freshDatabase().name;
    const [draftId, sentId, doneId] = [testId(), testId(), testId()];
    const old = new Dexie(name);
    old.version(1).stores({ drafts: 'id, savedAt', photos: 'key, recordId, sha256, status', outbox: 'id, status, recordId, order', records: 'id, writtenAt', instructions: 'id, recordId', actions: 'id, recordId', applied: 'key', device: 'key', quarantine: '++number' }); // prettier-ignore
    const sighting = aSighting({ freeText: answers.freeText, photos: [photo] });
    const item = { recordId: sentId, sealed: false, createdAt: AT, after: null, order: 1, attempts: 0, status: 'waiting', attemptStartedAt: null }; // prettier-ignore
    await old.table('drafts').bulkPut([
      { ...draftOf(draftId), sentAt: null, refused: null },
      { ...draftOf(sentId), sentAt: AT, refused: null },
    ]);
    const plainPhoto = { sha256: photo.sha256, type: photo.type, bytes: PICTURE.buffer, problem: null };
    await old.table('photos').bulkPut([
      { ...plainPhoto, key: `${draftId}/${photo.sha256}`, recordId: draftId, status: 'draft' },
      { ...plainPhoto, key: `${sentId}/${photo.sha256}`, recordId: sentId, status: 'held' },
    ]);
    await old.table('outbox').bulkPut([
      { ...item, id: sentId, kind: 'sighting.submit', body: JSON.stringify(sighting) },
      { ...item, id: doneId, kind: 'sighting.supplement', order: 2, body: JSON.stringify({ recordId: sentId, text: `${CANARY}補足` }) }, // prettier-ignore
    ]);
    await old.table('records').put({ id: sentId, sighting, writtenAt: AT, queuedAt: AT, receiptNo: null, receivedAt: null, caseState: null, states: [], feedback: null, withdrawnAt: null }); // prettier-ignore
    await old
      .table('actions')
      .put({ id: doneId, recordId: sentId, at: AT, kind: 'supplement', text: `${CANARY}補足` });
    old.close();

    const db = new PhoneDatabase(name);
    expect(await setAsideUnreadable(db, AT)).toBe(0);
    expect(await encryptOldRows(db, portOf(db))).toBeGreaterThan(5);
    expect(await encryptOldRows(db, portOf(db))).toBe(0);
    expect(reads(await dump(db), CANARY)).toBe(false);
    expect(reads(await dump(db), 'a picture of nobody')).toBe(false);
    expect(await readDraft(db, portOf(db), draftId)).toMatchObject({ answers, photos: [photo] });
    expect((await findPhoto(db, portOf(db), photo.sha256))?.bytes).toEqual(PICTURE);
    expect((await db.outbox.get(sentId))?.status).toBe('unsealed');
    await knowKey(db);
    expect(await sealWaiting(db, portOf(db))).toBe(2);
    expect(await opened((await db.outbox.get(sentId))!)).toMatchObject({ freeText: answers.freeText, photos: [{ type: 'image/jpeg' }] }); // prettier-ignore
    expect(await opened((await db.outbox.get(doneId))!)).toEqual({ recordId: sentId, text: `${CANARY}補足` });
    expect(await db.photos.where('status').equals('held').count()).toBe(1);
    db.close();
  });
});

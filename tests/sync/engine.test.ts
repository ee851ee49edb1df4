// The laws of src/sync/README.md, on the real engine and the real stores.
import { describe, expect, it } from 'vitest';
import { offerAgain } from '../../src/storage/outbox-store';
import { readRound, readWriteCount } from '../../src/storage/device-store';
import { runRound } from '../../src/sync/engine';
import { isSending } from '../../src/sync/outbox-item';
import { deliveringPhone as phone, enginePorts, queueOne } from '../support/delivery';
import { testId } from '../support/sightings';

describe('one round', () => {
  it('delivers what waits and keeps the receipt number with the record', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    expect(await runRound(ports, 'timer')).toEqual({ ended: 'done' });
    expect([...secretariat.received.keys()]).toEqual([id]);
    expect((await db.records.get(id))?.receiptNo).toMatch(/^T-2026-/);
    expect(await db.outbox.count()).toBe(0);
    // Kept, encrypted, until the secretariat has opened it: before that it may still come back for mending.
    expect(await db.drafts.count()).toBe(1);
    secretariat.changes.push({
      seq: 1,
      kind: 'case-state',
      id,
      version: 1,
      body: { state: 'received', at: '2026-11-24T01:00:00.000Z' },
    });
    await runRound(ports, 'timer');
    expect(await db.drafts.count()).toBe(0);
  });

  it('says so when this phone is not enrolled, and keeps everything', async () => {
    const { db, clock } = phone();
    await queueOne(db);
    expect(await runRound(enginePorts(db, clock, null), 'timer')).toEqual({ ended: 'not-enrolled' });
    expect(await db.outbox.count()).toBe(1);
  });

  it('sends the first batch small and the rest in large ones', async () => {
    const { db, ports, secretariat } = phone();
    for (let i = 0; i < 120; i += 1) await queueOne(db, { freeText: 'あ'.repeat(200) });
    await runRound(ports, 'timer');
    expect(secretariat.received.size).toBe(120);
    const sizes = secretariat.requests.map((request) => JSON.stringify(request).length);
    expect(sizes[0]).toBeLessThan(17_000);
    expect(secretariat.requests.length).toBeLessThan(5);
  });
});

describe('law 2 and 3: a lost reply', () => {
  it('sends the identical bytes again and takes "duplicate" for delivered', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = (_request, usual) => {
      usual();
      return { kind: 'unreachable' };
    };
    expect(await runRound(ports, 'timer')).toMatchObject({ ended: 'failed' });
    expect((await db.outbox.get(id))?.status).toBe('waiting');
    secretariat.trouble = null;
    await runRound(ports, 'person');
    expect(await db.outbox.count()).toBe(0);
    const bodies = secretariat.requests.map((request) => request.operations[0]!.body);
    expect(new Set(bodies).size).toBe(1);
    expect(secretariat.received.size).toBe(1);
  });

  it('takes a Wi-Fi login page for a failure, never for a receipt', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = () => ({ kind: 'foreign', status: 200 });
    expect(await runRound(ports, 'timer')).toMatchObject({ ended: 'failed' });
    expect((await db.outbox.get(id))?.status).toBe('waiting');
    expect((await db.records.get(id))?.receiptNo).toBeNull();
  });

  it('takes no receipt that names another record', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = (_request, usual) => {
      const reply = usual();
      return {
        kind: 'reply',
        value: { ...reply, results: reply.results.map((each) => ({ ...each, id: testId() })) },
      };
    };
    await runRound(ports, 'timer');
    expect((await db.outbox.get(id))?.status).toBe('waiting');
  });

  it('takes no reply of another protocol', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = (_request, usual) => ({ kind: 'reply', value: { ...usual(), protocol: 99 } });
    expect(await runRound(ports, 'timer')).toMatchObject({ ended: 'failed' });
    expect((await db.outbox.get(id))?.status).toBe('waiting');
  });
});

describe('law 6: one sender', () => {
  it('runs one round at a time; the other is told it is busy', async () => {
    const { db, ports, secretariat } = phone();
    await queueOne(db);
    const [first, second] = await Promise.all([runRound(ports, 'timer'), runRound(ports, 'timer')]);
    expect([first.ended, second.ended].sort()).toEqual(['busy', 'done']);
    expect(secretariat.requests).toHaveLength(1);
  });
});

describe('law 7: back-off', () => {
  it('waits after a failure, longer each time, and remembers it across restarts', async () => {
    const { db, clock, ports, secretariat } = phone();
    await queueOne(db);
    secretariat.trouble = () => ({ kind: 'unreachable' });
    const waits: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const report = await runRound(ports, 'signal');
      if (report.ended !== 'failed') throw new Error(report.ended);
      waits.push(report.notBeforeMs - clock.ms);
    }
    expect(waits).toEqual([2_500, 5_000, 10_000, 20_000, 40_000]);
    const restarted = enginePorts(db, clock, secretariat);
    expect(await runRound(restarted, 'timer')).toMatchObject({ ended: 'backing-off' });
    clock.pass(40_000);
    secretariat.trouble = null;
    expect(await runRound(restarted, 'timer')).toEqual({ ended: 'done' });
    expect((await readRound(db)).failures).toBe(0);
  });

  it('honours Retry-After even when the signal comes back, but not against a person', async () => {
    const { db, clock, ports, secretariat } = phone();
    await queueOne(db);
    secretariat.trouble = () => ({
      kind: 'problem',
      status: 429,
      code: 'too-many-requests',
      retryAfterMs: 120_000,
    });
    await runRound(ports, 'timer');
    secretariat.trouble = null;
    clock.pass(119_000);
    expect(await runRound(ports, 'signal')).toMatchObject({ ended: 'backing-off' });
    expect(await runRound(ports, 'person')).toEqual({ ended: 'done' });
  });

  it('tries at once when the clock was moved ten years back', async () => {
    const { db, clock, ports, secretariat } = phone();
    await queueOne(db);
    secretariat.trouble = () => ({ kind: 'unreachable' });
    await runRound(ports, 'timer');
    secretariat.trouble = null;
    clock.pass(-10 * 365 * 86_400_000);
    expect(await runRound(ports, 'timer')).toEqual({ ended: 'done' });
  });

  it('shows an attempt as sending only while it is fresh', async () => {
    const { db, clock, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = () => {
      throw new Error('the phone died here');
    };
    await expect(runRound(ports, 'timer')).rejects.toThrow('died');
    const item = (await db.outbox.get(id))!;
    expect(isSending(item, clock.ms)).toBe(true);
    expect(isSending(item, clock.ms + 181_000)).toBe(false);
    expect(item.attempts).toBe(1);
  });
});

describe('laws 8 and 9: the cursor and what is applied', () => {
  it('applies a change once, however often it comes', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    await runRound(ports, 'timer');
    const state = {
      seq: 5,
      kind: 'case-state',
      id,
      version: 1,
      body: { state: 'reviewing', at: '2026-11-24T02:00:00.000Z' },
    };
    await ports.changes.apply([state], '5', 'epoch-one');
    await ports.changes.apply([state], '5', 'epoch-one');
    expect((await db.records.get(id))?.states).toHaveLength(1);
    expect((await readRound(db)).cursor).toBe('5');
    expect(secretariat.requests[0]!.cursor).toBeNull();
    await runRound(ports, 'timer');
    expect(secretariat.requests.at(-1)!.cursor).toBe('5');
  });

  it('asks for everything anew when the secretariat lives in a restored database, and shows nothing twice', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    await runRound(ports, 'timer');
    const at = '2026-11-24T02:00:00.000Z';
    secretariat.changes = [{ seq: 3, kind: 'case-state', id, version: 2, body: { state: 'reviewing', at } }];
    await runRound(ports, 'timer');
    expect((await readRound(db)).cursor).toBe('3');
    secretariat.epoch = 'epoch-two';
    secretariat.changes = [{ seq: 1, kind: 'case-state', id, version: 1, body: { state: 'reviewing', at } }];
    expect(await runRound(ports, 'timer')).toEqual({ ended: 'done' });
    expect(secretariat.requests.at(-1)!.cursor).toBeNull();
    expect(await readRound(db)).toMatchObject({ cursor: '1', epoch: 'epoch-two' });
    expect((await db.records.get(id))?.states).toHaveLength(1);
  });

  it('keeps a kind of change it does not know for a later version of the app', async () => {
    const { db, ports } = phone();
    await ports.changes.apply(
      [{ seq: 1, kind: 'alert', id: testId(), version: 1, body: { title: 'x' } }],
      '1',
      'e-one-life',
    );
    expect(await db.quarantine.count()).toBe(1);
  });
});

describe('law 10: all delivered', () => {
  it('is proven only by a round that began after the last write', async () => {
    const { db, ports } = phone();
    await queueOne(db);
    await runRound(ports, 'timer');
    expect((await readRound(db)).provenWriteCount).toBe(await readWriteCount(db));
    await queueOne(db);
    expect((await readRound(db)).provenWriteCount).toBeLessThan(await readWriteCount(db));
  });
});

describe('law 11: wrong clocks', () => {
  it.each([-10, 10])('delivers with a clock %i years off, and measures the offset', async (years) => {
    const { db, clock, ports, secretariat } = phone();
    const serverMs = clock.ms;
    clock.pass(years * 365 * 86_400_000);
    secretariat.trouble = (_request, usual) => ({
      kind: 'reply',
      value: { ...usual(), serverClock: new Date(serverMs).toISOString() },
    });
    await queueOne(db);
    expect(await runRound(ports, 'timer')).toEqual({ ended: 'done' });
    expect((await readRound(db)).clockOffsetMs).toBe(-years * 365 * 86_400_000);
  });
});

describe('photos', () => {
  it('go in parts after their sighting, and resume where they stopped', async () => {
    const { db, ports, secretariat } = phone();
    const sha256 = 'ab'.repeat(32);
    const id = await queueOne(db);
    const bytes = new Uint8Array(150_000).fill(7);
    await db.photos.put({
      key: `${id}/${sha256}`,
      recordId: id,
      sha256,
      type: 'image/jpeg',
      bytes: bytes.buffer,
      locked: null,
      status: 'held',
      problem: null,
    });
    secretariat.photos.set(sha256, 65_536);
    await runRound(ports, 'timer');
    expect(secretariat.photos.get(sha256)).toBe(150_000);
    const row = (await db.photos.get(`${id}/${sha256}`))!;
    expect([row.status, row.bytes.byteLength]).toEqual(['delivered', 0]);
  });

  it('keep their bytes when the network stops half-way', async () => {
    const { db, clock, secretariat } = phone();
    const sha256 = 'cd'.repeat(32);
    const id = await queueOne(db);
    await db.photos.put({
      key: `${id}/${sha256}`,
      recordId: id,
      sha256,
      type: 'image/jpeg',
      bytes: new Uint8Array(9).buffer,
      locked: null,
      status: 'held',
      problem: null,
    });
    const failing = Object.assign(Object.create(secretariat), {
      photoPart: () => Promise.resolve({ kind: 'timed-out' }),
    });
    expect(await runRound(enginePorts(db, clock, failing), 'timer')).toMatchObject({ ended: 'failed' });
    expect((await db.photos.get(`${id}/${sha256}`))!.bytes.byteLength).toBe(9);
    await offerAgain(db, id);
    expect(await runRound(enginePorts(db, clock, secretariat), 'person')).toEqual({ ended: 'done' });
  });
});

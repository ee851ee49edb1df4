// Laws 4 and 5: refused is not lost, and nothing waits behind a record that is not its own.
import { describe, expect, it } from 'vitest';
import { queueOperation, withdrawRecord } from '../../src/storage/outbox-store';
import type { PhoneDatabase } from '../../src/storage/db';
import { runRound } from '../../src/sync/engine';
import { deliveringPhone as phone, queueOne } from '../support/delivery';
import { portOf } from '../support/sealing';
import { testId } from '../support/sightings';

async function supplement(db: PhoneDatabase, recordId: string, text: string) {
  const id = testId();
  const createdAt = '2026-11-24T00:01:00.000Z';
  await queueOperation(
    db,
    portOf(db),
    {
      id,
      kind: 'sighting.supplement',
      recordId,
      body: JSON.stringify({ recordId, text }),
      createdAt,
    },
    { id, recordId, at: createdAt, kind: 'supplement' },
  );
  return id;
}

describe('law 4: refused is not lost', () => {
  it('keeps a refused record with its reason and opens its draft for mending; the mended one keeps its id', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = (request, usual) => ({
      kind: 'reply',
      value: {
        ...usual(),
        results: request.operations.map((each) => ({
          id: each.id,
          outcome: 'rejected',
          problem: 'invalid-body',
        })),
      },
    });
    await runRound(ports, 'timer');
    expect(await db.outbox.get(id)).toMatchObject({ status: 'refused', problem: 'invalid-body' });
    expect(await db.drafts.get(id)).toMatchObject({ refused: 'invalid-body' });
    secretariat.trouble = null;
    secretariat.received.clear();
    await queueOne(db, { urgency: 'high' }, id);
    await runRound(ports, 'person');
    expect([...secretariat.received.keys()]).toEqual([id]);
    expect(await db.outbox.count()).toBe(0);
  });

  it.each([
    [401, 'token-wrong'],
    [403, 'device-revoked'],
    [426, 'protocol-unsupported'],
  ] as const)('pauses on %i and keeps everything until a person acts', async (status, code) => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.trouble = () => ({ kind: 'problem', status, code, retryAfterMs: null });
    expect(await runRound(ports, 'signal')).toEqual({ ended: 'paused', problem: code });
    secretariat.trouble = null;
    expect(await runRound(ports, 'signal')).toEqual({ ended: 'paused', problem: code });
    expect((await db.outbox.get(id))?.status).toBe('waiting');
    expect(await runRound(ports, 'person')).toEqual({ ended: 'done' });
    expect(await db.outbox.count()).toBe(0);
  });

  it('keeps both when the secretariat has other bytes under the same id', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    secretariat.received.set(id, 'something else');
    await runRound(ports, 'timer');
    expect(await db.outbox.get(id)).toMatchObject({ status: 'refused', problem: 'same-id-other-bytes' });
    expect(await db.drafts.count()).toBe(1);
  });

  it('sends no word of a withdrawn record: what was never tried just goes, what may have arrived is asked back by its id', async () => {
    const { db, ports, secretariat } = phone();
    const withdrawal = (recordId: string) => ({
      id: testId(),
      kind: 'sighting.withdraw' as const,
      recordId,
      body: JSON.stringify({ recordId }),
      sealed: false,
      createdAt: '2026-11-24T00:02:00.000Z',
    });
    const untried = await queueOne(db);
    expect(await withdrawRecord(db, untried, withdrawal(untried))).toBe('removed');
    const tried = await queueOne(db);
    secretariat.trouble = () => ({ kind: 'unreachable' });
    await runRound(ports, 'timer');
    secretariat.trouble = null;
    expect(await withdrawRecord(db, tried, withdrawal(tried))).toBe('asked');
    await runRound(ports, 'person');
    const kinds = secretariat.requests.flatMap((request) => request.operations.map((each) => each.kind));
    expect(kinds.slice(-1)).toEqual(['sighting.withdraw']);
    expect(secretariat.received.has(tried)).toBe(false);
    expect(await db.drafts.count()).toBe(0);
    expect(secretariat.received.has(untried)).toBe(false);
  });

  it('does not send a record withdrawn between reading the outbox and sending', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    const waiting = ports.outbox.waiting;
    ports.outbox.waiting = async () => {
      const items = await waiting();
      await db.outbox.delete(id);
      return items;
    };
    await runRound(ports, 'timer');
    expect(secretariat.received.size).toBe(0);
  });
});

describe('law 5: no head-of-line blocking', () => {
  it('delivers the others when one is refused, and holds what follows the refused one', async () => {
    const { db, ports, secretariat } = phone();
    const bad = await queueOne(db);
    const extra = await supplement(db, bad, '補足です');
    const good = await queueOne(db);
    secretariat.trouble = (request, usual) => {
      const reply = usual();
      const results = reply.results.map((each) =>
        each.id === bad ? { id: bad, outcome: 'rejected' as const, problem: 'invalid-body' as const } : each,
      );
      return {
        kind: 'reply',
        value: {
          ...reply,
          results: results.filter((each) => request.operations.some((o) => o.id === each.id)),
        },
      };
    };
    await runRound(ports, 'timer');
    expect((await db.records.get(good))?.receiptNo).not.toBeNull();
    expect((await db.outbox.get(bad))?.status).toBe('refused');
    secretariat.requests.length = 0;
    await db.outbox.update(extra, { status: 'waiting' });
    await runRound(ports, 'person');
    expect(secretariat.requests.flatMap((request) => request.operations)).toEqual([]);
  });

  it('keeps the order within one record', async () => {
    const { db, ports, secretariat } = phone();
    const id = await queueOne(db);
    const first = await supplement(db, id, '一つめ');
    const second = await supplement(db, id, '二つめ');
    await runRound(ports, 'timer');
    expect([...secretariat.received.keys()]).toEqual([id, first, second]);
  });

  it('splits a batch that the server cannot take, and refuses only the one that is the cause', async () => {
    const { db, ports, secretariat } = phone();
    const ids = [];
    for (let i = 0; i < 7; i += 1) ids.push(await queueOne(db));
    const cause = ids[3]!;
    secretariat.trouble = (request, usual) =>
      request.operations.some((each) => each.id === cause)
        ? { kind: 'problem', status: 413, code: 'body-too-large', retryAfterMs: null }
        : { kind: 'reply', value: usual() };
    expect(await runRound(ports, 'timer')).toEqual({ ended: 'done' });
    expect(await db.outbox.get(cause)).toMatchObject({ status: 'refused', problem: 'body-too-large' });
    expect(secretariat.received.size).toBe(6);
  });
});

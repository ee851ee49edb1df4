// A watcher must hear of every change of what it read, however the reading function is written.
import { describe, expect, it } from 'vitest';
import { roundStatePort } from '../../src/storage/device-store';
import { watchQuery } from '../../src/storage/watch';
import { deliveringPhone, queueOne } from '../support/delivery';
import { runRound } from '../../src/sync/engine';

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a watcher', () => {
  it('whose query is a plain function around an async one still hears of what it read last', async () => {
    const { db } = deliveringPhone();
    const state = roundStatePort(db);
    const read = async () => {
      await db.outbox.toArray();
      await db.photos.where('status').equals('waiting').count();
      await db.device.get('registration');
      return (await state.read()).failures;
    };
    const heard: number[] = [];
    const stop = watchQuery(
      () => read(),
      (value) => heard.push(value),
      (error) => {
        throw error;
      },
    );
    await settled();
    for (let failures = 1; failures <= 3; failures += 1) {
      await state.change({ failures });
      await settled();
    }
    stop();
    expect(heard).toEqual([0, 1, 2, 3]);
  });

  it('hears the end of a round, not only its middle', async () => {
    const { db, ports } = deliveringPhone();
    const state = roundStatePort(db);
    const heard: unknown[] = [];
    const read = async () => {
      const items = await db.outbox.toArray();
      return [items.length, (await state.read()).provenWriteCount];
    };
    const stop = watchQuery(
      () => read(),
      (value) => heard.push(value),
      () => undefined,
    );
    for (let round = 1; round <= 5; round += 1) {
      await queueOne(db);
      await runRound(ports, 'signal');
      await settled();
      expect(heard.at(-1)).toEqual([0, round]);
    }
    stop();
  });

  it('never disturbs a write: a hundred saves under ten watchers all commit', async () => {
    const { db, ports } = deliveringPhone();
    const read = async () => {
      const items = await db.outbox.toArray();
      const drafts = await db.drafts.toArray();
      await db.records.bulkGet(items.map((item) => item.id));
      return [items.length, drafts.length, (await roundStatePort(db).read()).cursor];
    };
    const troubles: unknown[] = [];
    const stops = Array.from({ length: 10 }, () =>
      watchQuery(
        () => read(),
        () => undefined,
        (error) => troubles.push(error),
      ),
    );
    for (let i = 0; i < 50; i += 1) {
      await Promise.all([queueOne(db), queueOne(db), runRound(ports, 'signal')]);
      if (i % 10 === 0) await settled();
    }
    await runRound(ports, 'person');
    stops.forEach((stop) => stop());
    expect(troubles).toEqual([]);
    expect(await db.records.count()).toBe(100);
    expect(await db.outbox.count()).toBe(0);
  });
});

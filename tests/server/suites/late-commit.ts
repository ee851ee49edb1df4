// Law 8 on a database with several connections: sequence numbers must not become visible out of order.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { addCaseEvent, changeCase, readCase } from '../../../server/store/cases';
import { readFeed, writeFeed } from '../../../server/store/feed';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { enrolPhone, submit } from '../phone';

export function lateCommitSuite(server: () => TestServer): void {
  describe('遅れて確定するもの', () => {
    test('a change that is committed late is not passed by: the faster writer waits for its number', async () => {
      const { store } = server();
      const network = await foundNetwork(server());
      const phone = await enrolPhone(server(), network);
      await phone.sync();
      let commit = () => {};
      const held = new Promise<void>((open) => (commit = open));
      const state = { state: 'reviewing' as const, at: new Date().toISOString() };
      const [slow, fast] = [store.newId(), store.newId()];
      const order: string[] = [];
      const slowWriter = store.write(network.id, async (writing) => {
        await writeFeed(writing, phone.memberId, 'case-state', slow, state);
        await held;
        order.push('slow');
      });
      await new Promise((later) => setTimeout(later, 100));
      const fastWriter = store.write(network.id, async (writing) => {
        await writeFeed(writing, phone.memberId, 'case-state', fast, state);
        order.push('fast');
      });
      await new Promise((later) => setTimeout(later, 100));
      const between = await readFeed(store.db, network.id, phone.memberId, phone.cursor);
      expect(between).toMatchObject({ changes: [], cursor: phone.cursor });
      commit();
      await Promise.all([slowWriter, fastWriter]);
      expect(order).toEqual(['slow', 'fast']);
      const after = await readFeed(store.db, network.id, phone.memberId, between.cursor);
      expect(after.changes.map(({ id }) => id)).toEqual([slow, fast]);
    });

    test('connections that the database cuts off cost nobody anything: `busy`, and the same bytes go in later', async () => {
      const { store } = server();
      const phone = await enrolPhone(server(), await foundNetwork(server()));
      const sightings = Array.from({ length: 40 }, () => submit());
      const sending = sightings.map((sighting) => phone.post([sighting]));
      const cutting = (async () => {
        for (let round = 0; round < 10; round += 1) {
          await new Promise((later) => setTimeout(later, 10));
          await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(store.db).catch(() => undefined); // prettier-ignore
        }
      })();
      const statuses = (await Promise.all(sending)).map(({ status }) => status);
      await cutting;
      expect(statuses).toContain(503);
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      const results = await phone.sync(...sightings);
      expect(results.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'accepted' && outcome !== 'duplicate')).toEqual([]); // prettier-ignore
      await phone.sync();
      expect(phone.changesOf('receipt')).toHaveLength(40);
    });

    test('two officers who act in the same instant on the same version: one is told that it has moved', async () => {
      const { store } = server();
      const network = await foundNetwork(server());
      const phone = await enrolPhone(server(), network);
      const sighting = submit();
      await phone.sync(sighting);
      const versions = await Promise.all(
        [1, 2, 3, 4].map(() =>
          store.write(network.id, async (writing) => {
            const record = await readCase(writing.db, network.id, sighting.id);
            await addCaseEvent(writing, sighting.id, { by: 'system', kind: 'note' });
            await changeCase(writing, record!, 'secretariat', {});
            return record!.version;
          }),
        ),
      );
      expect(versions.sort()).toEqual([1, 2, 3, 4]);
    });
  });
}

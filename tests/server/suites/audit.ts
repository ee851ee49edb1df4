// The audit log as a chain: kept by the database itself, checked from its first row, one chain however many write at once.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { writeAudit, SERVER_ACTOR } from '../../../server/audit';
import { checkAudit, listAudit } from '../../../server/store/audit-chain';
import { API } from '../../../src/domain/api-paths';
import type { AuditCheck, AuditPage } from '../../../src/domain/desk-accounts';
import { foundNetwork, type TestServer } from '../../support/server';
import { openDesk } from '../desk';

export function auditSuite(server: () => TestServer): void {
  const filled = async (rows: number) => {
    const network = await foundNetwork(server());
    await Promise.all(
      Array.from({ length: rows }, () =>
        server().store.write(network.id, async (writing) => {
          await writeAudit(writing, SERVER_ACTOR, 'officer:list', writing.networkId);
          await writeAudit(writing, SERVER_ACTOR, 'audit:check', writing.networkId);
        }),
      ),
    );
    return network;
  };

  describe('監査記録', () => {
    test('many writers at once make one chain, and each network has its own', async () => {
      const [one, other] = await Promise.all([filled(20), filled(3)]);
      const { db } = server().store;
      expect(await checkAudit(db, one.id)).toMatchObject({ whole: true, rows: 40 });
      expect(await checkAudit(db, other.id)).toMatchObject({ whole: true, rows: 6 });
      const rows = await listAudit(db, one.id, {}, null, 100);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, place) => 40 - place));
    });

    test('what was undone leaves no hole in the chain', async () => {
      const network = await filled(1);
      const failing = server().store.write(network.id, async (writing) => {
        await writeAudit(writing, SERVER_ACTOR, 'officer:list', writing.networkId);
        throw new Error('undone');
      });
      await expect(failing).rejects.toThrow('undone');
      const desk = await openDesk(server(), network);
      const check = (await (await desk.ask('POST', API.deskAuditCheck)).json()) as AuditCheck;
      expect(check).toMatchObject({ whole: true, rows: 3, brokenSeq: null });
    });

    test.each(['update', 'delete'])('the database refuses to %s a row, whoever asks', async (what) => {
      const network = await filled(2);
      const { db } = server().store;
      const statement =
        what === 'update'
          ? sql`update audit set action = 'x' where network_id = ${network.id}`
          : sql`delete from audit where network_id = ${network.id}`;
      await expect(statement.execute(db)).rejects.toThrow('append-only');
      expect((await checkAudit(db, network.id)).whole).toBe(true);
    });

    test('is read page by page, by officer, action and time, and only from the own network', async () => {
      const network = await filled(60);
      await filled(1);
      const desk = await openDesk(server(), network);
      const read = async (query = '') => (await (await desk.ask('GET', API.deskAudit + query)).json()) as AuditPage; // prettier-ignore
      const first = await read();
      expect(first.rows).toHaveLength(50);
      expect(first.rows[0]).toMatchObject({ seq: 121, action: 'desk:sign-in', officerName: '試しの担当' });
      const second = await read(`?before=${first.before}`);
      const third = await read(`?before=${second.before}`);
      expect(third.before).toBeNull();
      expect([...first.rows, ...second.rows, ...third.rows].map(({ seq }) => seq)).toEqual(Array.from({ length: 121 }, (_, place) => 121 - place)); // prettier-ignore
      const { actorId } = first.rows[0]!;
      expect((await read(`?officer=${actorId}`)).rows.map(({ seq }) => seq)).toEqual([121]);
      expect((await read('?action=officer:list')).rows.every(({ action }) => action === 'officer:list')).toBe(true); // prettier-ignore
      expect((await read(`?to=${first.rows.at(-1)!.at}`)).rows.every(({ seq }) => seq < 121)).toBe(true);
      expect((await read('?from=2999-01-01T00:00:00.000Z')).rows).toEqual([]);
      expect((await desk.ask('GET', `${API.deskAudit}?from=yesterday`)).status).toBe(422);
    });

    test('as CSV it is whole, oldest first, opens as UTF-8, and a name that is a formula stays text', async () => {
      const network = await filled(2);
      const { db } = server().store;
      await db.updateTable('officers').set({ display_name: '=HYPERLINK("http://evil","x")' }).where('network_id', '=', network.id).execute(); // prettier-ignore
      const response = await (await openDesk(server(), network)).ask('GET', API.deskAuditCsv);
      expect(response.headers.get('content-type')).toContain('text/csv');
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
      expect(lines).toHaveLength(1 + 4 + 2);
      expect(lines[1]).toMatch(/^"1",/);
      expect(lines[5]).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`);
    });
  });
}

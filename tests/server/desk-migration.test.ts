// A database from before roles and the chain: officers keep what they could do, and every audit row of before is in the chain.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { checkAudit, listAudit } from '../../server/store/audit-chain';
import { deskTables } from '../../server/store/migrations/desk';
import { firstSchema } from '../../server/store/migrations/first-schema';
import { findOfficer } from '../../server/store/officers';
import { openPostgres } from '../../server/store/postgres';
import type { OpenedDatabase } from '../../server/store/ports';
import { openSqlite } from '../../server/store/sqlite';
import { postgresAvailable, startPostgres } from '../support/postgres';
import { testId } from '../support/sightings';

const folder = mkdtempSync(join(tmpdir(), 'mimamori-before-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function migrated({ db, dialect }: OpenedDatabase): Promise<void> {
  const bare = db as unknown as Kysely<unknown>;
  await firstSchema(bare, dialect, 'epoch-of-a-test');
  const [one, other, officer] = [testId(), testId(), testId()];
  for (const [place, id] of [one, other].entries())
    await sql`insert into networks (id, name, profile, feed_seq, created_at) values (${id}, ${`網 ${place}`}, '{}', 0, '2026-11-24T00:00:00.000Z')`.execute(db);
  await sql`insert into officers (id, network_id, name, display_name, passphrase_hash, created_at) values (${officer}, ${one}, 'sato', '佐藤', 'x', '2026-11-24T00:00:00.000Z')`.execute(db);
  await sql`insert into desk_sessions (token_sha256, network_id, officer_id, created_at, last_seen_at) values ('t', ${one}, ${officer}, 'a', 'a')`.execute(db);
  // written in another order than they happened, two at the same instant
  for (const [minute, network] of [[2, one], [1, one], [1, one], [3, other]] as const)
    await sql`insert into audit (id, network_id, at, actor_kind, actor_id, action, subject_id) values (${testId()}, ${network}, ${`2026-11-24T00:0${minute}:00.000Z`}, 'officer', ${officer}, 'desk:sign-in', ${officer})`.execute(db);

  await deskTables(bare, dialect);

  expect(await checkAudit(db, one)).toMatchObject({ whole: true, rows: 3 });
  expect(await checkAudit(db, other)).toMatchObject({ whole: true, rows: 1 });
  const times = (await listAudit(db, one, {}, null, 10)).map(({ at }) => at.slice(15, 16));
  expect(times).toEqual(['2', '1', '1']);
  await expect(sql`update audit set at = 'x'`.execute(db)).rejects.toThrow('append-only');
  expect(await findOfficer(db, 'sato')).toMatchObject({ roles: ['admin', 'officer'], disabled: false, totpSecret: null, passphraseGiven: false }); // prettier-ignore
  // a session of before knew no second factor: one signs in anew
  expect(await db.selectFrom('desk_sessions').selectAll().execute()).toEqual([]);
} // prettier-ignore

test('SQLite', async () => {
  const opened = openSqlite(folder);
  await migrated(opened);
  await opened.db.destroy();
});

if (postgresAvailable() || process.env['MIMAMORI_TESTS_WITHOUT_POSTGRES'] !== '1')
  test('PostgreSQL', async () => {
    const postgres = await startPostgres();
    const opened = openPostgres(await postgres.freshDatabase(), () => {});
    try {
      await migrated(opened);
      await expect(sql`truncate audit`.execute(opened.db)).rejects.toThrow('append-only');
    } finally {
      await opened.db.destroy();
      postgres.stop();
    }
  });

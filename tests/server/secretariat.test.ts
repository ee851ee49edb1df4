// One suite over every database: SQLite by both drivers, and PostgreSQL in a private cluster.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { postgresAvailable, startPostgres, type PrivatePostgres } from '../support/postgres';
import { spawnServer, startServer, type ServerOptions, type TestServer } from '../support/server';
import { MovableClock } from './movable-clock';
import { badgeLimitSuite, badgeSuite } from './suites/badges';
import { auditSuite } from './suites/audit';
import { BODY_WAIT_MS, badInputSuite } from './suites/bad-input';
import { deskSuite } from './suites/desk';
import { deskSessionSuite } from './suites/desk-session';
import { deviceSignatureSuite } from './suites/device-signature';
import { deviceSuite } from './suites/devices';
import { enrolmentSuite } from './suites/enrolment';
import { lateCommitSuite } from './suites/late-commit';
import { photoSuite } from './suites/photos';
import { syncSuite } from './suites/sync';

/** Enough tries for a whole suite from one address. */
const WIDE = { points: 100_000, seconds: 60 };

function overDatabase(
  title: string,
  dialect: 'sqlite' | 'postgres',
  options: () => Promise<ServerOptions>,
): void {
  describe(title, () => {
    const clock = new MovableClock();
    let running: TestServer;
    beforeAll(async () => {
      running = await startServer({
        now: clock.now,
        gates: {
          enrolment: WIDE,
          badge: WIDE,
          signInAddress: WIDE,
          syncOfDevice: WIDE,
          syncOfMember: WIDE,
        },
        limits: { bodyBaseMs: BODY_WAIT_MS, bodyBytesPerSecond: 1_000_000 },
        ...(await options()),
      });
    });
    afterAll(() => running.stop());
    const server = () => running;
    test('the server says which database it stands on', async () => {
      expect(await (await fetch(running.url + API.health)).json()).toMatchObject({
        status: 'ok',
        database: dialect,
      });
    });
    enrolmentSuite(server, clock);
    deviceSignatureSuite(server);
    deviceSuite(server, clock);
    badgeSuite(server);
    syncSuite(server);
    photoSuite(server);
    deskSuite(server, clock);
    deskSessionSuite(server, clock);
    auditSuite(server);
    badInputSuite(server);
    if (dialect === 'postgres') lateCommitSuite(server);
  });
}

badgeLimitSuite();
overDatabase('SQLite', 'sqlite', () => Promise.resolve({ sqliteDriver: 'better-sqlite3' }));
overDatabase('SQLite without a compiler (libsql)', 'sqlite', () =>
  Promise.resolve({ sqliteDriver: 'libsql' }),
);

// Only who runs the tests may decide to go without it; by itself it fails, so that it cannot be forgotten.
if (postgresAvailable() || process.env['MIMAMORI_TESTS_WITHOUT_POSTGRES'] !== '1') {
  let postgres: PrivatePostgres | null = null;
  afterAll(() => postgres?.stop());
  overDatabase('PostgreSQL', 'postgres', async () => {
    postgres = await startPostgres();
    return { databaseUrl: await postgres.freshDatabase() };
  });

  test('the same process starts over PostgreSQL by one variable, demo network and all', async () => {
    const data = mkdtempSync(join(tmpdir(), 'mimamori-by-url-'));
    const environment = { DATABASE_URL: await postgres!.freshDatabase() };
    for (const isFirst of [true, false]) {
      const server = await spawnServer({ data, environment });
      expect(await (await fetch(server.url + API.health)).json()).toMatchObject({ database: 'postgres' });
      expect(server.announcement.invitations).toHaveLength(3);
      expect(server.announcement.deskPassword === null).toBe(!isFirst);
      expect(await server.stop()).toBe(0);
    }
    rmSync(data, { recursive: true });
  });
}

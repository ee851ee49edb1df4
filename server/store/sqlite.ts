// SQLite in one file of the data folder: the embedded default. WAL with synchronous=FULL, so that a commit is on disk
// when it is answered. better-sqlite3 by choice; libsql (no compiler needed) behind the same seam where it cannot be loaded.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { OpenedDatabase } from './ports';
import type { StoreSchema } from './schema';

/** How long a writer waits for another process (a command beside the server), milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

interface SyncDatabase extends SqliteDatabase {
  pragma(text: string): unknown;
}
type Loader = (name: string) => unknown;
export type SqliteDriver = 'better-sqlite3' | 'libsql';

/** @param folder is made when missing. @param only takes one driver, for tests. @throws when neither driver can be loaded */
export function openSqlite(folder: string, only?: SqliteDriver): OpenedDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'mimamori.sqlite');
  const load: Loader = createRequire(import.meta.url);
  const drivers: SqliteDriver[] = only === undefined ? ['better-sqlite3', 'libsql'] : [only];
  let lastError: unknown = new Error('no SQLite driver');
  for (const driver of drivers) {
    try {
      const database = openWith(load, driver, file);
      return {
        dialect: 'sqlite',
        driver,
        db: new Kysely<StoreSchema>({ dialect: new SqliteDialect({ database }) }),
      };
    } catch (error) {
      lastError = error;
    }
  }
  throw lastError;
}

function openWith(load: Loader, driver: SqliteDriver, file: string): SyncDatabase {
  // Both packages export the same synchronous class; libsql's types do not say so.
  const Database = load(driver) as new (path: string) => SyncDatabase;
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return database;
}

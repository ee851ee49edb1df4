// The steps from an empty database to today's schema, the same for SQLite and PostgreSQL.
// A step that has been released is never edited: a change is a new step, and no step may drop what was received.
import { Migrator, type Kysely, type Migration } from 'kysely';
import type { Dialect } from './ports';
import { badgeTables } from './migrations/badge';
import { deskTables } from './migrations/desk';
import { deviceColumns } from './migrations/device';
import { firstSchema } from './migrations/first-schema';
import { personalReportTables } from './migrations/personal-report';
import { sealingColumns } from './migrations/sealing';

/** Brings the database up to date. @param newEpoch names this life of the database; used once, at its birth. @throws when a step fails */
export async function migrate<DB>(
  db: Kysely<DB>,
  dialect: Dialect,
  newEpoch: string,
  searchKey: Buffer,
): Promise<void> {
  const steps: Record<string, Migration> = {
    '0001-first-schema': { up: (step: Kysely<unknown>) => firstSchema(step, dialect, newEpoch) },
    '0004-devices': { up: deviceColumns },
    '0005-badges': { up: (step: Kysely<unknown>) => badgeTables(step, newEpoch) },
    '0006-sealing': { up: (step: Kysely<unknown>) => sealingColumns(step, searchKey) },
    '0006-desk': { up: (step: Kysely<unknown>) => deskTables(step, dialect) },
    '0007-personal-reports': { up: personalReportTables },
  };
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(steps) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
}

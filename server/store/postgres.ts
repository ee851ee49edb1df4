// PostgreSQL by `DATABASE_URL`: the same schema and the same suite as SQLite.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { OpenedDatabase } from './ports';
import type { StoreSchema } from './schema';

const INT8_OID = 20;
const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/** @param onIdleError hears of connections that broke while nobody used them; the pool opens new ones by itself */
export function openPostgres(databaseUrl: string, onIdleError: (error: Error) => void): OpenedDatabase {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: {
      // Counts and sequence numbers stay far below 2^53: numbers, as SQLite gives them.
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', onIdleError);
  return {
    dialect: 'postgres',
    driver: 'pg',
    db: new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool }) }),
  };
}

// PostgreSQL by `DATABASE_URL`: the same schema and the same suite as SQLite.
import {
  Kysely,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import type { OpenedDatabase } from './ports';
import type { StoreSchema } from './schema';
import { StoreGone } from './trouble';

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
        oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', onIdleError);
  // A connection that breaks between two statements of a transaction tells only itself; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', onIdleError));
  return {
    dialect: 'postgres',
    driver: 'pg',
    db: new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool: telling(pool) }) }),
  };
}

/**
 * The same pool, with every failure that is not the database's own answer turned into StoreGone: the library
 * tells a broken connection by words only, and words decide nothing here.
 */
function telling(pool: pg.Pool): PostgresPool {
  const tell = (error: unknown): never => {
    if (error instanceof pg.DatabaseError) throw error;
    throw new StoreGone('the connection broke', { cause: error });
  };
  return {
    connect: async () => {
      const client = await pool.connect().catch(tell);
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query(text: unknown, values: readonly unknown[] = []): unknown {
        if (typeof text !== 'string') throw new Error('cursors are for streaming, which nothing here does');
        return client.query(text, [...values]).catch(tell);
      }
      return { query, release: () => client.release() };
    },
    end: () => pool.end(),
  };
}

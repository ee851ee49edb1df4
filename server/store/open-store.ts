// Opens the database, brings it up to date, and gives out transactions on one network at a time.
import { sql } from 'kysely';
import { uuidV7 } from '../../src/domain/ids';
import { encryptedColumns } from './encrypted-columns';
import { migrate } from './migrations';
import { openPostgres } from './postgres';
import { openSqlite, type SqliteDriver } from './sqlite';
import { StoreGone, UnknownNetwork } from './trouble';
import type { Secrets } from '../secrets';
import type { DeskEvent, OpenedDatabase, Store, Writing } from './ports';

export interface StoreMeans {
  /** keys for what people wrote; from the server's secret, never from the database */
  secrets: Pick<Secrets, 'keyFor'>;
  now(): Date;
  randomBytes(count: number): Uint8Array;
  /** called once per event, after the commit */
  onDeskEvent(networkId: string, event: DeskEvent): void;
  onIdleError(error: Error): void;
}

/** @param where a PostgreSQL address, or the folder of the SQLite file. @throws when it cannot be opened or migrated */
export async function openStore(
  where: { databaseUrl: string | null; folder: string; sqliteDriver?: SqliteDriver },
  means: StoreMeans,
): Promise<Store> {
  const bare =
    where.databaseUrl === null
      ? openSqlite(where.folder, where.sqliteDriver)
      : openPostgres(where.databaseUrl, means.onIdleError);
  const opened: OpenedDatabase = {
    ...bare,
    db: bare.db.withPlugin(encryptedColumns(means.secrets.keyFor('texts at rest'))),
  };
  const searchKey = means.secrets.keyFor('search index');
  try {
    const newEpoch = Buffer.from(means.randomBytes(16)).toString('base64url');
    await migrate(opened.db, opened.dialect, newEpoch, searchKey);
    const { value } = await opened.db
      .selectFrom('server_meta')
      .select('value')
      .where('key', '=', 'epoch')
      .executeTakeFirstOrThrow();
    return storeOver(opened, value, searchKey, means);
  } catch (error) {
    await opened.db.destroy();
    throw error;
  }
}

/** @throws StoreGone when there is no savepoint to go back to */
async function undo(transaction: Writing['db'], error: unknown): Promise<void> {
  try {
    await sql`rollback to savepoint apart`.execute(transaction);
    await sql`release savepoint apart`.execute(transaction);
  } catch {
    throw new StoreGone('the transaction is gone', { cause: error });
  }
}

function storeOver(
  { db, dialect, driver }: OpenedDatabase,
  epoch: string,
  searchKey: Buffer,
  means: StoreMeans,
): Store {
  const newId = () => uuidV7(means.now().getTime(), means.randomBytes(10));

  async function inTransaction<T>(
    networkId: string,
    first: (db: Writing['db']) => Promise<void>,
    work: (writing: Writing) => Promise<T>,
  ): Promise<T> {
    const events: DeskEvent[] = [];
    let failure: { error: unknown } | null = null;
    const run = async (transaction: Writing['db']) => {
      await first(transaction);
      return work({
        db: transaction,
        networkId,
        at: means.now().toISOString(),
        newId,
        searchKey,
        tellDesk: (event) => events.push(event),
        apart: async (inner) => {
          await sql`savepoint apart`.execute(transaction);
          const told = events.length;
          try {
            const value = await inner();
            await sql`release savepoint apart`.execute(transaction);
            return value;
          } catch (error) {
            events.length = told;
            await undo(transaction, error);
            throw error;
          }
        },
      });
    };
    const result = await db
      .transaction()
      .execute((transaction) =>
        run(transaction).catch((error: unknown) => {
          failure = { error };
          throw error;
        }),
      )
      .catch((error: unknown) => {
        // When undoing fails too, because nothing is left to undo, the first failure is the one to tell.
        throw failure === null ? error : failure.error;
      });
    for (const event of events) means.onDeskEvent(networkId, event);
    return result;
  }

  return {
    db,
    dialect,
    driver,
    epoch,
    searchKey,
    newId,
    now: means.now,
    write: (networkId, work) =>
      inTransaction(
        networkId,
        async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('networks')
            .set((eb) => ({ feed_seq: eb.ref('feed_seq') }))
            .where('id', '=', networkId)
            .executeTakeFirst();
          if (numUpdatedRows !== 1n) throw new UnknownNetwork();
        },
        work,
      ),
    found: (network, work) =>
      inTransaction(
        network.id,
        async (transaction) => {
          await transaction
            .insertInto('networks')
            .values({ ...network, profile: '{}', feed_seq: 0, created_at: means.now().toISOString() })
            .execute();
        },
        work,
      ),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

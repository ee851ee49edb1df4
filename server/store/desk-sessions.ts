// Sessions at the desk. Holds hashes of their tokens, never these themselves; the id of a session names it and opens nothing.
import type { OwnSession } from '../../src/domain/desk-accounts';
import type { DeskSession } from '../../src/domain/desk-contract';
import { sha256Of } from '../secrets';
import type { Db, Writing } from './ports';

export interface DeskSessionRecord {
  id: string;
  networkId: string;
  officerId: string;
  status: DeskSession['status'];
  browser: string;
  createdAt: string;
  lastSeenAt: string;
}

export async function addSession(
  { db, networkId, at, newId }: Writing,
  token: string,
  session: Pick<DeskSessionRecord, 'officerId' | 'status' | 'browser'>,
): Promise<void> {
  await db
    .insertInto('desk_sessions')
    .values({
      token_sha256: sha256Of(token),
      id: newId(),
      network_id: networkId,
      officer_id: session.officerId,
      status: session.status,
      browser: session.browser,
      created_at: at,
      last_seen_at: at,
    })
    .execute();
}

/** In whichever network it is: the token is what proves the right to ask. */
export async function findSession(db: Db, token: string): Promise<DeskSessionRecord | null> {
  const row = await db
    .selectFrom('desk_sessions')
    .selectAll()
    .where('token_sha256', '=', sha256Of(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    networkId: row.network_id,
    officerId: row.officer_id,
    status: row.status,
    browser: row.browser,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

export async function touchSession(db: Db, token: string, at: string): Promise<void> {
  await db
    .updateTable('desk_sessions')
    .set({ last_seen_at: at })
    .where('token_sha256', '=', sha256Of(token))
    .execute();
}

export async function removeSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('desk_sessions').where('token_sha256', '=', sha256Of(token)).execute();
}

/** Only sessions that got in; newest first. @param currentId the one that asks. @param since older ones have ended by themselves */
export async function listSessions(
  db: Db,
  networkId: string,
  officerId: string,
  currentId: string,
  since: { lastSeen: string; made: string },
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('desk_sessions')
    .select(['id', 'created_at', 'last_seen_at', 'browser'])
    .where('network_id', '=', networkId)
    .where('officer_id', '=', officerId)
    .where('status', '=', 'signed-in')
    .where('last_seen_at', '>=', since.lastSeen)
    .where('created_at', '>=', since.made)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    browser: row.browser,
    current: row.id === currentId,
  }));
}

/** Ends sessions of one officer: all, all but one, or just one. @returns how many there were */
export async function endSessions(
  { db, networkId }: Writing,
  which: { officerId: string; exceptId?: string; onlyId?: string },
): Promise<number> {
  let query = db
    .deleteFrom('desk_sessions')
    .where('network_id', '=', networkId)
    .where('officer_id', '=', which.officerId);
  if (which.exceptId !== undefined) query = query.where('id', '!=', which.exceptId);
  if (which.onlyId !== undefined) query = query.where('id', '=', which.onlyId);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}

/** @param before sessions last used earlier are gone */
export async function removeOldSessions({ db, networkId }: Writing, before: string): Promise<void> {
  await db
    .deleteFrom('desk_sessions')
    .where('network_id', '=', networkId)
    .where('last_seen_at', '<', before)
    .execute();
}

// 事務局の担当者 and their sessions at the desk. Holds hashes of passphrases and of session tokens, never these themselves.
import type { Officer } from '../../src/domain/desk-contract';
import { sha256Of } from '../secrets';
import type { Db, Writing } from './ports';

export interface OfficerAccount extends Officer {
  networkId: string;
  passphraseHash: string;
}

/** The name an officer signs in with is unique in the whole server. */
export async function findOfficer(db: Db, name: string): Promise<OfficerAccount | null> {
  const row = await db.selectFrom('officers').selectAll().where('name', '=', name).executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    networkId: row.network_id,
    passphraseHash: row.passphrase_hash,
  };
}

export async function firstOfficer(db: Db, networkId: string): Promise<Officer | null> {
  const row = await db
    .selectFrom('officers')
    .select(['id', 'name', 'display_name'])
    .where('network_id', '=', networkId)
    .orderBy('created_at')
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, name: row.name, displayName: row.display_name };
}

export async function addOfficer(
  writing: Writing,
  officer: { name: string; displayName: string; passphraseHash: string },
): Promise<string> {
  const id = writing.newId();
  await writing.db
    .insertInto('officers')
    .values({
      id,
      network_id: writing.networkId,
      name: officer.name,
      display_name: officer.displayName,
      passphrase_hash: officer.passphraseHash,
      created_at: writing.at,
    })
    .execute();
  return id;
}

/** A new passphrase ends every session of this officer. */
export async function setPassphrase(
  { db, networkId }: Writing,
  officerId: string,
  passphraseHash: string,
): Promise<void> {
  await db
    .updateTable('officers')
    .set({ passphrase_hash: passphraseHash })
    .where('network_id', '=', networkId)
    .where('id', '=', officerId)
    .execute();
  await db
    .deleteFrom('desk_sessions')
    .where('network_id', '=', networkId)
    .where('officer_id', '=', officerId)
    .execute();
}

export interface DeskSessionRecord {
  networkId: string;
  officer: Officer;
  createdAt: string;
  lastSeenAt: string;
}

export async function addSession(
  { db, networkId, at }: Writing,
  token: string,
  officerId: string,
): Promise<void> {
  await db
    .insertInto('desk_sessions')
    .values({
      token_sha256: sha256Of(token),
      network_id: networkId,
      officer_id: officerId,
      created_at: at,
      last_seen_at: at,
    })
    .execute();
}

export async function findSession(db: Db, token: string): Promise<DeskSessionRecord | null> {
  const row = await db
    .selectFrom('desk_sessions')
    .innerJoin('officers', 'officers.id', 'desk_sessions.officer_id')
    .select([
      'desk_sessions.network_id',
      'desk_sessions.created_at',
      'desk_sessions.last_seen_at',
      'officers.id',
      'officers.name',
      'officers.display_name',
    ])
    .where('token_sha256', '=', sha256Of(token))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    networkId: row.network_id,
    officer: { id: row.id, name: row.name, displayName: row.display_name },
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

/** @param before sessions last used earlier are gone */
export async function removeOldSessions(db: Db, networkId: string, before: string): Promise<void> {
  await db
    .deleteFrom('desk_sessions')
    .where('network_id', '=', networkId)
    .where('last_seen_at', '<', before)
    .execute();
}

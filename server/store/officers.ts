// 事務局の担当者: accounts with their roles and second factor. Holds hashes of passphrases and recovery codes and encrypted
// secrets, never these themselves. Every query that changes or lists names the network.
import * as z from 'zod/mini';
import type { OfficerRow } from '../../src/domain/desk-accounts';
import type { Officer } from '../../src/domain/desk-contract';
import { rolesSchema, type Role } from '../../src/domain/roles';
import type { Db, Writing } from './ports';
import type { OfficersTable } from './schema';
import { endSessions } from './desk-sessions';

export interface OfficerAccount extends Officer {
  networkId: string;
  passphraseHash: string;
  roles: Role[];
  organisationId: string | null;
  disabled: boolean;
  /** somebody else made the passphrase */
  passphraseGiven: boolean;
  totpSecret: string | null;
  totpOffered: string | null;
  totpLastStep: number | null;
}

export function readRoles(text: string): Role[] {
  return z.parse(rolesSchema, JSON.parse(text));
}

function accountOf(row: OfficersTable): OfficerAccount {
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    networkId: row.network_id,
    passphraseHash: row.passphrase_hash,
    roles: readRoles(row.roles),
    organisationId: row.organisation_id,
    disabled: row.disabled_at !== null,
    passphraseGiven: row.passphrase_given === 1,
    totpSecret: row.totp_secret,
    totpOffered: row.totp_offered,
    totpLastStep: row.totp_last_step,
  };
}

/** The name an officer signs in with is unique in the whole server. */
export async function findOfficer(db: Db, name: string): Promise<OfficerAccount | null> {
  const row = await db.selectFrom('officers').selectAll().where('name', '=', name).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** null: this network has no such officer */
export async function readOfficer(db: Db, networkId: string, id: string): Promise<OfficerAccount | null> {
  const row = await db
    .selectFrom('officers')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : accountOf(row);
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

export interface NewAccount {
  name: string;
  displayName: string;
  passphraseHash: string;
  roles: readonly Role[];
  organisationId?: string | null;
  /** somebody else made the passphrase: the officer replaces it at the first sign-in */
  passphraseGiven: boolean;
}

export async function addOfficer(writing: Writing, officer: NewAccount): Promise<string> {
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
      roles: JSON.stringify(officer.roles),
      organisation_id: officer.organisationId ?? null,
      disabled_at: null,
      passphrase_given: officer.passphraseGiven ? 1 : 0,
      totp_secret: null,
      totp_offered: null,
      totp_last_step: null,
    })
    .execute();
  return id;
}

export async function changeOfficerRow(
  { db, networkId }: Writing,
  id: string,
  change: Partial<Omit<OfficersTable, 'id' | 'network_id'>>,
): Promise<void> {
  await db
    .updateTable('officers')
    .set(change)
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .execute();
}

/** A new passphrase ends every session of this officer. @param given somebody else made it */
export async function setPassphrase(
  writing: Writing,
  officerId: string,
  passphraseHash: string,
  given: boolean,
): Promise<void> {
  await changeOfficerRow(writing, officerId, {
    passphrase_hash: passphraseHash,
    passphrase_given: given ? 1 : 0,
  });
  await endSessions(writing, { officerId });
}

/** Second factor and recovery codes are gone, and every session with them. */
export async function clearTotp(writing: Writing, officerId: string): Promise<void> {
  await changeOfficerRow(writing, officerId, { totp_secret: null, totp_offered: null, totp_last_step: null });
  await replaceRecoveryCodes(writing, officerId, []);
  await endSessions(writing, { officerId });
}

export async function replaceRecoveryCodes(
  { db, networkId }: Writing,
  officerId: string,
  hashes: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('recovery_codes')
    .where('network_id', '=', networkId)
    .where('officer_id', '=', officerId)
    .execute();
  for (const [place, code_hash] of hashes.entries())
    await db
      .insertInto('recovery_codes')
      .values({ officer_id: officerId, place, network_id: networkId, code_hash, used_at: null })
      .execute();
}

export function unusedRecoveryCodes(db: Db, networkId: string, officerId: string) {
  return db
    .selectFrom('recovery_codes')
    .select(['place', 'code_hash'])
    .where('network_id', '=', networkId)
    .where('officer_id', '=', officerId)
    .where('used_at', 'is', null)
    .orderBy('place')
    .execute();
}

/** @returns false when somebody was faster */
export async function useRecoveryCode(
  { db, networkId, at }: Writing,
  officerId: string,
  place: number,
  codeHash: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('network_id', '=', networkId)
    .where('officer_id', '=', officerId)
    .where('place', '=', place)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Admins who can sign in. */
export async function countAdmins(db: Db, networkId: string): Promise<number> {
  const rows = await db
    .selectFrom('officers')
    .select('roles')
    .where('network_id', '=', networkId)
    .where('disabled_at', 'is', null)
    .execute();
  return rows.filter(({ roles }) => readRoles(roles).includes('admin')).length;
}

/** by name. @param onlyId one officer of this network */
export async function listOfficers(db: Db, networkId: string, onlyId?: string): Promise<OfficerRow[]> {
  let query = db
    .selectFrom('officers')
    .leftJoin('organisations', 'organisations.id', 'officers.organisation_id')
    .selectAll('officers')
    .select([
      'organisations.name as organisation_name',
      (eb) =>
        eb
          .selectFrom('desk_sessions')
          .whereRef('desk_sessions.officer_id', '=', 'officers.id')
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('sessions'),
      (eb) =>
        eb
          .selectFrom('recovery_codes')
          .whereRef('recovery_codes.officer_id', '=', 'officers.id')
          .where('used_at', 'is', null)
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('codes'),
    ])
    .where('officers.network_id', '=', networkId);
  if (onlyId !== undefined) query = query.where('officers.id', '=', onlyId);
  const rows = await query.orderBy('officers.name').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    roles: readRoles(row.roles),
    organisation:
      row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name ?? '' },
    disabledAt: row.disabled_at,
    hasTotp: row.totp_secret !== null,
    recoveryCodesLeft: Number(row.codes ?? 0),
    sessions: Number(row.sessions ?? 0),
    createdAt: row.created_at,
  }));
}

// 招待: single use, 14 days. The store holds only the hash of the code; the code is told once, at creation.
import { invitationFromRandom } from '../../src/domain/ids';
import type { InvitationRow } from '../../src/domain/desk-contract';
import { sha256Of } from '../secrets';
import type { Db, Writing } from './ports';

export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

export interface MadeInvitation {
  id: string;
  code: string;
}

/** @param random at least 26 random bytes */
export async function addInvitation(
  writing: Writing,
  memberId: string,
  random: Uint8Array,
): Promise<MadeInvitation> {
  const id = writing.newId();
  const code = invitationFromRandom(random);
  await writing.db
    .insertInto('invitations')
    .values({
      id,
      network_id: writing.networkId,
      member_id: memberId,
      code_sha256: sha256Of(code),
      created_at: writing.at,
      expires_at: new Date(Date.parse(writing.at) + INVITATION_DAYS * DAY_MS).toISOString(),
      revoked_at: null,
      used_at: null,
      device_id: null,
      device_key: null,
    })
    .execute();
  return { id, code };
}

export function stateOf(
  row: { used_at: string | null; revoked_at: string | null; expires_at: string },
  at: string,
): InvitationRow['state'] {
  if (row.used_at !== null) return 'used';
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at <= at ? 'expired' : 'unused';
}

/** The invitation of a code, in whichever network it is: the code is what proves the right to ask. */
export async function findInvitation(db: Db, code: string) {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('code_sha256', '=', sha256Of(code))
    .executeTakeFirst();
}

/** @returns false when it was no longer unused: somebody else was faster */
export async function takeInvitation(
  { db, networkId, at }: Writing,
  id: string,
  device: { id: string; key: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: at, device_id: device.id, device_key: device.key })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** newest first. @param at now, which decides what has expired. @param only one invitation, or those of one organisation */
export async function listInvitations(
  db: Db,
  networkId: string,
  at: string,
  only: { id?: string; organisationId?: string | null } = {},
): Promise<InvitationRow[]> {
  let query = db
    .selectFrom('invitations')
    .innerJoin('members', 'members.id', 'invitations.member_id')
    .innerJoin('organisations', 'organisations.id', 'members.organisation_id')
    .select([
      'invitations.id',
      'invitations.created_at',
      'invitations.expires_at',
      'invitations.used_at',
      'invitations.revoked_at',
      'members.display_name',
      'organisations.name as organisation',
    ])
    .where('invitations.network_id', '=', networkId);
  if (only.id !== undefined) query = query.where('invitations.id', '=', only.id);
  if (only.organisationId !== undefined && only.organisationId !== null)
    query = query.where('members.organisation_id', '=', only.organisationId);
  const rows = await query
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row, at),
    memberName: row.display_name,
    organisation: row.organisation,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  }));
}

/**
 * @param organisationId only of this organisation; null: of the whole network
 * @returns what it was when asked; only an unused one is changed. null: not there
 */
export async function revokeInvitation(
  { db, networkId, at }: Writing,
  id: string,
  organisationId: string | null,
): Promise<InvitationRow['state'] | null> {
  const row = await db
    .selectFrom('invitations')
    .innerJoin('members', 'members.id', 'invitations.member_id')
    .select(['used_at', 'revoked_at', 'expires_at', 'organisation_id'])
    .where('invitations.network_id', '=', networkId)
    .where('invitations.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || (organisationId !== null && row.organisation_id !== organisationId)) return null;
  const state = stateOf(row, at);
  if (state === 'unused')
    await db
      .updateTable('invitations')
      .set({ revoked_at: at })
      .where('network_id', '=', networkId)
      .where('id', '=', id)
      .execute();
  return state;
}

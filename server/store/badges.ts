// 構成員証: one for each member, made with the member; a new one only by the desk. Knows no secret.
import type { Member } from '../../src/domain/member';
import { badgeIdFrom } from './migrations/badge';
import type { Db, Writing } from './ports';

export interface BadgeRecord {
  id: string;
  networkId: string;
  memberId: string;
  memberName: string;
  kind: Member['kind'];
  jobKind: Member['jobKind'];
  organisation: string;
  createdAt: string;
  revokedAt: string | null;
}

export async function addBadge(writing: Writing, memberId: string): Promise<void> {
  const row = { id: badgeIdFrom(writing.newId()), network_id: writing.networkId, member_id: memberId, created_at: writing.at, revoked_at: null }; // prettier-ignore
  await writing.db.insertInto('badges').values(row).execute();
}

function badges(db: Db) {
  return db
    .selectFrom('badges')
    .innerJoin('members', 'members.id', 'badges.member_id')
    .innerJoin('organisations', 'organisations.id', 'members.organisation_id')
    .select([
      'badges.id',
      'badges.network_id as networkId',
      'badges.member_id as memberId',
      'badges.created_at as createdAt',
      'badges.revoked_at as revokedAt',
      'members.display_name as memberName',
      'members.kind',
      'members.job_kind as jobKind',
      'organisations.name as organisation',
    ]);
}

/** In whichever network it is: the id is public, and the answer to it names nobody. */
export async function findBadge(db: Db, id: string): Promise<BadgeRecord | null> {
  return (await badges(db).where('badges.id', '=', id).executeTakeFirst()) ?? null;
}

/** by organisation, then newest first. @param onlyId one badge of this network */
export function listBadges(db: Db, networkId: string, onlyId?: string): Promise<BadgeRecord[]> {
  const all = badges(db).where('badges.network_id', '=', networkId);
  return (onlyId === undefined ? all : all.where('badges.id', '=', onlyId))
    .orderBy('organisations.name')
    .orderBy('badges.created_at', 'desc')
    .orderBy('badges.id')
    .execute();
}

/** @returns false when it was invalid already, or is none of this network */
export async function revokeBadge({ db, networkId, at }: Writing, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('badges')
    .set({ revoked_at: at })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** 秘密を守る約束, as this device's member accepted it; asked for again with the same key it stays the first one. */
export async function addSecrecyAcceptance(
  { db, networkId, at }: Writing,
  accepted: { deviceId: string; memberId: string; acceptedAt: string; textVersion: string },
): Promise<void> {
  await db
    .insertInto('secrecy_acceptances')
    .values({
      device_id: accepted.deviceId,
      network_id: networkId,
      member_id: accepted.memberId,
      accepted_at: accepted.acceptedAt,
      text_version: accepted.textVersion,
      received_at: at,
    })
    .execute();
}

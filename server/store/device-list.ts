// Members with their devices, for the desk, and stopping one. Each query names the network.
import type { DeviceRow, MemberDevices, StopReason } from '../../src/domain/desk-devices';
import { STOP_REASONS } from '../../src/domain/desk-devices';
import type { Device } from './devices';
import type { Db, Writing } from './ports';

type System = DeviceRow['system'];
const systemOf = (text: string): System => (text === 'android' || text === 'ios' ? text : 'other');

/** Members in the order they were made; each one's devices newest first. @param only one organisation, or null for all */
export async function listMembersWithDevices(
  db: Db,
  networkId: string,
  only: string | null,
): Promise<MemberDevices[]> {
  let query = db
    .selectFrom('members')
    .innerJoin('organisations', 'organisations.id', 'members.organisation_id')
    .select(['members.id', 'members.display_name', 'members.kind', 'organisations.name as organisation'])
    .where('members.network_id', '=', networkId);
  if (only !== null) query = query.where('members.organisation_id', '=', only);
  const members = await query.orderBy('members.created_at').orderBy('members.id').execute();
  const devices = await db
    .selectFrom('devices')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('enrolled_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const byMember = new Map<string, DeviceRow[]>();
  for (const row of devices) {
    const list = byMember.get(row.member_id) ?? [];
    byMember.set(row.member_id, list);
    list.push({
      id: row.id,
      state: row.revoked_at === null ? 'active' : row.told_to_wipe_at === null ? 'stopping' : 'stopped',
      system: systemOf(row.system),
      appVersion: row.app_version,
      enrolledAt: row.enrolled_at,
      lastContactAt: row.last_contact_at,
      stoppedAt: row.revoked_at,
      stopReason: STOP_REASONS.find((reason) => reason === row.revoked_reason) ?? null,
    });
  }
  return members.map((row) => ({
    memberId: row.id,
    memberName: row.display_name,
    organisation: row.organisation,
    kind: row.kind === 'cooperator' ? 'cooperator' : 'member',
    devices: byMember.get(row.id) ?? [],
  }));
}

/** The member, if it is one of this network (and organisation). */
export async function isMemberHere(
  db: Db,
  networkId: string,
  memberId: string,
  only: string | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('members')
    .select('organisation_id')
    .where('network_id', '=', networkId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined && (only === null || row.organisation_id === only);
}

/** A device by its id, stopped ones too; null when it is not of this network. */
export async function readDevice(db: Db, networkId: string, id: string): Promise<Device | null> {
  const row = await db
    .selectFrom('devices')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    networkId: row.network_id,
    memberId: row.member_id,
    key: row.device_key,
    revokedAt: row.revoked_at,
    lastContactAt: row.last_contact_at,
  };
}

/** @returns false when it was stopped before: the first reason stays */
export async function stopDevice(
  { db, networkId, at }: Writing,
  id: string,
  reason: StopReason,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

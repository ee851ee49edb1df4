// Devices: the phone of one member. The store holds only the hash of its token.
import { sha256Of } from '../secrets';
import type { Db, Writing } from './ports';

export interface Device {
  id: string;
  networkId: string;
  memberId: string;
  /** public half of the phone's key, JWK as JSON */
  key: string;
  /** null while it may send */
  revokedAt: string | null;
  lastContactAt: string | null;
}

export async function addDevice(
  { db, networkId, at }: Writing,
  device: { id: string; memberId: string; token: string; key: string; appVersion: string; system: string },
): Promise<void> {
  await db
    .insertInto('devices')
    .values({
      id: device.id,
      network_id: networkId,
      member_id: device.memberId,
      token_sha256: sha256Of(device.token),
      device_key: device.key,
      app_version: device.appVersion,
      system: device.system,
      enrolled_at: at,
      revoked_at: null,
      revoked_reason: null,
      last_contact_at: at,
      told_to_wipe_at: null,
    })
    .execute();
}

/** The device of a bearer token: what it may touch follows from here. */
export async function findDevice(db: Db, token: string): Promise<Device | null> {
  const row = await db
    .selectFrom('devices')
    .select(['id', 'network_id', 'member_id', 'device_key', 'revoked_at', 'last_contact_at'])
    .where('token_sha256', '=', sha256Of(token))
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

export async function touchDevice(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('devices').set({ last_contact_at: at }).where('id', '=', id).execute();
}

/** The first time counts: later contacts are handed the same order again. */
export async function markToldToWipe(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('devices')
    .set({ told_to_wipe_at: at })
    .where('id', '=', id)
    .where('told_to_wipe_at', 'is', null)
    .execute();
}

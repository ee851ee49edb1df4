// Lets a phone in by its bearer token. What it may touch follows from the device: its member, its network.
import type { Context } from 'hono';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { findDevice, type Device } from '../store/devices';

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/** @throws Refused token-wrong, device-revoked */
export async function requireDevice(context: Context, { store }: Deps): Promise<Device> {
  const token = BEARER.exec(context.req.header('authorization') ?? '')?.[1];
  const device = token === undefined ? null : await findDevice(store.db, token);
  if (device === null) throw new Refused('token-wrong', [], { 'www-authenticate': 'Bearer' });
  if (device.revoked) throw new Refused('device-revoked');
  return device;
}

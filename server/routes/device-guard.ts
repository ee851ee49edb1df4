// Lets a phone in by its bearer token and the signature of its device key: neither alone is worth anything.
// What it may touch follows from the device: its member, its network.
//
//   token unknown, headers missing ─────────────> token-wrong      before the body is read
//   signed time too far from ours ──────────────> clock-skew       before the body is read; carries our time
//   body read, within its limits of size and time
//   signature not of this device's key ─────────> token-wrong
//   device stopped at the desk ─────────────────> device-revoked   with the signed order to erase; nothing is taken
import * as z from 'zod/mini';
import type { Context } from 'hono';
import { deviceKeySchema } from '../../src/domain/enrolment';
import { instantSchema } from '../../src/domain/ids';
import {
  requestText,
  SIGNATURE_HEADER,
  signatureSchema,
  SIGNED_TIME_WINDOW_MS,
  TIME_HEADER,
  wipeText,
} from '../../src/domain/signed-request';
import type { Deps } from '../deps';
import { isSignedBy } from '../device-signature';
import { Refused } from '../refused';
import { sha256Of } from '../secrets';
import { signForNetwork } from '../signing-keys';
import { findDevice, markToldToWipe, touchDevice, type Device } from '../store/devices';

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;
/** A contact is written down again only after this long. */
const TOUCH_AFTER_MS = 60_000;

const tokenWrong = () => new Refused('token-wrong', [], { 'www-authenticate': 'Bearer' });

/** Looks at the headers. @returns what checks the body and lets the device in. @throws Refused token-wrong, clock-skew */
export async function meetDevice(
  context: Context,
  deps: Deps,
): Promise<(body: Uint8Array) => Promise<Device>> {
  const { store } = deps;
  const token = BEARER.exec(context.req.header('authorization') ?? '')?.[1];
  const signature = z.safeParse(signatureSchema, context.req.header(SIGNATURE_HEADER));
  const time = z.safeParse(instantSchema, context.req.header(TIME_HEADER));
  const device = token === undefined ? null : await findDevice(store.db, token);
  if (device === null || !signature.success || !time.success) throw tokenWrong();
  const now = store.now();
  if (!(Math.abs(Date.parse(time.data) - now.getTime()) <= SIGNED_TIME_WINDOW_MS))
    throw new Refused('clock-skew', [], {}, { serverClock: now.toISOString() });
  const { method, path } = context.req;
  return async (body) => {
    const text = requestText({ method, path, bodySha256: sha256Of(body), time: time.data });
    if (!isSignedBy(z.parse(deviceKeySchema, JSON.parse(device.key)), text, signature.data))
      throw tokenWrong();
    if (device.revokedAt !== null) throw await stopped(deps, device, device.revokedAt);
    await noteContact(deps, device);
    return device;
  };
}

async function stopped(deps: Deps, device: Device, stoppedAt: string): Promise<Refused> {
  const order = { deviceId: device.id, stoppedAt };
  const signature = signForNetwork(deps, device.networkId, wipeText(order));
  await markToldToWipe(deps.store.db, device.id, deps.store.now().toISOString());
  return new Refused('device-revoked', [], {}, { wipe: { ...order, signature } });
}

async function noteContact({ store }: Deps, { id, lastContactAt }: Device): Promise<void> {
  const now = store.now();
  if (lastContactAt !== null && now.getTime() - Date.parse(lastContactAt) < TOUCH_AFTER_MS) return;
  await touchDevice(store.db, id, now.toISOString());
}

// 登録: a phone redeems a single-use invitation once and becomes a device of one member.
// The same invitation with the same device key gets the same answer again, so that a lost reply locks nobody out.
import * as z from 'zod/mini';
import { idSchema, instantSchema, invitationSchema } from './ids';
import { memberSchema } from './member';
import { networkProfileSchema } from './network';
import { signatureSchema } from './signed-request';

/** Public half of the phone's key (ECDSA P-256) as JWK coordinates. @see RFC 7517, RFC 7518 §6.2 */
export const deviceKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type DeviceKey = z.infer<typeof deviceKeySchema>;

export const enrolmentRequestSchema = z.strictObject({
  protocol: z.int(),
  invitation: invitationSchema,
  deviceKey: deviceKeySchema,
  device: z.strictObject({
    appVersion: z.string().check(z.maxLength(32)),
    /** coarse, for the help desk: android / ios / other */
    system: z.enum(['android', 'ios', 'other']),
  }),
  /** 秘密を守る約束: when the member accepted the text of this version on this phone (src/content/secrecy.ts) */
  secrecyAcceptedAt: instantSchema,
  secrecyText: z.string().check(z.regex(/^[0-9a-z.-]{1,20}$/)),
  /** over `enrolmentText`, by the private half of `deviceKey`: a stolen invitation with a public key gives nothing */
  proof: signatureSchema,
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** What `proof` signs. */
export const enrolmentText = (request: Omit<EnrolmentRequest, 'proof'>) =>
  [
    'mimamori-enrolment/1',
    request.protocol,
    request.invitation,
    request.deviceKey.x,
    request.deviceKey.y,
    request.device.appVersion,
    request.device.system,
    request.secrecyAcceptedAt,
    request.secrecyText,
  ].join('\n');

export const enrolmentReplySchema = z.object({
  protocol: z.int(),
  deviceId: idSchema,
  /** bearer token of this device; 43 characters of base64url */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  member: memberSchema,
  network: networkProfileSchema,
  /** public half of the key that signs this network's badges and wipe orders */
  networkVerifyKey: deviceKeySchema,
  serverClock: instantSchema,
});
export type EnrolmentReply = z.infer<typeof enrolmentReplySchema>;

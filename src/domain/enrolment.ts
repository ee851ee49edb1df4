// 登録: a phone redeems a single-use invitation once and becomes a device of one member.
// The same invitation with the same device key gets the same answer again, so that a lost reply locks nobody out.
import * as z from 'zod/mini';
import { idSchema, instantSchema, invitationSchema } from './ids';
import { memberSchema } from './member';
import { networkProfileSchema } from './network';

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
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

export const enrolmentReplySchema = z.object({
  protocol: z.int(),
  deviceId: idSchema,
  /** bearer token of this device; 43 characters of base64url */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  member: memberSchema,
  network: networkProfileSchema,
  serverClock: instantSchema,
});
export type EnrolmentReply = z.infer<typeof enrolmentReplySchema>;

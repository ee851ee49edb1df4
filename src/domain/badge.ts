// 構成員証: what its QR says and what anybody may learn of it. The code is public: it opens no door, and nothing may ever
// take it for a proof of who somebody is towards the server.
import * as z from 'zod/mini';
import { deviceKeySchema } from './enrolment';
import { idSchema, instantSchema } from './ids';
import { JOB_KINDS, MEMBER_KINDS } from './member';

/** Public id of a badge: 16 bytes that nobody can guess, in base64url; it tells neither its age nor its neighbours. */
export const badgeIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
/** ECDSA P-256 with SHA-256, 64 bytes (r ‖ s) in base64url. @see RFC 7518 §3.4 */
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;

export interface BadgeCode {
  id: string;
  signature: string;
}

/** What follows `/v/` → its two parts, or null when it is no badge code. */
export function parseBadgeCode(text: string): BadgeCode | null {
  const [id = '', signature = '', ...more] = text.split('.');
  const fits = more.length === 0 && z.safeParse(badgeIdSchema, id).success && SIGNATURE.test(signature);
  return fits ? { id, signature } : null;
}
export const badgeCode = ({ id, signature }: BadgeCode) => `${id}.${signature}`;

/** The text the network signs for a badge. The key is the network's own, so the network needs no place in it. */
export const badgeText = (id: string) => `mimamori-badge/1\n${id}`;

/** GET /api/v1/badges/{id}: no name of a person, ever. `verifyKey`: the asking phone checks the signature itself. */
export const badgeAnswerSchema = z.object({
  organisation: z.string(),
  kind: z.enum(MEMBER_KINDS),
  network: z.string(),
  /** false: the office made it invalid */
  valid: z.boolean(),
  verifyKey: deviceKeySchema,
});
export type BadgeAnswer = z.infer<typeof badgeAnswerSchema>;

/** A row of the desk's list. `code` goes into the QR. */
export const badgeRowSchema = z.object({
  id: badgeIdSchema,
  memberId: idSchema,
  memberName: z.string(),
  organisation: z.string(),
  kind: z.enum(MEMBER_KINDS),
  jobKind: z.enum(JOB_KINDS),
  createdAt: instantSchema,
  revokedAt: z.nullable(instantSchema),
  link: z.string(),
});
export type BadgeRow = z.infer<typeof badgeRowSchema>;
export const badgeListSchema = z.object({ badges: z.array(badgeRowSchema) });

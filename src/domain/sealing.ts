// Words of sealing that phone and server share: the network's public key, and which operations must be sealed.
// Never a private key here.
import * as z from 'zod/mini';

/** The network's public key. A rotation is a new one with a new id, told by a `network-profile` change. */
export const sealingKeySchema = z.object({
  /** 1–40 letters, digits and hyphens */
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/)),
  /** uncompressed P-256 point, base64url of 65 bytes. @see RFC 9180 §7.1.1 */
  publicKey: z.string().check(z.regex(/^B[A-Za-z0-9_-]{86}$/)),
});
export type SealingKey = z.infer<typeof sealingKeySchema>;

/** Operations that carry words of a member: they leave the phone sealed, never plain. */
export const SEALED_KINDS = [
  'sighting.submit',
  'sighting.supplement',
  'question.answer',
  'personal-report.submit',
  'personal-report.decline',
  'instruction.done',
] as const;

export function mustBeSealed(kind: string): boolean {
  return (SEALED_KINDS as readonly string[]).includes(kind);
}

/** Bytes encrypted for this phone alone (src/seal/draft-key.ts). `data` ends with the tag. */
export interface Locked {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What keeps and seals for the stores: they decide when, `src/seal` does it. */
export interface SealingPort {
  /** Encrypts for this phone alone. @param belongsTo name of the row: a copy elsewhere does not open */
  lock(plain: Uint8Array<ArrayBuffer>, belongsTo: string): Promise<Locked>;
  /** @throws when the key is another one, is not at hand (app lock), or a byte was changed */
  unlock(locked: Locked, belongsTo: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Seals to the network; other bytes each time. @returns base64url */
  seal(
    plain: Uint8Array<ArrayBuffer>,
    key: SealingKey,
    context: { operationId: string; kind: string },
  ): Promise<string>;
  /** As `seal`, for a photo of a record: bytes and their SHA-256, which is its name on the wire */
  sealPhoto(
    plain: Uint8Array<ArrayBuffer>,
    key: SealingKey,
    recordId: string,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }>;
}

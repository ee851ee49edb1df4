// Ids and the codes people type. Pure: chance and time come in as arguments.
import * as z from 'zod/mini';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** UUIDv7, lower case. One for the life of a record: made with the draft, never again. @see RFC 9562 §5.7 */
export const idSchema = z.string().check(z.regex(UUID_V7));
/** SHA-256 as 64 lower-case hex digits. */
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** An instant: ISO 8601 in UTC, with milliseconds. */
export const instantSchema = z.iso.datetime();
/** A calendar day, YYYY-MM-DD, without zone. */
export const daySchema = z.iso.date();

/**
 * A UUIDv7 from an instant and 10 random bytes.
 * @param unixMs milliseconds since 1970; clamped to 0 … 2^48-1, so that a phone with an absurd clock still gets an id
 * @param random exactly 10 bytes of randomness
 */
export function uuidV7(unixMs: number, random: Uint8Array): string {
  const ms = Math.min(Math.max(Math.floor(unixMs), 0), 2 ** 48 - 1);
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of an invitation: 26 × 5 bits = 130 bits. */
export const INVITATION_LENGTH = 26;

/** 26 characters of Crockford base32, upper case, no separators. @see https://www.crockford.com/base32.html */
export const invitationSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/));

/** @param random at least 26 random bytes */
export function invitationFromRandom(random: Uint8Array): string {
  return Array.from(random.subarray(0, INVITATION_LENGTH), (byte) => CROCKFORD[byte % 32]).join('');
}

/** The characters of a code in what was typed, pasted or scanned so far: separators gone, look-alikes O/I/L replaced. */
export function invitationLetters(text: string): string {
  const afterHash = text.normalize('NFKC').split('#').pop() ?? '';
  return afterHash
    .toUpperCase()
    .replace(/[\s\-‐‑–—ー−]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * What a person typed, pasted or scanned → the 26 characters, or null when it cannot be an invitation.
 * Takes full-width letters, lower case, spaces and hyphens, the look-alikes O/I/L, and a whole link `…/join#…`.
 */
export function normaliseInvitation(text: string): string | null {
  const code = invitationLetters(text);
  return z.safeParse(invitationSchema, code).success ? code : null;
}

/** The invitation in groups, as printed on the slip: `ABCDE-FGHJK-MNPQR-STVWX-YZ0123`. */
export function groupInvitation(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join('-').replace(/-(.)$/, '$1');
}

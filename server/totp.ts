// Second factor of officers: TOTP (RFC 6238, SHA-1, 6 digits, 30 s) as every authenticator app knows it, and recovery codes.
// The secret lies encrypted (AES-256-GCM, key outside the database, bound to its officer); recovery codes only as argon2id.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { verifyPassphrase, hashPassphrase, readableSigns } from './passphrases';
import type { Secrets } from './secrets';

/** @see RFC 4226 §4 R6: 160 bits */
export const TOTP_SECRET_BYTES = 20;
export const TOTP_STEP_SECONDS = 30;
export const RECOVERY_CODES = 10;
const RECOVERY_SIGNS = 10;
export const RECOVERY_RANDOM_BYTES = RECOVERY_CODES * RECOVERY_SIGNS;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const base32 = new ScureBase32Plugin();

/** @returns what the officer types or scans: 32 letters of base32 */
export function totpSecret(random: Uint8Array): string {
  return base32.encode(random, { padding: false });
}

export function totpUri(secret: string, officerName: string): string {
  return generateURI({ issuer: 'みまもりノート', label: officerName, secret });
}

/**
 * One step of clock error to either side, and no code of a step that was used before.
 * @param lastStep of the last code taken. @returns the step of this code, or null
 */
export function totpStep(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const digits = code.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const result = verifySync({
    secret,
    token: digits,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOTP_STEP_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

const keyOf = (secrets: Secrets) => secrets.keyFor('totp-secrets-v1');

/** @param iv 12 fresh random bytes */
export function lockTotp(secrets: Secrets, officerId: string, secret: string, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets), iv);
  cipher.setAAD(Buffer.from(officerId, 'utf8'));
  const locked = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), locked]).toString('base64url');
}
export const TOTP_IV_BYTES = IV_BYTES;

/** @throws when it is another officer's, was changed, or the server's secret is another one */
export function unlockTotp(secrets: Secrets, officerId: string, kept: string): string {
  const bytes = Buffer.from(kept, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(officerId, 'utf8'));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/** Ten codes `xxxxx-xxxxx`, about 49 bits each. @param random RECOVERY_RANDOM_BYTES bytes */
export function recoveryCodes(random: Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, place) => {
    const signs = readableSigns(random.subarray(place * RECOVERY_SIGNS, (place + 1) * RECOVERY_SIGNS));
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });
}

const bare = (code: string) => code.normalize('NFKC').toLowerCase().replace(/[^0-9a-z]/g, ''); // prettier-ignore

export const looksLikeRecoveryCode = (code: string): boolean => bare(code).length === RECOVERY_SIGNS;
export const hashRecoveryCode = (code: string): Promise<string> => hashPassphrase(bare(code));
export const recoveryCodeMatches = (hash: string, code: string): Promise<boolean> =>
  verifyPassphrase(hash, bare(code));

// The server's one secret, outside the database: device tokens are derived from it, so that a lost enrolment reply can be
// answered again with the same token although the database holds only its hash. Never logged, never sent.
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;

export interface Secrets {
  /** 43 characters of base64url; the same for the same device */
  deviceToken(deviceId: string): string;
  /** 32 bytes for one purpose, derived (HKDF-SHA-256). The same for the same purpose; says nothing of other purposes. */
  keyFor(purpose: string): Buffer;
}

/** @param given the secret from the environment, or null to keep one in the folder. @throws when the file cannot be read or is too short */
export function openSecrets(folder: string, given: string | null): Secrets {
  const secret = given === null ? secretInFolder(folder) : Buffer.from(given, 'utf8');
  return {
    keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, '', purpose, SECRET_BYTES)),
    deviceToken: (deviceId) =>
      createHmac('sha256', secret).update(`device-token:${deviceId}`).digest('base64url'),
  };
}

function secretInFolder(folder: string): Buffer {
  const file = join(folder, 'server-secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(SECRET_BYTES), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file);
  if (secret.length < SECRET_BYTES) throw new Error('server-secret is shorter than 32 bytes');
  return secret;
}

/** 64 lower-case hex digits of the UTF-8 of a text, or of bytes. */
export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

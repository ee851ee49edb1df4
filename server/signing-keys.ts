// Each network's signing key (ECDSA P-256, SHA-256): it signs badges and wipe orders. Kept as DATA/keys/verify-<network>.json,
// outside the database, so that a stolen database signs nothing. The private half never leaves this module and is never logged.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { deviceKeySchema, type DeviceKey } from '../src/domain/enrolment';

const keyFileSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

export interface SigningKeys {
  /** @throws when the key's file cannot be read or made */
  of(networkId: string): { privateKey: KeyObject; verifyKey: DeviceKey };
}
interface HasSigningKeys {
  signingKeys: SigningKeys;
}

/** @param folder the data folder; keys are made there when first asked for */
export function openSigningKeys(folder: string): SigningKeys {
  const opened = new Map<string, ReturnType<SigningKeys['of']>>();
  return {
    of(networkId) {
      const known = opened.get(networkId);
      if (known !== undefined) return known;
      const jwk = keyInFolder(join(folder, 'keys'), networkId);
      const { kty, crv, x, y } = createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'jwk' });
      const verifyKey = z.parse(deviceKeySchema, { kty, crv, x, y });
      const key = { privateKey: createPrivateKey({ key: jwk, format: 'jwk' }), verifyKey };
      opened.set(networkId, key);
      return key;
    },
  };
}

function keyInFolder(folder: string, networkId: string) {
  const file = join(folder, `verify-${networkId}.json`);
  const read = () => z.parse(keyFileSchema, JSON.parse(readFileSync(file, 'utf8')));
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  // Whole or not at all, and the first of two processes wins: written aside, then given its name.
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(aside);
  }
  return read();
}

/** Public half of the network's signing key; phones get it at enrolment. */
export function verifyKeyOf({ signingKeys }: HasSigningKeys, networkId: string): DeviceKey {
  return signingKeys.of(networkId).verifyKey;
}

/** @returns 64 bytes (r ‖ s) in base64url over the UTF-8 of `text`. @see RFC 7518 §3.4 */
export function signForNetwork({ signingKeys }: HasSigningKeys, networkId: string, text: string): string {
  const { privateKey } = signingKeys.of(networkId);
  return sign('sha256', Buffer.from(text, 'utf8'), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
}

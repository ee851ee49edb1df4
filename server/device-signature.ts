// Checks what a phone signed with its device key. Verifying only: phones' private keys never come here.
import { createPublicKey, verify } from 'node:crypto';
import type { DeviceKey } from '../src/domain/enrolment';

/**
 * @param signature 64 bytes (r ‖ s) in base64url. @see RFC 7518 §3.4
 * @returns false also when the key is no point of the curve
 */
export function isSignedBy(key: DeviceKey, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    return verify('sha256', Buffer.from(text, 'utf8'), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}

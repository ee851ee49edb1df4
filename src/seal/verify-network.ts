// Was this text signed by the network? Checked on the phone, without a connection. Never throws: what cannot be checked is not signed.
import type { DeviceKey } from '../domain/enrolment';
import { fromBase64url } from './base64url';

/** @param key public half of the network's signing key. @param signature 64 bytes (r ‖ s) in base64url. @see RFC 7518 §3.4 */
export async function isSignedByNetwork(key: DeviceKey, text: string, signature: string): Promise<boolean> {
  const bytes = fromBase64url(signature);
  if (bytes === null) return false;
  try {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const imported = await crypto.subtle.importKey('jwk', { ...key }, algorithm, false, ['verify']);
    const data = new TextEncoder().encode(text);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, bytes, data);
  } catch {
    return false;
  }
}

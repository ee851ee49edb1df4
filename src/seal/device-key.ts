// The phone's own key: ECDSA P-256, private half non-extractable, kept as a CryptoKey in IndexedDB.
import type { DeviceKey } from '../domain/enrolment';

export async function createDeviceKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

/** The public half as JWK coordinates. @see RFC 7517 */
export async function publicDeviceKey(pair: CryptoKeyPair): Promise<DeviceKey> {
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '' };
}

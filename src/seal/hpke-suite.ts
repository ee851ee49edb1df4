// The one suite we use: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. P-256 is in every browser's WebCrypto.
// @see RFC 9180 §7
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

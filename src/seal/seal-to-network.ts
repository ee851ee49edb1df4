// Sealing on the phone: what is sealed here can be read with the network's private key only, not by this phone.
import type { SealingKey } from '../domain/sealing';
import { fromBase64url, toBase64url } from './base64url';
import { suite } from './hpke-suite';
import { sealAad, sealedHeader, sealInfo, type SealContext } from './sealed-form';
import { squeeze } from './squeeze';

/**
 * Seals to the network's key. Each call gives other bytes: keep and resend the result, never seal the same thing again.
 * @returns base64url of the sealed form (see sealed-form.ts). @throws when the key is no P-256 point
 */
export async function sealToNetwork(
  plain: Uint8Array<ArrayBuffer>,
  key: SealingKey,
  context: SealContext,
): Promise<string> {
  return toBase64url(await sealBytesToNetwork(plain, key, context));
}

/** As `sealToNetwork`, in bytes: for photos. */
export async function sealBytesToNetwork(
  plain: Uint8Array<ArrayBuffer>,
  key: SealingKey,
  context: SealContext,
): Promise<Uint8Array<ArrayBuffer>> {
  const point = fromBase64url(key.publicKey);
  if (point === null) throw new TypeError('the sealing key is no base64url');
  // A picture is packed already; text shrinks to a third.
  const squeezed = context.kind === 'photo' ? null : await squeeze(plain);
  const header = sealedHeader(key.id, squeezed !== null);
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(point),
    info: sealInfo(key.id),
  });
  const ciphertext = new Uint8Array(await sender.seal(squeezed ?? plain, sealAad(header, context)));
  const encapsulated = new Uint8Array(sender.enc);
  const sealed = new Uint8Array(header.length + encapsulated.length + ciphertext.length);
  sealed.set(header);
  sealed.set(encapsulated, header.length);
  sealed.set(ciphertext, header.length + encapsulated.length);
  return sealed;
}

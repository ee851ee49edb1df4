// Opening at the secretariat's server: the other half of sealing. Phones have no key that opens anything.
import { fromBase64url, toBase64url } from './base64url';
import { suite } from './hpke-suite';
import { sealAad, sealInfo, takeApart, Unopenable, type SealContext } from './sealed-form';
import { unsqueeze } from './squeeze';

/** The private half of a network's key. `privateKey`: JWK of P-256 with `d`. */
export interface OpeningKey {
  id: string;
  privateKey: JsonWebKey;
}

/** A new pair of a network; the public half as base64url of the uncompressed point. */
export async function createOpeningKey(id: string): Promise<{ key: OpeningKey; publicKey: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    key: { id, privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey) },
    publicKey: toBase64url(point),
  };
}

/**
 * @param findKey the private key by its id, old ones too; null when there is none of that name
 * @param maxBytes most bytes of the opened text
 * @throws Unopenable with the reason; nothing of the content is in it
 */
export async function openSealed(
  sealed: string | Uint8Array<ArrayBuffer>,
  findKey: (id: string) => OpeningKey | null,
  context: SealContext,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof sealed === 'string' ? fromBase64url(sealed) : sealed;
  if (bytes === null) throw new Unopenable('malformed');
  const { header, squeezed, keyId, encapsulated, ciphertext } = takeApart(bytes);
  const key = findKey(keyId);
  if (key === null) throw new Unopenable('unknown-key');
  let plain: Uint8Array<ArrayBuffer>;
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: await suite.kem.importKey('jwk', key.privateKey, false),
      enc: encapsulated,
      info: sealInfo(keyId),
    });
    plain = new Uint8Array(await recipient.open(ciphertext, sealAad(header, context)));
  } catch {
    throw new Unopenable('wrong-key-or-changed');
  }
  if (!squeezed) {
    if (plain.length > maxBytes) throw new Unopenable('too-large');
    return plain;
  }
  try {
    return await unsqueeze(plain, maxBytes);
  } catch (error) {
    throw new Unopenable(error instanceof RangeError ? 'too-large' : 'malformed');
  }
}

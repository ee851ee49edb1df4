// What stays on the phone while it may still be needed (drafts, their photos) is encrypted with a key that no script
// can read out: AES-256-GCM, non-extractable, kept as a CryptoKey in IndexedDB. A new IV for every write.
import type { Locked } from '../domain/sealing';

const IV_BYTES = 12;

export function createDraftKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param belongsTo id of the draft or photo: a row copied over another one does not open */
export async function lockWith(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  belongsTo: string,
): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const additionalData = new TextEncoder().encode(belongsTo);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return { iv, data };
}

/** @throws OperationError when the key is another one or a byte was changed */
export async function unlockWith(
  key: CryptoKey,
  { iv, data }: Locked,
  belongsTo: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const additionalData = new TextEncoder().encode(belongsTo);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));
}

// Passphrases of officers: argon2id, and a comparison that takes as long for a name nobody has.
// @see OWASP Password Storage Cheat Sheet (m=19 MiB, t=2, p=1)
import { hash, verify } from '@node-rs/argon2';

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Shortest passphrase that is accepted, characters. */
export const PASSPHRASE_MIN = 15;
/** 31 signs that are not mistaken for each other when read aloud or typed from paper. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';

export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize('NFKC'), OPTIONS);
}

let nobodysHash: Promise<string> | null = null;

/** @param passphraseHash null when nobody has the name: the same work is done, the answer is false */
export async function passphraseMatches(passphraseHash: string | null, passphrase: string): Promise<boolean> {
  nobodysHash ??= hashPassphrase('nobody has this passphrase');
  const matches = await verify(passphraseHash ?? (await nobodysHash), passphrase.normalize('NFKC'));
  return matches && passphraseHash !== null;
}

/** Four groups of five signs, about 99 bits: `k7wfq-…`. @param random at least 20 random bytes */
export function newPassphrase(random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, 20), (byte) => SIGNS[byte % SIGNS.length]).join('');
  return (signs.match(/.{5}/g) ?? []).join('-');
}

// Passphrases of officers: argon2id, and a comparison that takes as long for a name nobody has.
// @see OWASP Password Storage Cheat Sheet (m=19 MiB, t=2, p=1); NIST SP 800-63B-4 §3.1.1 (length, blocklist, no composition rules)
import { hash, verify } from '@node-rs/argon2';
import { PASSPHRASE_MIN, passphraseLength } from '../src/domain/desk-accounts';

export { PASSPHRASE_MIN };

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** 31 signs that are not mistaken for each other when read aloud or typed from paper. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
/** Characters that must be left when everything common and everything about the officer is taken out. */
const OWN_MIN = 8;
const DIFFERENT_MIN = 6;

/** What guesses begin with, in lower case. Taken out of a passphrase before its rest is looked at. */
const COMMON = [
  'password', 'passphrase', 'passw0rd', 'letmein', 'welcome', 'iloveyou', 'administrator', 'admin', 'secret', 'himitsu', 'changeme', 'default',
  'correcthorsebatterystaple', 'correct horse battery staple', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', '1qaz2wsx', 'sakura',
  'mimamorinote', 'mimamori', 'jimukyoku', 'aikotoba', 'shiyakusho', 'thequickbrownfox', 'jumpsoverthelazydog', 'abc', 'test', 'guest', 'user', 'login',
  'パスワード', 'パスフレーズ', 'ぱすわーど', 'あいことば', '合言葉', '秘密', 'ひみつ', 'みまもりノート', 'みまもり', '見守り', '事務局', '市役所', '役場', '消費生活センター',
  'あいうえお', 'かきくけこ', 'さしすせそ', 'たちつてと', 'いろはにほへと', 'ちりぬるを', 'アイウエオ', 'さくら', '桜',
]; // prettier-ignore
const SEQUENCES = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
const SEQUENCE_MIN = 4;

export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize('NFKC'), OPTIONS);
}

export function verifyPassphrase(passphraseHash: string, passphrase: string): Promise<boolean> {
  return verify(passphraseHash, passphrase.normalize('NFKC'));
}

let nobodysHash: Promise<string> | null = null;

/** @param passphraseHash null when nobody has the name: the same work is done, the answer is false */
export async function passphraseMatches(passphraseHash: string | null, passphrase: string): Promise<boolean> {
  nobodysHash ??= hashPassphrase('nobody has this passphrase');
  const matches = await verifyPassphrase(passphraseHash ?? (await nobodysHash), passphrase);
  return matches && passphraseHash !== null;
}

/**
 * Too short, or too easy to guess: common words, sequences, repetitions, or one's own names with little else.
 * @param about names of the officer and the network
 */
export function isWeak(passphrase: string, about: readonly string[]): boolean {
  if (passphraseLength(passphrase) < PASSPHRASE_MIN) return true;
  let rest = passphrase.normalize('NFKC').toLowerCase();
  if (new Set(rest).size < DIFFERENT_MIN) return true;
  const names = about.flatMap((name) => [name, ...name.split(/[\s　（）()]+/)]);
  const words = [...names, ...COMMON].map((one) => one.normalize('NFKC').toLowerCase());
  // the longest first: a short one must not break up the long one it is part of
  for (const word of words.sort((one, other) => other.length - one.length))
    if (word.length >= 2) rest = rest.split(word).join('');
  rest = withoutSequences(withoutSequences(rest, 1), -1);
  // the same group again and again counts once
  rest = rest.replace(/(.{1,12}?)\1+/gu, '$1');
  return [...rest.replace(/[\s\p{P}\p{S}]/gu, '')].length < OWN_MIN;
}

/** @param direction 1 forwards, -1 backwards */
function withoutSequences(text: string, direction: 1 | -1): string {
  let rest = text;
  for (const forwards of SEQUENCES) {
    const sequence = direction === 1 ? forwards : [...forwards].reverse().join('');
    for (let length = sequence.length; length >= SEQUENCE_MIN; length -= 1)
      for (let from = 0; from + length <= sequence.length; from += 1)
        rest = rest.split(sequence.slice(from, from + length)).join('');
  }
  return rest;
}

/** One sign for each byte. A byte that would favour some signs is folded: the loss is under 0.1 bit a sign. */
export function readableSigns(random: Uint8Array): string {
  return Array.from(random, (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** Four groups of five signs, about 99 bits: `k7wfq-…`. @param random at least 20 random bytes */
export function newPassphrase(random: Uint8Array): string {
  return (readableSigns(random.subarray(0, 20)).match(/.{5}/g) ?? []).join('-');
}

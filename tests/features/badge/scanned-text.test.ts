import { describe, expect, it } from 'vitest';
import { readScannedText, typedCode } from '../../../src/features/badge/scanned-text';

const CODE = '0123456789ABCDEFGHJKMNPQRS';

describe('what a scanned code is', () => {
  it.each([
    ['the 26 characters', CODE],
    ['the link on the invitation', `https://mimamori.test/join#${CODE}`],
    ['typed with hyphens, in lower case', '01234-56789-abcde-fghjk-mnpqrs'],
    ['typed full-width', '０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫＭＮＰＱＲＳ'],
    ['with O for zero and l for one', 'Ol23456789ABCDEFGHJKMNPQRS'],
  ])('an invitation: %s', (_how, text) => {
    expect(readScannedText(text)).toEqual({ kind: 'invitation', code: CODE });
  });

  it.each([
    ['https://mimamori.test/v/0190abc.sig_nature-1', '0190abc.sig_nature-1'],
    ['/v/0190abc.sig', '0190abc.sig'],
  ])('a badge: %s', (text, code) => {
    expect(readScannedText(text)).toEqual({ kind: 'badge', code });
  });

  it.each(['https://example.com/shop', 'WIFI:S:cafe;;', '', 'https://mimamori.test/vv/abc'])(
    'not ours: %s',
    (text) => {
      expect(readScannedText(text)).toEqual({ kind: 'other' });
    },
  );
});

describe('a half-typed code', () => {
  it('says how many characters are still needed', () => {
    expect(typedCode('01234-56789 abc').missing).toBe(13);
  });
  it('says when there are too many', () => {
    expect(typedCode(`${CODE}AB`).missing).toBe(-2);
  });
  it('names the characters that no invitation contains, each once', () => {
    expect(typedCode('01u2あ3あU').strange).toBe('Uあ');
  });
});

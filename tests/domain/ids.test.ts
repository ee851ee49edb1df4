import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  groupInvitation,
  idSchema,
  invitationFromRandom,
  invitationSchema,
  normaliseInvitation,
  uuidV7,
} from '../../src/domain/ids';

const CODE = '0123456789ABCDEFGHJKMNPQRS';

describe('the id of a record', () => {
  it('is a UUIDv7 that sorts by time', () => {
    const bytes = new Uint8Array(10).fill(255);
    const early = uuidV7(1_000, bytes);
    const late = uuidV7(2_000, new Uint8Array(10));
    expect(z.safeParse(idSchema, early).success && z.safeParse(idSchema, late).success).toBe(true);
    expect(early < late).toBe(true);
  });
  it.each([-1e15, 0, 8.64e15, Number.MAX_SAFE_INTEGER])('is valid even with an absurd clock (%d)', (ms) => {
    expect(z.safeParse(idSchema, uuidV7(ms, new Uint8Array(10))).success).toBe(true);
  });
});

describe('an invitation', () => {
  it('has 26 characters of which each carries 5 bits', () => {
    const code = invitationFromRandom(Uint8Array.from({ length: 26 }, (_, i) => i * 11));
    expect(z.safeParse(invitationSchema, code).success).toBe(true);
  });
  it.each([
    ['as printed', '01234-56789-ABCDE-FGHJK-MNPQR-S'],
    ['in groups of the slip', groupInvitation(CODE)],
    ['in lower case with spaces', '01234 56789 abcde fghjk mnpqr s'],
    ['full width', '０１２３４５６７８９ＡＢＣＤＥＦＧＨＪＫＭＮＰＱＲＳ'],
    ['with look-alikes', 'O1234-56789-ABCDE-FGHJK-MNPQR-S'.replace('1', 'l')],
    ['as the whole link', `https://mimamori.example/join#${CODE}`],
    ['with a Japanese long mark as hyphen', '01234ー56789ーABCDEーFGHJKーMNPQRーS'],
  ])('is read when typed %s', (_how, text) => {
    expect(normaliseInvitation(text)).toBe(CODE);
  });
  it.each(['', 'hello', CODE.slice(1), `${CODE}X`, 'https://example.com/', '!'.repeat(26)])(
    'is not read from "%s"',
    (text) => {
      expect(normaliseInvitation(text)).toBeNull();
    },
  );
});

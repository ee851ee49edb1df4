// 自由記述の見張り: looks for writing that may tell who it is about. It asks, it never blocks. Pure.
// Source: shared/domain/flowsheet.md §5. Digits are compared after NFKC, so full-width ones count too.
import type { PersonalDataKind } from './sighting';

const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['email', /\S+@\S+\.\S+/],
  ['car_plate', /[あ-んア-ン]\s?\d{2}[-‐ー]\d{2}(?!\d)/],
  ['phone', /(?<!\d)0\d{1,4}[-‐ー(]?\d{1,4}[-‐ー)]?\d{3,4}(?!\d)/],
  ['account', /暗証番号|口座番号|(?<!\d)\d{4}[-‐ー ]\d{4}[-‐ー ]\d{4}|(?<!\d)\d{7}(?!\d)/],
  ['postal_code', /〒|(?<![\d-])\d{3}[-‐ー]\d{4}(?![\d-])/],
  [
    'address',
    /\d+\s?(丁目|番地|番\d|番(?![組号目])|号室?(?!車))|[一二三四五六七八九十]+丁目|(?<!\d)\d{1,4}[-‐ー]\d{1,4}[-‐ー]\d{1,4}(?!\d)/,
  ],
  ['name', /[一-龥々]{1,4}(さん|様|氏|ちゃん|くん|君)/],
];
/** Ways to call people that name nobody. */
const NOBODY =
  /(お客|業者|奥|旦那|お母|お父|お兄|お姉|娘|息子|孫|皆|患者|住民|神|大家|店員|配達員|隣|警察|役所)(さん|様|氏|ちゃん|くん|君)/g;

/** Kinds found in the text, each once, in a fixed order; empty when nothing looks like a person's data. */
export function findPersonalData(text: string): PersonalDataKind[] {
  const plain = text.normalize('NFKC').replace(NOBODY, '□');
  return PATTERNS.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind);
}

// 自由記述の見張り: looks for writing that may tell who it is about. It asks, it never blocks. Pure.
// Source: shared flow sheet §5, refined so that prices, dates, times and the public lines stay unasked.
// How well it does is measured: tests/domain/personal-data-figures.test.ts, and the README's table.
import { namesSomebody } from './personal-name-check';
import type { PersonalDataKind } from './sighting';

/** What stands after a number that is an amount, a time or a measure. */
const UNIT = '(?!\\s?(?:円|万|千|時|分|秒|日|月|年|歳|才|代|人|名|回|個|件|本|枚|台|箱|点|度|割|%|センチ|cm|キロ|メートル|ページ))'; // prettier-ignore
const at = (pattern: string) => new RegExp(pattern, 'u');

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Lines for everybody: free (0120, 0800), shared (0570), entertainment (0990). They are never a person's. */
const PUBLIC_LINE = /^0(?:120|800|570|990)/;
const PHONE = /(?<![\d-])0\d(?:[-()\s]{0,2}\d){8,9}(?![\d-])/gu;
const PHONE_ABROAD = /\+81[-\s]?\d/;
/** Without its area code a number is only one when something says so. */
const LOCAL_PHONE = /(?:電話|TEL|tel|携帯|連絡先)[^\d\n]{0,6}\d{2,4}-\d{4}(?![\d-])/u;
const POSTAL_CODE = [at('〒'), at(`(?<![\\d-])\\d{3}-\\d{4}(?![\\d-])${UNIT}`)];
const ADDRESS = [
  /\d\s?丁目|[一二三四五六七八九十]丁目|\d\s?番地|\d\s?番\s?\d|\d\s?号(?:室|棟)|\d\s?棟\s?\d/u,
  /(?<!国道|県道|都道|市道|町道|台風|第)(?<!\d)\d{3,4}号(?![線車機店館])/u,
  /(?:アパート|マンション|ハイツ|コーポ|メゾン|レジデンス|ハイム|団地|荘)[^\d、。\n]{0,8}\d{3,4}(?!\d)/u,
  at(`(?<![\\d-])(?!(?:19|20)\\d\\d-)[1-9]\\d{0,3}-\\d{1,3}-\\d{1,4}(?![\\d-])${UNIT}`),
  at(`[町村区字]\\s?[1-9]\\d{0,3}-\\d{1,3}(?![\\d-])${UNIT}`),
];
const ACCOUNT = [
  // The flow sheet names the word itself: whoever writes it is about to write the number.
  /暗証番号/u,
  /(?<![\d-])\d{4}[- ]\d{4}[- ]\d{4}/u,
  /(?:口座|普通|当座|貯金|通帳|記号)[^\d\n]{0,8}\d{6,8}(?!\d)/u,
  // a long run of digits that is no telephone number, no date and no amount
  at(`(?<![\\d-])(?!0)(?!20\\d{6}(?!\\d))\\d{8,19}(?![\\d-])${UNIT}`),
];
const CAR_PLATE = [
  at(`(?:^|[\\s\\d「『（(、。・:])[あ-ん]\\s?\\d{2}-\\d{2}(?![\\d-])${UNIT}`),
  /ナンバー[^\d\n]{0,8}(?:\d{1,2}-\d{2}|\d{4})(?!\d)/u,
];

const some = (patterns: readonly RegExp[]) => (text: string) =>
  patterns.some((pattern) => pattern.test(text));
const hasPhone = (text: string) =>
  PHONE_ABROAD.test(text) ||
  LOCAL_PHONE.test(text) ||
  (text.match(PHONE) ?? []).some((found) => !PUBLIC_LINE.test(found.replace(/\D/g, '')));

const CHECKS: readonly (readonly [PersonalDataKind, (text: string) => boolean])[] = [
  ['email', (text) => EMAIL.test(text)],
  ['car_plate', some(CAR_PLATE)],
  ['phone', hasPhone],
  ['account', some(ACCOUNT)],
  ['postal_code', (text) => some(POSTAL_CODE)(text.replace(LOCAL_PHONE, ''))],
  ['address', some(ADDRESS)],
  ['name', namesSomebody],
];

/** Kinds found in the text, each once, in a fixed order; empty when nothing looks like a person's data. */
export function findPersonalData(text: string): PersonalDataKind[] {
  // Full-width digits and letters, and the many dashes people type between digits, count as the plain ones.
  const plain = text.normalize('NFKC').replace(/(?<=\d)\s?[‐‑‒–—―−ー]\s?(?=\d)/gu, '-');
  return CHECKS.filter(([, finds]) => finds(plain)).map(([kind]) => kind);
}

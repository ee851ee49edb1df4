import { expect, it } from 'vitest';
import { foldForSearch, queryWords } from '../../src/domain/search-text';

it('half-width and full-width, katakana and hiragana, capital and small letters are the same word', () => {
  expect(foldForSearch('ﾘﾌｫｰﾑ')).toBe(foldForSearch('りふぉーむ'));
  expect(foldForSearch('ＡＴＭ')).toBe(foldForSearch('atm'));
});

it('a query is cut at spaces of either width and empty words are dropped', () => {
  expect(queryWords('　屋根  コウジ ')).toEqual(['屋根', 'こうじ']);
  expect(queryWords('   ')).toEqual([]);
});

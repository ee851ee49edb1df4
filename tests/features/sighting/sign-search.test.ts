import { describe, expect, it } from 'vitest';
import { TROUBLE_WORDS } from '../../../src/content/flow-sheet';
import { SIGNS } from '../../../src/content/signs';
import { findSigns } from '../../../src/features/sighting/sign-search';

const find = (query: string) => findSigns(SIGNS, query, TROUBLE_WORDS).map((sign) => sign.id);

describe('a sign is found', () => {
  it.each([
    ['屋根', 'OUT-02'],
    ['やね', 'OUT-02'],
    ['ヤネ', 'OUT-02'],
    ['ﾔﾈ', 'OUT-02'],
    ['ａｔｍ', 'SH-01'],
    ['かんぷきん', 'SH-02'],
    ['てんけん', 'OUT-10'],
    ['ロマンス', 'SH-04'],
    ['押し買い', 'OUT-04'],
  ])('by 「%s」', (query, id) => {
    expect(find(query)).toContain(id);
  });

  it('at every place, whatever place is chosen', () => {
    const groups = new Set(find('電話').map((id) => id.split('-')[0]));
    expect(groups).toContain('SH');
    expect(groups).toContain('ME');
  });

  it('only when it has all the words', () => {
    expect(find('屋根 工事')).toContain('OUT-02');
    expect(find('屋根 電子マネー')).toEqual([]);
  });

  it('and nothing is found for nothing', () => {
    expect(find('　')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { fitWithin } from '../../src/platform/photo';

describe('the size of a shrunk photo', () => {
  it('keeps the shape, with the longer side at the limit', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 1600)).toEqual([1600, 1200]);
    expect(fitWithin({ width: 3000, height: 4000 }, 1600)).toEqual([1200, 1600]);
  });
  it('never enlarges a small picture', () => {
    expect(fitWithin({ width: 300, height: 200 }, 1600)).toEqual([300, 200]);
  });
  it('never makes a side of nothing', () => {
    expect(fitWithin({ width: 10_000, height: 2 }, 512)).toEqual([512, 1]);
  });
});

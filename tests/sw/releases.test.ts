import { describe, expect, it } from 'vitest';
import { obsoleteKeys, withRelease } from '../../sw/releases';

describe('the files of a release', () => {
  it('stay while a page of the release before may be open, and go with the one after', () => {
    const first = withRelease([], ['/a-1.js', '/index?1']);
    const second = withRelease(first, ['/a-2.js', '/index?2']);
    const third = withRelease(second, ['/a-3.js', '/index?3']);
    const cached = ['/a-1.js', '/index?1', '/a-2.js', '/index?2', '/a-3.js', '/index?3'];
    expect(obsoleteKeys(cached.slice(0, 4), second)).toEqual([]);
    expect(obsoleteKeys(cached, third)).toEqual(['/a-1.js', '/index?1']);
  });

  it('are not counted twice when the worker merely starts again', () => {
    const known = withRelease(withRelease([], ['/a-1.js']), ['/a-2.js']);
    expect(withRelease(known, ['/a-2.js'])).toEqual([['/a-2.js'], ['/a-1.js']]);
  });

  it('that both releases share are kept once', () => {
    const known = withRelease(withRelease([], ['/same.js', '/a-1.js']), ['/same.js', '/a-2.js']);
    expect(obsoleteKeys(['/same.js', '/a-1.js', '/a-2.js', '/older.js'], known)).toEqual(['/older.js']);
  });
});

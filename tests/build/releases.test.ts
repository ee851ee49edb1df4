import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesOf, keepPrevious, putInPlace } from '../../scripts/build/releases.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-releases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a release of these files and puts it in place, as scripts/build.mjs does. */
function release(names: readonly string[]) {
  const [next, dist] = [join(folder, 'next'), join(folder, 'dist')];
  for (const name of names) {
    mkdirSync(dirname(join(next, name)), { recursive: true });
    writeFileSync(join(next, name), name);
    writeFileSync(join(next, `${name}.br`), name);
  }
  const files = filesOf(next);
  const kept = keepPrevious(next, dist, files);
  writeFileSync(join(next, 'release.json'), JSON.stringify({ sources: '', files, kept }));
  putInPlace(next, dist);
  return { kept, served: filesOf(dist) };
}

describe("law 13: the previous release's chunks", () => {
  it('stay served after the next release, compressed twins too', () => {
    release(['index.html', 'assets/page-1.js']);
    const { kept, served } = release(['index.html', 'assets/page-2.js']);
    expect(kept).toEqual(['assets/page-1.js']);
    expect(served).toContain('assets/page-1.js');
    expect(readFileSync(join(folder, 'dist/assets/page-1.js.br'), 'utf8')).toBe('assets/page-1.js');
  });

  it('go with the release after that: one is kept, not all', () => {
    release(['assets/page-1.js']);
    release(['assets/page-2.js']);
    expect(release(['assets/page-3.js']).kept).toEqual(['assets/page-2.js']);
  });

  it('survive a rebuild of the same files', () => {
    release(['assets/page-1.js']);
    release(['assets/page-2.js']);
    expect(release(['assets/page-2.js']).kept).toEqual(['assets/page-1.js']);
  });

  it('never bring back a page: only hashed files', () => {
    release(['old.html', 'assets/page-1.js']);
    expect(release(['index.html', 'assets/page-2.js']).served).not.toContain('old.html');
  });
});

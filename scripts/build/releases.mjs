// The previous release's files stay served: a phone that still runs it may yet ask for a lazy chunk (law 13).
// One release only, and never part of the precache. dist/release.json says which files are whose.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ sources: string, files: string[], kept: string[] }} Release */

/** @param {string} dist @returns {Release | null} null when there is no readable release */
export function readRelease(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, 'release.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Names under dist/, with `/`, sorted; without the compressed twins. @param {string} dist */
export function filesOf(dist) {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The new build takes the place of the standing one. @param {string} next @param {string} dist */
export function putInPlace(next, dist) {
  const old = `${next}-old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Copies the hashed files of the release before, where the new one has no file of that name.
 * A rebuild of the same files keeps what the standing build had kept.
 * @param {string} next the new build @param {string} dist the standing one @param {readonly string[]} files of the new one
 * @returns {string[]} what was kept
 */
export function keepPrevious(next, dist, files) {
  const before = readRelease(dist);
  if (!before) return [];
  const fresh = new Set(files);
  const hashed = (/** @type {string} */ name) => name.startsWith('assets/') && !fresh.has(name);
  const changed = before.files.filter(hashed);
  const kept = changed.length > 0 ? changed : before.kept.filter(hashed);
  for (const name of kept)
    for (const twin of [name, `${name}.br`, `${name}.gz`]) {
      if (!existsSync(join(dist, twin))) continue;
      mkdirSync(dirname(join(next, twin)), { recursive: true });
      cpSync(join(dist, twin), join(next, twin));
    }
  return kept.filter((name) => existsSync(join(next, name)));
}

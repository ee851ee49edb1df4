// One hash over everything a build is made of: `npm start` builds only when it differs from the hash in dist/.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const INPUTS = [
  'src', 'sw', 'public', 'scripts/vite', 'scripts/build', 'scripts/build.mjs',
  'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.base.json',
]; // prettier-ignore

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** @param {string} root the project's folder @returns {string} 64 hex digits */
export function sourceHash(root) {
  const hash = createHash('sha256').update(process.version);
  for (const file of INPUTS.flatMap((input) => filesBelow(join(root, input))))
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

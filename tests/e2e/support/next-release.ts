// Puts another release in the place of the one a stage serves, as the build would: every hashed file has a new name, the
// old files stay beside them, the page's policy and the worker's list fit the new names.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineHashes } from '../../../scripts/build/inline-hashes.mjs';

const HASHED = /^(.+-)([\w-]{8})\.(js|css|wasm)$/;

/** @param mark a word the new page carries in a meta element, so that a journey can tell the releases apart */
export function putNextRelease(dist: string, mark: string): void {
  const { files } = JSON.parse(readFileSync(join(dist, 'release.json'), 'utf8')) as { files: string[] };
  const names = files
    .filter((file) => file.startsWith('assets/') && !file.startsWith('assets/desk/'))
    .map((file) => file.slice('assets/'.length));
  const renamed = new Map<string, string>();
  for (const name of names) {
    const match = HASHED.exec(name);
    if (match) renamed.set(name, `${match[1]}${hash(name + mark).slice(0, 8)}.${match[3]}`);
  }
  const rename = (text: string) => {
    let out = text;
    for (const [before, after] of renamed) out = out.replaceAll(before, after);
    return out;
  };
  for (const [before, after] of renamed) {
    const bytes = readFileSync(join(dist, 'assets', before));
    const isText = !before.endsWith('.wasm');
    writeFileSync(join(dist, 'assets', after), isText ? rename(bytes.toString('utf8')) : bytes);
  }
  const page = rename(readFileSync(join(dist, 'index.html'), 'utf8')).replace(
    '<head>',
    `<head><meta name="release" content="${mark}">`,
  );
  write(dist, 'index.html', page);
  write(dist, 'scanner-files.json', rename(readFileSync(join(dist, 'scanner-files.json'), 'utf8')));
  const policy = JSON.parse(readFileSync(join(dist, 'page-policy.json'), 'utf8')) as object;
  write(dist, 'page-policy.json', JSON.stringify({ ...policy, 'index.html': inlineHashes(page) }));
  // the worker last: who asks for it finds everything it lists
  const revised = rename(readFileSync(join(dist, 'sw.js'), 'utf8')).replace(
    /\{"revision":"\w+","url":"(index\.html|scanner-files\.json)"\}/g,
    (_entry, url: string) => JSON.stringify({ revision: hash(readFileSync(join(dist, url), 'utf8')), url }),
  );
  write(dist, 'sw.js', revised);
}

const hash = (text: string) => createHash('md5').update(text).digest('hex');

function write(dist: string, name: string, text: string): void {
  writeFileSync(join(dist, name), text);
  for (const twin of ['.br', '.gz']) if (existsSync(join(dist, name + twin))) rmSync(join(dist, name + twin));
}

/** Names under assets/ that hold the code of one page. */
export const filesOfPage = (dist: string, page: string): string[] =>
  readdirSync(join(dist, 'assets')).filter((name) => name.startsWith(`${page}-`) && name.endsWith('.js'));

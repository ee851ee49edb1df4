// `npm run build`: the desk, then the member's app with its service worker, then what the server needs beside them:
// compressed twins, hashes of the inline code (page-policy.json), the previous release's files.
// Built beside the standing dist/ and put in its place at the end: a failed build changes nothing, and a running
// server always finds whole files. Two builds at once wait for each other.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { precompress } from './build/precompress.mjs';
import { withBuildLock } from './build/build-lock.mjs';
import { filesOf, keepPrevious, putInPlace } from './build/releases.mjs';
import { sourceHash } from './build/source-hash.mjs';
import { inlineHashes } from './build/inline-hashes.mjs';

// Whatever the caller runs as (tests, a development server): phones get the production build.
process.env['NODE_ENV'] = 'production';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const NEXT = join(ROOT, '.cache', 'dist-next');

/** Builds everything into dist/. @param {(line: string) => void} say progress for a person */
export async function buildAll(say) {
  await withBuildLock(join(ROOT, '.cache', 'build.lock'), () => buildAlone(say));
}

/** @param {(line: string) => void} say */
async function buildAlone(say) {
  const sources = sourceHash(ROOT);
  rmSync(NEXT, { recursive: true, force: true });
  if (existsSync(join(ROOT, 'src/desk/main.tsx'))) {
    say('事務局の画面を作っています…');
    await build({
      configFile: join(ROOT, 'scripts/vite/desk.config.ts'),
      logLevel: 'warn',
      build: { outDir: NEXT },
    });
  }
  say('構成員のアプリを作っています…');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir: NEXT } });

  const pages = ['index.html', 'desk.html'].filter((page) => existsSync(join(NEXT, page)));
  const policy = pages.map((page) => [page, inlineHashes(readFileSync(join(NEXT, page), 'utf8'))]);
  const files = filesOf(NEXT);
  say('送る大きさを小さくしています…');
  await precompress(files.map((file) => join(NEXT, file)));
  const kept = keepPrevious(NEXT, DIST, files);
  writeFileSync(join(NEXT, 'page-policy.json'), JSON.stringify(Object.fromEntries(policy)));
  writeFileSync(join(NEXT, 'release.json'), JSON.stringify({ sources, files, kept }, null, 1));
  putInPlace(NEXT, DIST);
  say(`できました: ${files.length} ファイル（前の版から ${kept.length} ファイルを残しています）`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await buildAll((line) => console.error(line));

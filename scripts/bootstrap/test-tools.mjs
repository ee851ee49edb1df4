// What the tests need from the system. Debian as root: what is missing is installed. Elsewhere: the one command is
// named, and what cannot run is said plainly. In CI (CI=true) everything must be there. Built-ins only.
import { existsSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { aptInstall, hasProgram, isDebianRoot, PlainError, say } from './say.mjs';

/**
 * @typedef {object} Tool
 * @property {string} name for a person
 * @property {string} debian package
 * @property {() => boolean} isThere
 * @property {readonly string[]} needs suites that cannot run without it: vitest projects or file patterns
 */

function hasJapaneseFont() {
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return process.platform !== 'linux';
}

function hasPostgres() {
  const root = '/usr/lib/postgresql';
  return (
    existsSync(root) && readdirSync(root).some((version) => existsSync(join(root, version, 'bin', 'initdb')))
  );
}

const E2E = 'e2e';
export const POSTGRES_FILES = 'tests/**/*postgres*.test.ts';

/** @type {readonly Tool[]} */
export const TOOLS = [
  { name: 'Chromium', debian: 'chromium', isThere: () => findBrowser() !== null, needs: [E2E] },
  { name: '日本語フォント', debian: 'fonts-noto-cjk', isThere: hasJapaneseFont, needs: [E2E] },
  { name: 'PostgreSQL', debian: 'postgresql', isThere: hasPostgres, needs: [POSTGRES_FILES, E2E] },
  { name: 'zbarimg', debian: 'zbar-tools', isThere: () => hasProgram('zbarimg'), needs: [E2E] },
  { name: 'pdftoppm', debian: 'poppler-utils', isThere: () => hasProgram('pdftoppm'), needs: [E2E] },
  { name: 'ffmpeg', debian: 'ffmpeg', isThere: () => hasProgram('ffmpeg'), needs: [E2E] },
];

const absent = () => TOOLS.filter((tool) => !tool.isThere());

/** What this machine cannot run as it stands; says so, installs nothing. @returns {ReadonlySet<string>} */
export function suitesWithout() {
  const missing = absent();
  if (missing.length === 0) return new Set();
  const names = missing.map((tool) => tool.name).join('、');
  const suites = new Set(missing.flatMap((tool) => tool.needs));
  say(`足りないもの: ${names}。入れるには（Debian の場合）: ${commandFor(missing)}`);
  say(`次の試験は、行いません: ${[...suites].join('、')}`);
  return suites;
}

/** @param {readonly Tool[]} tools */
const commandFor = (tools) => `sudo apt-get install ${tools.map((tool) => tool.debian).join(' ')}`;

/**
 * @param {boolean} isCi
 * @returns {ReadonlySet<string>} suites that cannot run here; empty in CI
 * @throws PlainError in CI when something is missing and cannot be installed
 */
export function ensureTestTools(isCi) {
  if (absent().length > 0 && isDebianRoot()) aptInstall(absent().map((tool) => tool.debian));
  const missing = absent();
  if (isCi && missing.length > 0) {
    const names = missing.map((tool) => tool.name).join('、');
    throw new PlainError(`CI ではすべての試験を行います。足りないもの: ${names}（${commandFor(missing)}）`);
  }
  return suitesWithout();
}

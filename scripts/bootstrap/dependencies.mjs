// Sees to Node and node_modules before anything of ours is loaded. Node built-ins only: nothing else is there yet.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { aptInstall, hasProgram, isDebianRoot, PlainError, run, say } from './say.mjs';

/** Development packages too, also where NODE_ENV says production: the app is built here. */
const CLEAN_INSTALL = ['ci', '--include=dev', '--no-progress', '--loglevel=error'];
const OLDEST_NODE = [20, 19];

/** @param {string} version e.g. `20.19.0` @throws PlainError when this Node is too old */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  throw new PlainError(
    `Node ${OLDEST_NODE.join('.')} 以上が必要です（いまは ${version}）。https://nodejs.org から新しい Node を入れてください。`,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** True when npm's own note in node_modules names every package of the lock file in the same version. @param {string} root */
function isInstalledAsLocked(root) {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const have = packagesOf(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (have[path] ? have[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

/** npm as it was called, else the one on the PATH. @param {readonly string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath'];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, npm_config_fund: 'false', npm_config_audit: 'false' };
  // better-sqlite3 is compiled here: a ready-made binary would come from outside the package registry.
  env['npm_config_build_from_source'] = 'true';
  const home = dirname(dirname(process.execPath));
  if (existsSync(join(home, 'include/node/node.h'))) env['npm_config_nodedir'] = home;
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], env) : run('npm', [...args], env);
}

/** Runs `npm ci` when the lock file is not what stands in node_modules. @param {string} root @throws PlainError */
export function ensureDependencies(root) {
  const marker = join(root, 'node_modules', '.mimamori-lock');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const noted = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  if (noted === hash) return;
  if (!isInstalledAsLocked(root)) {
    ensureCompiler();
    say('必要な部品を入れています（npm ci）。初めてのときは数分かかります…');
    if (!npm(CLEAN_INSTALL))
      throw new PlainError(
        '部品を入れられませんでした（npm ci）。上の行に理由があります。通信と空き容量を確かめて、もう一度実行してください。',
      );
  }
  writeFileSync(marker, hash);
}

/** better-sqlite3 is compiled while it is installed. Without a compiler npm leaves it out, and libsql is used. */
function ensureCompiler() {
  const missing = ['python3', 'make', 'g++'].filter((program) => !hasProgram(program));
  if (missing.length > 0 && isDebianRoot()) aptInstall(['build-essential', 'python3']);
}

/**
 * Makes sure an embedded database can be opened. Call after `ensureDependencies`.
 * @param {string} root @returns {'better-sqlite3' | 'libsql'}
 */
export function ensureSqlite(root) {
  if (canOpen(root)) return 'better-sqlite3';
  if (isDebianRoot()) {
    say('データベースの部品（better-sqlite3）を作り直しています…');
    ensureCompiler();
    const there = existsSync(join(root, 'node_modules/better-sqlite3'));
    npm(there ? ['rebuild', 'better-sqlite3'] : CLEAN_INSTALL);
    if (canOpen(root)) return 'better-sqlite3';
  }
  say(
    'better-sqlite3 を使えないので（C++ コンパイラーか Node のヘッダーがありません）、同じ働きの libsql を使います。' +
      'better-sqlite3 を使うには、python3・make・g++ を入れて npm rebuild better-sqlite3 を実行してください。',
  );
  return 'libsql';
}

/** @param {string} root */
function canOpen(root) {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

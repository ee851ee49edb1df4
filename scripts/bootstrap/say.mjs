// How the scripts speak and run other programs. Everything a person reads goes to standard error, so that
// `npm start -- --json` can keep standard output for its one line. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A sentence for a person instead of a stack. */
export class PlainError extends Error {}

/**
 * Runs a program with its output on standard error.
 * @param {string} command @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} true when it ended with 0
 */
export function run(command, args, env = process.env) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** True when the program is on the PATH. @param {string} name */
export function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

/** Only there may the scripts install system packages by themselves. */
export function isDebianRoot() {
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) return false;
  try {
    return /^(ID|ID_LIKE)=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

let listsAreFresh = false;
/** @param {readonly string[]} packages @returns {boolean} true when all are installed now */
export function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say(`Debian のパッケージを入れています: ${packages.join(' ')}`);
  listsAreFresh ||= run('apt-get', ['update', '-q'], env);
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], env);
}

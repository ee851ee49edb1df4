// Runs the secretariat's server as a child: passes signals on, takes its one announcement, ends as it ends.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from '../bootstrap/say.mjs';

/** @typedef {{ member: string, desk: string, invitations: string[], deskUser: string | null, deskPassword: string | null }} Announcement */

/** @param {string} line @returns {Announcement | null} null for any other line */
export function parseAnnouncement(line) {
  if (!line.startsWith('{')) return null;
  try {
    const value = JSON.parse(line);
    return typeof value.member === 'string' && typeof value.desk === 'string' ? value : null;
  } catch {
    return null;
  }
}

const LOOK_AT_PARENT_MS = 500;

/**
 * npm runs us through a shell that does not pass signals on: when `npm start` is told to stop, that shell goes and we
 * are left behind. So under npm we go with it. Started without npm, being left behind is what nohup asks for.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, LOOK_AT_PARENT_MS);
  watch.unref();
}

/**
 * @param {{ root: string, port: number, data: string }} options
 * @param {(announcement: Announcement) => void} onReady called once, when the server listens
 * @returns {Promise<number>} exit code of the server
 */
export function runServer({ root, port, data }, onReady) {
  const args = ['--import', 'tsx', 'server/main.ts', '--announce', '--port', String(port), '--data', data];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let announced = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const announcement = announced ? null : parseAnnouncement(line);
    if (announcement) {
      announced = true;
      onReady(announcement);
    } else say(line);
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      // Ctrl+C in a terminal reaches the child by itself.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  stopWithNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 0)));
  });
}

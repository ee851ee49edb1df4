// `npm start`: one command from a fresh clone to a running network. Begins on Node built-ins alone.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies, ensureSqlite } from './bootstrap/dependencies.mjs';
import { PlainError, run, say } from './bootstrap/say.mjs';
import { readRelease } from './build/releases.mjs';
import { sourceHash } from './build/source-hash.mjs';
import { startOptions } from './start/arguments.mjs';
import { findPort } from './start/find-port.mjs';
import { greeting } from './start/greeting.mjs';
import { runServer } from './start/run-server.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** PORT of the environment, where a host sets it; null when there is none. */
function portOfEnvironment() {
  const port = process.env['PORT'];
  return port ? startOptions(['--port', port]).port : null;
}

async function start() {
  const options = startOptions(process.argv.slice(2));
  checkNode();
  const port = await findPort(options.port ?? portOfEnvironment(), '127.0.0.1');
  ensureDependencies(ROOT);
  if (!process.env['DATABASE_URL']) ensureSqlite(ROOT);
  if (readRelease(join(ROOT, 'dist'))?.sources !== sourceHash(ROOT)) {
    // In a process of its own: the build tools write to standard output, which belongs to --json here.
    if (!run(process.execPath, [join(ROOT, 'scripts/build.mjs')]))
      throw new PlainError('アプリを作れませんでした。上の行に理由があります。');
  }
  const data = resolve(options.data);
  return runServer({ root: ROOT, port, data }, (ready) => {
    const { member, desk, invitations, deskUser, deskPassword } = ready;
    const told = { member, desk, invitations, deskUser, deskPassword };
    process.stdout.write(`${options.json ? JSON.stringify(told) : greeting(told, data)}\n`);
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

// A private PostgreSQL for tests: its own cluster in a temporary folder, on a free port of the loopback, stopped at the end.
// Started from Debian's binaries; as root it runs under the `postgres` user, because PostgreSQL refuses root.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const ROOT = '/usr/lib/postgresql';

export interface PrivatePostgres {
  /** a fresh, empty database of this cluster */
  freshDatabase(): Promise<string>;
  stop(): void;
}

function binFolder(): string | null {
  if (!existsSync(ROOT)) return null;
  const versions = readdirSync(ROOT)
    .filter((name) => existsSync(join(ROOT, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a));
  return versions[0] === undefined ? null : join(ROOT, versions[0], 'bin');
}

/** Whether `startPostgres` can work on this machine. The runner of the tests decides what follows from "no". */
export function postgresAvailable(): boolean {
  return binFolder() !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** @throws when this machine has no PostgreSQL, or it does not start */
export async function startPostgres(): Promise<PrivatePostgres> {
  const bin = binFolder();
  if (bin === null)
    throw new Error(
      'PostgreSQL is not installed: on Debian `apt-get install postgresql`. Its suite did not run.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-postgres-'));
  const data = join(folder, 'data');
  const account = accountToRunAs();
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const run = (program: string, words: string[]) => {
    const result = spawnSync(join(bin, program), words, {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(account ?? {}),
    });
    if (result.status !== 0) throw new Error(`${program}: ${String(result.stderr ?? result.error)}`);
  };
  const port = await freePort();
  run('initdb', ['-D', data, '-U', 'mimamori', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60 -c fsync=off`;
  run('pg_ctl', ['-D', data, '-o', options, '-w', '-t', '60', '-l', join(folder, 'log'), 'start']);
  let count = 0;
  return {
    async freshDatabase() {
      const name = `fresh_${(count += 1)}`;
      const client = new pg.Client({ connectionString: `postgres://mimamori@127.0.0.1:${port}/postgres` });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `postgres://mimamori@127.0.0.1:${port}/${name}`;
    },
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountToRunAs(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

// The stage of a journey: a data folder, the real server process behind the fault proxy, and a temporary folder for files.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Announcement } from '../../../server/announce';
import { spawnServer, type SpawnedServer } from '../../support/server';
import { startFaultProxy, type FaultProxy } from './fault-proxy';

export interface Stage {
  proxy: FaultProxy;
  /** address of the app as browsers know it; stays the same when the server is stopped and started */
  origin: string;
  folder: string;
  /** the build this stage serves: a copy, so that a journey may put another release there, and a build elsewhere may not */
  dist: string;
  /** what the first start announced: invitations and the desk's account */
  announcement: Announcement;
  /** codes of the three invitations */
  codes: string[];
  startServer(): Promise<SpawnedServer>;
  /** everything the server has written to its log, over all its starts */
  log(): string;
  /** @param signal SIGKILL for a crash */
  stopServer(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** @param databaseUrl PostgreSQL instead of the embedded database */
export async function setStage(databaseUrl: string | null = null): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-stage-'));
  const dist = join(folder, 'dist');
  cpSync(resolve(import.meta.dirname, '../../../dist'), dist, { recursive: true });
  const proxy = await startFaultProxy();
  let running: SpawnedServer | null = null;
  const logs: (() => string)[] = [];
  const startServer = async () => {
    const port = await freePort();
    running = await spawnServer({
      port,
      data: join(folder, 'data'),
      environment: {
        MIMAMORI_ORIGIN: proxy.origin,
        MIMAMORI_DIST: dist,
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      },
    });
    proxy.target = port;
    logs.push(running.errors);
    return running;
  };
  const stopServer = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    proxy.target = 0;
    await running?.stop(signal);
    running = null;
  };
  const { announcement } = await startServer();
  return {
    proxy,
    origin: proxy.origin,
    folder,
    dist,
    announcement,
    codes: announcement.invitations.map((link) => link.split('#')[1] ?? ''),
    startServer,
    log: () => logs.map((read) => read()).join('\n'),
    stopServer,
    async close() {
      await stopServer();
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// A server from its configuration: store, secrets, app, listening port, and a stop that finishes what is under way.
// Used by main.ts, the commands' tests and the support of scenario and e2e tests.
import { createServer, type Server } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import type { Config } from './config';
import { LIMITS_BY_DEFAULT, type Deps } from './deps';
import { DeskHub } from './desk-hub';
import { GATES_BY_DEFAULT, openGates, type GateSizes } from './limits';
import { logError, type Log } from './log';
import { startPurging } from './purge';
import { startOpening } from './sealing/opening';
import { firstKeys } from './sealing/rotate-key';
import { openSealingKeys } from './sealing/sealing-keys';
import { openSecrets } from './secrets';
import { openSigningKeys } from './signing-keys';
import { openStore } from './store/open-store';
import type { SqliteDriver } from './store/sqlite';

const HEADERS_TIMEOUT_MS = 20_000;
/** How often sockets are looked at for the timeouts above and below; Node's own 30 s would make them mean 50 s. */
const LOOK_AT_SOCKETS_MS = 5_000;
/** More sockets at once than any town needs: further ones are closed at the door, and files stay free for the database. */
const SOCKETS_MAX = 20_000;
/** Longer than any body may take: `read-body.ts` answers 408 first. */
const REQUEST_TIMEOUT_MS = 330_000;
const HEADER_BYTES_MAX = 16 * 1024;
/** Requests still under way after this long at the stop are cut. */
const STOP_AFTER_MS = 10_000;
const IDLE_CHECK_MS = 50;

export interface ServerMeans {
  log: Log;
  now?: () => Date;
  randomBytes?: (count: number) => Uint8Array;
  gates?: Partial<GateSizes>;
  limits?: Partial<Deps['limits']>;
  headersTimeoutMs?: number;
  sqliteDriver?: SqliteDriver;
}
export interface RunningServer {
  url: string;
  deps: Deps;
  app: ReturnType<typeof createApp>;
  /** Takes no more connections, lets requests finish, ends live lines, closes the database. Twice is once. */
  stop(): Promise<void>;
}

/** @throws when the database cannot be opened, or the port is taken */
export async function startServer(config: Config, means: ServerMeans): Promise<RunningServer> {
  const hub = new DeskHub();
  const chance = means.randomBytes ?? ((count: number) => randomBytes(count));
  const secrets = openSecrets(config.dataFolder, config.secret);
  const store = await openStore(
    {
      databaseUrl: config.databaseUrl,
      folder: config.dataFolder,
      ...(means.sqliteDriver === undefined ? {} : { sqliteDriver: means.sqliteDriver }),
    },
    {
      secrets,
      now: means.now ?? (() => new Date()),
      randomBytes: chance,
      onDeskEvent: (networkId, event) => hub.tell(networkId, event),
      onIdleError: (error) => logError(means.log, error),
    },
  );
  const sealingKeys = openSealingKeys(config.keysFolder);
  const opening = startOpening(store, sealingKeys, means.log);
  let url = '';
  const deps: Deps = {
    config,
    store,
    hub,
    log: means.log,
    secrets,
    sealingKeys,
    opening,
    signingKeys: openSigningKeys(config.dataFolder),
    gates: openGates({ ...GATES_BY_DEFAULT, ...means.gates }),
    limits: { ...LIMITS_BY_DEFAULT, ...means.limits },
    randomBytes: chance,
    origin: () => config.publicOrigin ?? url,
  };
  const app = createApp(deps);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    {
      headersTimeout: means.headersTimeoutMs ?? HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(LOOK_AT_SOCKETS_MS, means.headersTimeoutMs ?? HEADERS_TIMEOUT_MS),
      requestTimeout: REQUEST_TIMEOUT_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    (request, response) => void listener(request, response),
  );
  server.maxConnections = SOCKETS_MAX;
  try {
    await firstKeys(store, sealingKeys);
    url = `http://${nameOf(config.host)}:${await listen(server, config)}`;
  } catch (error) {
    await store.close();
    throw error;
  }
  await opening.wakeAll();
  means.log.info({ database: store.dialect, driver: store.driver }, 'listening');
  let stopping: Promise<void> | null = null;
  const stopPurging = startPurging(store, config.retention, means.log);
  return { url, deps, app, stop: () => (stopping ??= stop(server, deps, stopPurging)) };
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function stop(
  server: Server,
  { hub, opening, store, log }: Deps,
  stopPurging: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  hub.end();
  // A connection whose last answer has just gone out is idle only now.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const cut = setTimeout(() => server.closeAllConnections(), STOP_AFTER_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await opening.stop();
  await stopPurging();
  await store.close();
  log.info('stopped');
}

// The secretariat's server for tests: in this process on a free port, or as a real process that can be killed.
// Each has a network, an organisation and an officer of its own, all made up.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Member } from '../../src/domain/member';
import { INVITATION_LENGTH } from '../../src/domain/ids';
import type { NetworkProfile } from '../../src/domain/network';
import type { Announcement } from '../../server/announce';
import { createLog } from '../../server/log';
import { hashPassphrase } from '../../server/passphrases';
import { invitationLink } from '../../server/routes/desk-invitations';
import { RETENTION_BY_DEFAULT } from '../../server/retention';
import { startServer as start, type RunningServer, type ServerMeans } from '../../server/start-server';
import { addInvitation } from '../../server/store/invitations';
import { addMember, addOrganisation, writeProfile } from '../../server/store/networks';
import { addOfficer } from '../../server/store/officers';
import type { Store } from '../../server/store/ports';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ServerOptions extends Partial<Omit<ServerMeans, 'log'>> {
  /** folder of the data; a temporary one, removed at the stop, when left out */
  data?: string;
  /** in the data folder when left out */
  keysFolder?: string;
  databaseUrl?: string | null;
  distFolder?: string;
  port?: number;
  production?: boolean;
  publicOrigin?: string;
  /** every line of the log, as written */
  onLogLine?: (line: string) => void;
}
export interface OfficerCredentials {
  name: string;
  passphrase: string;
}
export interface TestServer extends RunningServer {
  store: Store;
  network: TestNetwork;
  /** of `network`, for short */
  officer: OfficerCredentials;
  createInvitation: TestNetwork['createInvitation'];
  data: string;
}
export interface TestNetwork {
  id: string;
  profile: NetworkProfile;
  officer: OfficerCredentials;
  organisationId: string;
  createInvitation(
    member?: Partial<Pick<Member, 'displayName' | 'jobKind' | 'kind'>>,
  ): Promise<TestInvitation>;
}
export interface TestInvitation {
  id: string;
  code: string;
  link: string;
  memberId: string;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const temporary = options.data === undefined;
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'mimamori-server-'));
  const { onLogLine } = options;
  const running = await start(
    {
      port: options.port ?? 0,
      host: '127.0.0.1',
      dataFolder: data,
      keysFolder: options.keysFolder ?? join(data, 'keys'),
      databaseUrl: options.databaseUrl ?? null,
      production: options.production ?? false,
      publicOrigin: options.publicOrigin ?? null,
      secret: null,
      trustProxy: false,
      logLevel: 'debug',
      retention: RETENTION_BY_DEFAULT,
      distFolder: options.distFolder ?? join(ROOT, 'dist'),
    },
    {
      ...options,
      log: onLogLine === undefined ? createLog('silent') : createLog('debug', { write: onLogLine }),
    },
  );
  const network = await foundNetwork(running);
  const stop = async () => {
    await running.stop();
    if (temporary) rmSync(data, { recursive: true, force: true });
  };
  const { officer, createInvitation } = network;
  return { ...running, stop, store: running.deps.store, network, officer, createInvitation, data };
}

let networks = 0;
const PASSPHRASE = 'tameshi-no-aikotoba-1';
let passphraseHash: Promise<string> | null = null;

/** Another network in the same server. */
export async function foundNetwork(
  { deps }: Pick<RunningServer, 'deps'>,
  change: Partial<NetworkProfile> = {},
): Promise<TestNetwork> {
  const { store, randomBytes } = deps;
  const number = (networks += 1);
  const id = store.newId();
  const profile: NetworkProfile = {
    id,
    name: `試し市見守りネットワーク${number}-${id.slice(-6)}`,
    municipality: '試し市',
    receiptPrefix: 'T',
    photosAllowed: true,
    areas: ['試し小学校区'],
    secretariat: { name: '試し市役所', phone: '0120-000-000', hours: '平日' },
    center: null,
    welfare: null,
    police: null,
    draftDays: 30,
    // its officers sign in by passphrase alone; what else a sign-in asks for has tests of its own
    demo: true,
    sealingKey: await deps.sealingKeys.create(id, store.now()),
    ...change,
  };
  const officer = { name: `tantou-${id.slice(-12)}`, passphrase: PASSPHRASE };
  const hash = await (passphraseHash ??= hashPassphrase(PASSPHRASE));
  const organisationId = await store.found({ id, name: profile.name }, async (writing) => {
    await writeProfile(writing, profile);
    await addOfficer(writing, {
      name: officer.name,
      displayName: '試しの担当',
      passphraseHash: hash,
      roles: ['admin', 'officer'],
      passphraseGiven: false,
    });
    const organisation = await addOrganisation(writing, { kind: 'member', name: '試し生活協同組合' });
    if (organisation === null) throw new Error('a fresh network already had the organisation');
    return organisation.id;
  });
  return {
    id,
    profile,
    officer,
    organisationId,
    createInvitation: (member = {}) =>
      store.write(id, async (writing) => {
        const filled = {
          kind: 'member',
          displayName: '試しの構成員',
          jobKind: 'outside_work',
          ...member,
        } as const;
        const memberId = await addMember(writing, { ...filled, organisationId });
        const made = await addInvitation(writing, memberId, randomBytes(INVITATION_LENGTH));
        return { ...made, memberId, link: invitationLink(deps.origin(), made.code) };
      }),
  };
}

export interface SpawnedServer {
  announcement: Announcement;
  /** without a slash at its end */
  url: string;
  process: ChildProcess;
  /** what it wrote to standard error so far */
  errors(): string;
  /** @param signal SIGKILL ends it in the middle of whatever it does. @returns its exit code, null after a kill */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

/** The real process, `server/main.ts --announce`. @throws when it does not announce itself within 30 s */
export async function spawnServer(options: {
  data: string;
  port?: number;
  environment?: Record<string, string>;
}): Promise<SpawnedServer> {
  const words = [
    '--announce',
    '--port',
    String(options.port ?? 0),
    '--data',
    options.data,
    '--host',
    '127.0.0.1',
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'server/main.ts'), ...words], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'development', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const line = await new Promise<string>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`no announcement: ${errors}`)), 30_000);
    createInterface({ input: child.stdout }).once('line', (text) => {
      clearTimeout(late);
      done(text);
    });
    void ended.then((code) => fail(new Error(`ended with ${code} before it announced itself: ${errors}`)));
  });
  const announcement = JSON.parse(line) as Announcement;
  return {
    announcement,
    url: announcement.member.replace(/\/$/, ''),
    process: child,
    errors: () => errors,
    stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

// `npm start` as a person or a machine meets it: a real process, a temporary data folder, a free port.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOptions } from '../../scripts/start/arguments.mjs';
import { findPort } from '../../scripts/start/find-port.mjs';
import { greeting } from '../../scripts/start/greeting.mjs';
import { parseAnnouncement } from '../../scripts/start/run-server.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const LIMIT_MS = 120_000;

interface Ended {
  code: number | null;
  out: string;
  err: string;
}
/** Runs `npm start` until `isReady` or its end; a running one is stopped by SIGTERM. */
function start(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'development', ...environment },
    });
    let [out, err] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.endsWith('\n')) setTimeout(() => child.kill('SIGTERM'), 300);
    });
    child.on('close', (code) => done({ code, out, err }));
  });
}

function busyPort(): Promise<{ port: number; free: () => void }> {
  return new Promise((done) => {
    const holder = createServer().listen(0, '127.0.0.1', () =>
      done({ port: (holder.address() as AddressInfo).port, free: () => holder.close() }),
    );
  });
}

describe('npm start -- --json', () => {
  let data = '';
  let first: Ended;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'mimamori-start-'));
    first = await start(['--json', '--port', '0', '--data', data]);
  }, LIMIT_MS);
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('prints one line on standard output: a JSON object with exactly the promised fields', () => {
    expect(first.out.split('\n').length).toBe(2);
    const told = JSON.parse(first.out) as Record<string, unknown>;
    expect(Object.keys(told).sort()).toEqual(['desk', 'deskPassword', 'deskUser', 'invitations', 'member']);
    expect(told['member']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(told['desk']).toMatch(/\/desk$/);
    expect(told['deskUser']).toEqual(expect.any(String));
    expect(told['deskPassword']).toMatch(/.{16,}/);
    expect(told['invitations']).toHaveLength(3);
    for (const link of told['invitations'] as string[])
      expect(link).toMatch(/\/join#[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('ends with 0 when it is told to stop', () => expect(first.code).toBe(0));

  it(
    'makes three fresh invitations on a later start, and tells no password again',
    async () => {
      const second = await start(['--json', '--port', '0', '--data', data]);
      const told = JSON.parse(second.out) as { invitations: string[]; deskPassword: unknown };
      expect(told.deskPassword).toBeNull();
      expect(told.invitations).toHaveLength(3);
      const before = (JSON.parse(first.out) as { invitations: string[] }).invitations.map(
        (url) => url.split('#')[1],
      );
      for (const url of told.invitations) expect(before).not.toContain(url.split('#')[1]);
    },
    LIMIT_MS,
  );

  it(
    'leaves no server behind when npm is told to stop',
    async () => {
      const npm = spawn('npm', ['start', '--', '--json', '--port', '0', '--data', data], {
        cwd: ROOT,
        env: { ...process.env, NODE_ENV: 'development' },
      });
      const url = await new Promise<string>((done) => {
        let out = '';
        npm.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString();
          const line = out.split('\n').find((text) => text.startsWith('{'));
          if (line?.endsWith('}')) done((JSON.parse(line) as { member: string }).member);
        });
      });
      expect((await fetch(url)).status).toBe(200);
      npm.kill('SIGTERM');
      const answers = () =>
        fetch(url).then(
          () => true,
          () => false,
        );
      await expect.poll(answers, { timeout: 10_000 }).toBe(false);
    },
    LIMIT_MS,
  );

  it(
    'says in one sentence that the asked port is taken',
    async () => {
      const { port, free } = await busyPort();
      const { code, out, err } = await start(['--json', '--port', String(port), '--data', data]);
      free();
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toContain(`ポート ${port} は、ほかのプログラムが使っています`);
      expect(err).not.toContain('at ');
    },
    LIMIT_MS,
  );

  it(
    'says how it is used when it does not know a word',
    async () => {
      const { code, err } = await start(['--prot', '80']);
      expect(code).toBe(1);
      expect(err).toContain('使い方: npm start');
    },
    LIMIT_MS,
  );
});

describe('the words after npm start', () => {
  it('may all be left out', () => {
    expect(startOptions([])).toEqual({ port: null, data: 'data', json: false });
  });

  it('are refused with a sentence when they make no sense', () => {
    for (const words of [['--port', '70000'], ['--port', 'abc'], ['--port', ''], ['--data', ''], ['extra']])
      expect(() => startOptions(words), words.join(' ')).toThrow(/使い方/);
  });

  it('take the next free port when none was asked for', async () => {
    const port = await findPort(null, '127.0.0.1');
    expect(port).toBeGreaterThanOrEqual(8080);
    expect(await findPort(0)).toBe(0);
  });
});

describe('what a person reads', () => {
  const ready = {
    member: 'http://127.0.0.1:8080/',
    desk: 'http://127.0.0.1:8080/desk',
    invitations: ['http://127.0.0.1:8080/join#A'],
    deskUser: 'mihon',
    deskPassword: 'himitsu',
  };

  it('names both addresses, the account with its password once, and the invitations', () => {
    const text = greeting(ready, '/data');
    for (const part of [ready.member, ready.desk, 'mihon', 'himitsu', ready.invitations[0]!, '/data'])
      expect(text).toContain(part);
  });

  it('says where to turn when the password is no longer shown', () => {
    expect(greeting({ ...ready, deskPassword: null }, '/data')).toContain('npm run officer');
  });

  it('never takes a line of the log for the announcement', () => {
    expect(parseAnnouncement('{"level":30,"msg":"listening"}')).toBeNull();
    expect(parseAnnouncement('listening')).toBeNull();
    expect(parseAnnouncement(JSON.stringify(ready))?.member).toBe(ready.member);
  });
});

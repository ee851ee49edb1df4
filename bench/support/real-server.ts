// The real server process on a temporary folder, for measurements.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '../..');

export interface RealServer {
  port: number;
  codes: string[];
  stop(): Promise<void>;
}

export async function startRealServer(): Promise<RealServer> {
  const data = mkdtempSync(join(tmpdir(), 'mimamori-bench-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'server/main.ts'), '--announce', '--port', '0', '--data', data],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, NODE_ENV: 'development' } },
  );
  // However the measurement ends, the server does not outlive it.
  process.once('exit', () => child.kill('SIGKILL'));
  const line = await new Promise<string>((done) =>
    createInterface({ input: child.stdout }).once('line', done),
  );
  const { member, invitations } = JSON.parse(line) as { member: string; invitations: string[] };
  return {
    port: Number(new URL(member).port),
    codes: invitations.map((link) => link.split('#')[1] ?? ''),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

// The built app as the server hands it out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from './phone';
import { startServer, type TestServer } from '../support/server';

const HASH = `sha256-${'A'.repeat(43)}=`;
let server: TestServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-dist-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'src/desk'), { recursive: true });
  const files: Record<string, string> = {
    'index.html': '<!doctype html><title>member</title>',
    'src/desk/desk.html': '<!doctype html><title>desk</title>',
    'assets/app-1a2b.js': 'export {};',
    'sw.js': '/* worker */',
    'manifest.webmanifest': '{}',
    'page-policy.json': JSON.stringify({
      'index.html': { scripts: [HASH], styles: [HASH] },
      'desk.html': { scripts: [], styles: [] },
    }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(Buffer.from(files['index.html']!)));
  writeFileSync(join(folder, 'assets/app-1a2b.js.gz'), gzipSync(Buffer.from(files['assets/app-1a2b.js']!)));
  writeFileSync(join(folder, '..', 'mimamori-outside.txt'), 'outside');
  server = await startServer({ distFolder: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'mimamori-outside.txt'));
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

/** The answer as it travels, without fetch tidying the path or the body. */
function raw(path: string, headers = ''): Promise<Buffer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n${headers}\r\n`),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => done(Buffer.concat(chunks)));
    socket.on('error', fail);
  });
}

describe('ページ', () => {
  test.each(['/', '/sightings/new', '/join', '/records/0190', '/learn/quiz'])(
    '%s is the member’s page',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('member');
    },
  );

  test.each(['/desk', '/desk/', '/desk/cases/1'])('%s is the desk’s page', async (path) => {
    expect(await (await get(path)).text()).toContain('desk');
  });

  test('only the app’s own files and the hashed first paint may run; no page may be framed', async () => {
    const policy = (await get('/')).headers.get('content-security-policy')!;
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' '${HASH}'`);
    expect(policy).toContain(`style-src 'self' '${HASH}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect((await get('/desk')).headers.get('content-security-policy')).not.toContain(HASH);
  });

  test('the headers of the first page leave room for its body: below 1,100 bytes on the wire', async () => {
    const answer = await raw('/', 'accept-encoding: gzip, deflate, br\r\n');
    const head = answer.subarray(0, answer.indexOf('\r\n\r\n') + 4);
    expect(head.toString()).toContain('content-encoding: br');
    expect(head.length).toBeLessThan(1100);
  });
});

describe('ファイル', () => {
  test('hashed files are kept for ever, worker and manifest are asked for every time', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    for (const path of ['/sw.js', '/manifest.webmanifest'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/sw.js')).headers.get('content-type')).toContain('text/javascript');
  });

  test('a compressed file is sent to whoever can read it, and the plain one to all others', async () => {
    const zipped = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(await zipped.text()).toBe('export {};');
    const plain = await get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('accept-encoding');
  });

  test.each([
    '/assets/gone-9z.js',
    '/assets/gone',
    '/gone.js',
    '/src/desk/desk.html',
    '/page-policy.json',
    '/index.html.br',
  ])('%s is no page: 404, never HTML', async (path) => {
    const response = await get(path);
    expect(await problemOf(response)).toMatchObject({ code: 'not-found' });
  });

  test.each([
    '/../mimamori-outside.txt',
    '/assets/../../mimamori-outside.txt',
    '/%2e%2e/mimamori-outside.txt',
    '/..%2fmimamori-outside.txt',
    '/%00.txt',
    '/%zz.txt',
    '/..\\mimamori-outside.txt',
  ])('%s leads nowhere outside the build', async (path) => {
    const answer = (await raw(path)).toString();
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(answer).not.toContain('outside');
  });
});

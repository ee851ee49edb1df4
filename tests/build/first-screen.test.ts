// The budgets of the first visit, measured on the real build and the real server.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';

const DIST = resolve(import.meta.dirname, '../../dist');
const FIRST_RESPONSE_MAX_BYTES = 14_000;
const PRECACHE_MAX_BYTES = 300_000;

/** Everything the server sends for one GET, as bytes on the wire. */
function rawResponse(url: string, path: string): Promise<Buffer> {
  const { hostname, port, host } = new URL(url);
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
      ),
    );
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => done(Buffer.concat(chunks)));
    socket.on('error', fail);
  });
}

function precachedFiles(): string[] {
  const worker = readFileSync(join(DIST, 'sw.js'), 'utf8');
  const listed = [...worker.matchAll(/"?url"?:\s*[`"']([^`"']+)[`"']/g)].map((match) => match[1]!);
  return listed.filter((url) => /^(assets\/|icons\/|[\w.-]+\.(html|json|webmanifest)$)/.test(url));
}

describe('the response that paints the first screen', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('fits into 14,000 bytes on the wire, headers included', async () => {
    const raw = await rawResponse(server.url, '/');
    expect(raw.subarray(0, 15).toString()).toBe('HTTP/1.1 200 OK');
    expect(raw.length).toBeLessThanOrEqual(FIRST_RESPONSE_MAX_BYTES);
  });

  it('needs no second request, and its policy allows exactly its own inline code', async () => {
    const raw = await rawResponse(server.url, '/');
    const headEnd = raw.indexOf('\r\n\r\n');
    const head = raw.subarray(0, headEnd).toString('latin1');
    const html = brotliDecompressSync(raw.subarray(headEnd + 4)).toString('utf8');
    expect(html).not.toMatch(/<script[^>]*\ssrc=/);
    expect(html).not.toMatch(/<link[^>]*rel="stylesheet"/);
    const policy = /^content-security-policy: (.*)$/im.exec(head)?.[1] ?? '';
    expect(policy).not.toContain('unsafe-inline');
    const blocks = [...html.matchAll(/<(script|style)[^>]*>([\s\S]*?)<\/\1>/g)];
    expect(blocks.map((block) => block[1])).toEqual(['style', 'script']);
    for (const block of blocks) {
      const hash = createHash('sha256').update(block[2]!).digest('base64');
      expect(policy).toContain(`'sha256-${hash}'`);
    }
  });

  it('is the same page at every address of the app, so that a shared link opens', async () => {
    const [home, record] = await Promise.all([
      rawResponse(server.url, '/'),
      rawResponse(server.url, '/sightings/new'),
    ]);
    const body = (raw: Buffer) => raw.subarray(raw.indexOf('\r\n\r\n') + 4);
    expect(body(record).equals(body(home))).toBe(true);
  });
});

describe("what a member's phone keeps for offline use", () => {
  const files = precachedFiles();
  const scanner = (JSON.parse(readFileSync(join(DIST, 'scanner-files.json'), 'utf8')) as { files: string[] })
    .files;

  it('is there: the page and its lazy files', () => {
    expect(files).toContain('index.html');
    expect(files.filter((file) => file.startsWith('assets/')).length).toBeGreaterThan(10);
  });

  it('is at most 300 kB in brotli', () => {
    const bytes = files.map((file) => brotliCompressSync(readFileSync(join(DIST, file))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(PRECACHE_MAX_BYTES);
  });

  it('holds nothing of the desk and nothing of the scanner', () => {
    expect(scanner.length).toBeGreaterThanOrEqual(2);
    expect(files.filter((file) => file.includes('desk'))).toEqual([]);
    expect(files.filter((file) => scanner.includes(`/${file}`))).toEqual([]);
  });

  it('holds every lazy file of the app but the scanner', () => {
    const { files: all } = JSON.parse(readFileSync(join(DIST, 'release.json'), 'utf8')) as {
      files: string[];
    };
    const wanted = all.filter(
      (file) => /^assets\/[^/]+\.(js|css)$/.test(file) && !scanner.includes(`/${file}`),
    );
    expect(files).toEqual(expect.arrayContaining(wanted));
  });

  it('never points at the inlined entry, which is no file any more', () => {
    const { files: all } = JSON.parse(readFileSync(join(DIST, 'release.json'), 'utf8')) as {
      files: string[];
    };
    for (const file of all.filter((name) => /^assets\/[^/]+\.js$/.test(name)))
      expect(readFileSync(join(DIST, file), 'utf8'), file).not.toMatch(/["'`]\.\/index-/);
  });
});

describe('no source maps and no machine paths', () => {
  it('reach a phone', () => {
    const { files } = JSON.parse(readFileSync(join(DIST, 'release.json'), 'utf8')) as { files: string[] };
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    for (const file of files.filter((name) => /\.(js|html|css)$/.test(name)))
      expect(readFileSync(join(DIST, file), 'utf8'), file).not.toContain('sourceMappingURL');
  });
});

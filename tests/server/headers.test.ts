// What every answer says to the browser about itself, and what the server writes down when a browser stopped something.
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { networkOf } from '../../server/routes/caller-address';
import { startServer, type TestServer } from '../support/server';
import { problemOf } from './phone';

const DIST = resolve(import.meta.dirname, '../../dist');
const lines: string[] = [];
let server: TestServer;
let behindTls: TestServer;

beforeAll(async () => {
  server = await startServer({ distFolder: DIST, onLogLine: (line) => lines.push(line) });
  behindTls = await startServer({ distFolder: DIST, publicOrigin: 'https://mimamori.example.jp' });
});
afterAll(async () => {
  await server.stop();
  await behindTls.stop();
});

const get = (path: string, from = server) => fetch(from.url + path);
const policyOf = (response: Response) =>
  Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values];
    }),
  );

describe('headers', () => {
  test.each(['/', '/sightings/new', '/join', '/v/abc', '/desk', '/desk/cases/1'])(
    '%s runs only its own code, makes no markup of text, and may not be framed or reached into',
    async (path) => {
      const response = await get(path);
      const policy = policyOf(response);
      expect(policy['default-src']).toEqual(["'none'"]);
      expect(policy['require-trusted-types-for']).toEqual(["'script'"]);
      expect(policy['trusted-types']).toEqual([path.startsWith('/desk') ? "'none'" : 'default']);
      expect(policy['report-uri']).toEqual([API.cspReports]);
      expect(policy['frame-ancestors']).toEqual(["'none'"]);
      expect(policy['base-uri']).toEqual(["'none'"]);
      const everything = Object.values(policy).flat();
      for (const open of ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", '*', 'https:', 'http:'])
        expect(everything).not.toContain(open);
      expect(everything.includes("'wasm-unsafe-eval'")).toBe(!path.startsWith('/desk'));
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
    },
  );

  test('the camera is for the phone’s page only', async () => {
    expect((await get('/')).headers.get('permissions-policy')).toContain('camera=(self)');
    expect((await get('/desk')).headers.get('permissions-policy')).toContain('camera=()');
  });

  test('the worker may load and talk to nothing but this server', async () => {
    const policy = policyOf(await get('/sw.js'));
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['connect-src']).toEqual(["'self'"]);
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['require-trusted-types-for']).toEqual(["'script'"]);
  });

  test.each([
    API.health,
    API.openapi,
    API.deskSession,
    API.sync,
    '/api/v1/nothing',
    '/assets/gone.js',
    '/icons/favicon.svg',
  ])(
    'the answer of %s is not sniffed, not read by other sites; what the API says is never kept',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const policy = policyOf(await get(path));
      expect(policy).toMatchObject({
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      });
      expect(policy).toHaveProperty('sandbox');
      if (!path.startsWith('/api/')) return;
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  test('https stays https for a year, also below this name; over http nothing is promised', async () => {
    for (const path of ['/', '/desk', API.health])
      expect((await get(path, behindTls)).headers.get('strict-transport-security')).toBe(
        'max-age=31536000;includeSubDomains',
      );
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('reports of browsers', () => {
  const report = (body: unknown, type = 'application/csp-report') =>
    fetch(server.url + API.cspReports, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('leave the directive and the scheme in the log, and nothing else', async () => {
    lines.length = 0;
    const answer = await report({
      'csp-report': {
        'document-uri': 'https://mimamori.example.jp/join#KAIGI-NO-AIKOTOBA',
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'https://evil.example/steal?name=山田太郎',
        'script-sample': 'secret sample',
        'referrer': 'https://mimamori.example.jp/sightings/0190',
      }, // prettier-ignore
    });
    expect(answer.status).toBe(204);
    const log = lines.join('\n');
    expect(log).toContain('"directive":"script-src-elem","blocked":"https"');
    for (const word of ['KAIGI', 'evil', '山田', 'secret', 'sightings', 'mimamori.example'])
      expect(log).not.toContain(word);
  });

  test.each([
    ['trusted-types-sink', 'trusted-types-sink'],
    ['inline', 'inline'],
    ['data:text/html,山田', 'data'],
    ['山田太郎 03-0000-0000', 'other'],
    ['', 'other'],
  ])('blocked by "%s" is written down as %s', async (blocked, written) => {
    lines.length = 0;
    await report({ 'csp-report': { 'violated-directive': "img-src 'self'", 'blocked-uri': blocked } });
    expect(lines.join('')).toContain(`"directive":"img-src","blocked":"${written}"`);
  });

  test('that are none are refused; too many of them too', async () => {
    expect((await problemOf(await report({}))).code).toBe('invalid-body');
    expect((await problemOf(await report('{'))).code).toBe('malformed-json');
    expect((await problemOf(await report({}, 'text/plain'))).code).toBe('wrong-content-type');
    expect((await problemOf(await report('x'.repeat(9000)))).code).toBe('body-too-large');
    let last: Response | null = null;
    for (let tries = 0; tries < 70; tries += 1) last = await report({});
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['local', 'local'],
])('the address %s counts as %s', (address, counted) => {
  expect(networkOf(address)).toBe(counted);
});

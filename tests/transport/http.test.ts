// The phone's only fetch, against a real server on loopback that behaves like the worst Wi-Fi.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { requestJson } from '../../src/transport/http';

const servers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((stop) => stop()));
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const schema = z.object({ ok: z.literal(true) });
const ask = (origin: string, limitMs = 2_000, body?: string) =>
  requestJson(
    { fetch, origin },
    {
      method: 'POST',
      path: '/x',
      headers: { 'content-type': 'application/json' },
      limitMs,
      ...(body === undefined ? {} : { body }),
    },
    schema,
  );
const json = (response: ServerResponse, status: number, type: string, body: unknown, headers = {}) => {
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(JSON.stringify(body));
};

describe('a request of the phone', () => {
  it('gives the parsed reply', async () => {
    const origin = await serve((_, response) =>
      json(response, 200, 'application/json; charset=utf-8', { ok: true }),
    );
    expect(await ask(origin)).toEqual({ kind: 'reply', value: { ok: true } });
  });

  it('takes a login page with status 200 for foreign', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<h1>Free Wi-Fi</h1>');
    });
    expect(await ask(origin)).toEqual({ kind: 'foreign', status: 200 });
  });

  it('takes JSON of another shape, and a problem that is not ours, for foreign', async () => {
    const other = await serve((_, response) => json(response, 200, 'application/json', { ok: 'yes' }));
    expect(await ask(other)).toEqual({ kind: 'foreign', status: 200 });
    const theirs = await serve((_, response) =>
      json(response, 403, 'application/json', { error: 'pay first' }),
    );
    expect(await ask(theirs)).toEqual({ kind: 'foreign', status: 403 });
  });

  it('is not led away by a redirect', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(302, { location: '/login' });
      response.end();
    });
    expect(await ask(origin)).toEqual({ kind: 'unreachable' });
  });

  it('reads our problems with code and Retry-After, also a code of a later version', async () => {
    const origin = await serve((_, response) =>
      json(response, 429, 'application/problem+json', { code: 'too-many-requests' }, { 'retry-after': '7' }),
    );
    expect(await ask(origin)).toEqual({
      kind: 'problem',
      status: 429,
      code: 'too-many-requests',
      retryAfterMs: 7000,
    });
    const later = await serve((_, response) =>
      json(response, 418, 'application/problem+json', { code: 'teapot' }),
    );
    expect(await ask(later)).toEqual({ kind: 'problem', status: 418, code: null, retryAfterMs: null });
  });

  it('gives up on a connection that says nothing, and survives one that breaks', async () => {
    const silent = await serve(() => undefined);
    expect(await ask(silent, 100)).toEqual({ kind: 'timed-out' });
    const broken = await serve((request) => request.socket.destroy());
    expect(await ask(broken)).toEqual({ kind: 'unreachable' });
    expect(await ask('http://127.0.0.1:9')).toEqual({ kind: 'unreachable' });
  });

  it('packs a long body with gzip, byte for byte the same inside', async () => {
    const long = JSON.stringify({ text: '気づき'.repeat(2_000) });
    let seen: { encoding: string | undefined; text: string; packed: number } | null = null;
    const origin = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const packed = Buffer.concat(chunks);
        seen = {
          encoding: request.headers['content-encoding'],
          text: gunzipSync(packed).toString(),
          packed: packed.length,
        };
        json(response, 200, 'application/json', { ok: true });
      });
    });
    expect(await ask(origin, 2_000, long)).toMatchObject({ kind: 'reply' });
    expect(seen).toMatchObject({ encoding: 'gzip', text: long });
    expect(seen!.packed).toBeLessThan(long.length / 4);
  });
});

// Senders that are slow, endless or silent: each is bounded before anything is parsed, and honest ones are served meanwhile.
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { startServer, type TestServer } from '../support/server';
import { openDesk, type Desk } from './desk';
import { enrolPhone, type Phone } from './phone';

const BODY_WAIT_MS = 400;
const HEADERS_WAIT_MS = 600;
const SOCKETS = 1_000;

let server: TestServer;
let phone: Phone;
let desk: Desk;
beforeAll(async () => {
  server = await startServer({
    limits: { bodyBaseMs: BODY_WAIT_MS, bodyBytesPerSecond: 10_000_000 },
    headersTimeoutMs: HEADERS_WAIT_MS,
  });
  phone = await enrolPhone(server, server.network);
  desk = await openDesk(server, server.network);
});
afterAll(() => server.stop());

function open(): Socket {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  return socket;
}
const heads = (headers: Record<string, string>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

/** Everything the server says until it closes, or until it has been quiet for long enough. */
function answerOf(socket: Socket, limitMs = 5_000): Promise<string> {
  return new Promise((done) => {
    let text = '';
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      done(text);
    };
    const timer = setTimeout(end, limitMs);
    socket.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('}')) end();
    });
    socket.on('close', end);
  });
}

const hash = 'a'.repeat(64);
const json = { 'content-type': 'application/json' };
const ROUTES: readonly (readonly [string, string, () => Record<string, string>])[] = [
  ['POST', API.sync, () => ({ ...json, ...phone.signed('POST', API.sync) })],
  ['PUT', API.photo(hash), () => ({ 'content-type': 'image/jpeg', 'content-range': 'bytes 0-99999/100000', ...phone.signed('PUT', API.photo(hash)) })],
  ['POST', API.enrolments, () => json],
  ['POST', API.cspReports, () => ({ 'content-type': 'application/csp-report' })],
  ['POST', API.deskSession, () => ({ ...json, 'sec-fetch-site': 'same-origin' })],
  ['POST', API.deskOrganisations, () => ({ ...json, 'sec-fetch-site': 'same-origin', 'cookie': desk.cookie })],
]; // prettier-ignore

describe.each(ROUTES)('%s %s', (method, path, headers) => {
  const begin = (length: number, extra: Record<string, string> = {}) =>
    `${method} ${path} HTTP/1.1\r\nhost: x\r\n${heads({ ...headers(), 'content-length': String(length), ...extra })}\r\n`;

  test('fed a byte at a time is given up in time, although bytes keep coming', async () => {
    const socket = open();
    const began = performance.now();
    socket.write(begin(3_000));
    const drip = setInterval(() => socket.writable && socket.write('1'), 20);
    const answer = await answerOf(socket);
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"request-timeout"');
    expect(performance.now() - began).toBeLessThan(BODY_WAIT_MS + 2_000);
  });

  test('announced as larger than it may be is refused before a byte of it is read', async () => {
    const socket = open();
    socket.write(begin(4_000_000_000));
    expect(await answerOf(socket)).toMatch(/^HTTP\/1.1 413 /);
  });
});

test('a zipped bomb of 1,000 to 1 is refused, and never unpacked as a whole', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 });
  const before = process.memoryUsage().arrayBuffers;
  const response = await fetch(server.url + API.sync, {
    method: 'POST',
    headers: { ...json, 'content-encoding': 'gzip', ...phone.signed('POST', API.sync, bomb) },
    body: bomb,
  });
  expect(response.status).toBe(413);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});

test.each([
  ['POST', '/api/v1/nothing'],
  ['POST', '/'],
  ['DELETE', API.sync],
])('an endless body for %s %s, which takes none, is not swallowed for ever', async (method, path) => {
  const socket = open();
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 4000000000\r\n\r\n`);
  const piece = Buffer.alloc(64 * 1024);
  let sent = 0;
  const pour = setInterval(() => {
    if (socket.writable && socket.write(piece)) sent += piece.length;
  }, 1);
  const answer = await answerOf(socket, 3_000);
  clearInterval(pour);
  expect(answer).toMatch(/^HTTP\/1.1 40[45] /);
  expect(sent).toBeLessThan(100 * 1024 * 1024);
});

test(`${SOCKETS} sockets, half of them silent, half in the middle of their headers: others are served, and these are closed`, async () => {
  const sockets = Array.from({ length: SOCKETS }, (_, at) => {
    const socket = open();
    if (at % 2 === 1) socket.write('GET / HTTP/1.1\r\nhost: x\r\nx-slow: ');
    return socket;
  });
  const closed = Promise.all(
    sockets.map((socket) => new Promise<void>((done) => socket.once('close', () => done()).resume())),
  );
  const began = performance.now();
  expect((await fetch(server.url + API.health)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
  await closed;
  expect((await fetch(server.url + API.health)).status).toBe(200);
}, 30_000);

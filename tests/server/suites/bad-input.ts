// Whatever arrives: a problem document with a code, never a 5xx, never half stored. Over whichever database.
import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { SYNC_REQUEST_MAX_BYTES } from '../../../src/domain/sync-protocol';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { openDesk } from '../desk';
import { enrolmentBody, enrolPhone, problemOf, submit } from '../phone';

/** How long the server waits for a body in these tests. */
export const BODY_WAIT_MS = 300;

export function badInputSuite(server: () => TestServer): void {
  const phoneOf = async () => enrolPhone(server(), await foundNetwork(server()));
  const send = (body: BodyInit, headers: Record<string, string>) =>
    fetch(server().url + API.sync, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }); // prettier-ignore
  const operationsStored = async () => {
    const row = await server().store.db.selectFrom('operations').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(); // prettier-ignore
    return Number(row.n);
  };
  const operationsWaiting = async () => {
    const rows = await server().store.db.selectFrom('operations').select('id').where('opening', '=', 'waiting').execute(); // prettier-ignore
    return rows.length;
  };
  const request = (operations: object[]) => ({
    protocol: 1,
    deviceClock: { at: new Date().toISOString(), zone: 'Asia/Tokyo' },
    cursor: null,
    operations,
  });

  describe('おかしな入力', () => {
    test('no token, a wrong token, a token of another form: token-wrong', async () => {
      for (const authorization of [
        '',
        'Bearer',
        `Bearer ${'x'.repeat(43)}`,
        'Basic abc',
        'Bearer ' + 'あ'.length,
      ])
        expect(
          await problemOf(await send('{}', authorization === '' ? {} : { authorization })),
        ).toMatchObject({ code: 'token-wrong', status: 401 });
    });

    test.each([
      ['no JSON', '{"protocol":', 400, 'malformed-json'],
      ['nothing', '', 400, 'malformed-json'],
      ['a very deep nest', '['.repeat(200_000), 400, 'malformed-json'],
      ['a closed very deep nest', '['.repeat(100_000) + ']'.repeat(100_000), 422, 'invalid-body'],
      ['another shape', '{"protocol":1}', 422, 'invalid-body'],
      ['a newer protocol in another shape', '{"protocol":2,"anything":true}', 426, 'protocol-unsupported'],
      ['an ancient protocol', '{"protocol":0}', 426, 'protocol-unsupported'],
      ['a prototype', '{"__proto__":{"protocol":1},"protocol":1}', 422, 'invalid-body'],
      ['too much', `"${'x'.repeat(SYNC_REQUEST_MAX_BYTES)}"`, 413, 'body-too-large'],
    ])('a body that is %s gets its own code', async (_title, body, status, code) => {
      const phone = await phoneOf();
      expect(await problemOf(await send(body, phone.signed('POST', API.sync, body)))).toMatchObject({
        status,
        code,
      });
    });

    test('bytes that are no UTF-8 are no JSON', async () => {
      const phone = await phoneOf();
      const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
      expect((await problemOf(await send(bytes, phone.signed('POST', API.sync, bytes)))).code).toBe(
        'malformed-json',
      );
    });

    test('the fields that are wrong are named, their values are not repeated', async () => {
      const phone = await phoneOf();
      const body = JSON.stringify({
        ...request([{ ...submit(), kind: 'secret-word' }]),
        cursor: 'secret-word',
      });
      const response = await send(body, phone.signed('POST', API.sync, body));
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ paths: ['cursor', 'operations.0.kind'] });
      expect(text).not.toContain('secret-word');
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
      'content type %o is refused',
      async (type) => {
        const phone = await phoneOf();
        const response = await send(Buffer.from('{}'), {
          ...phone.signed('POST', API.sync, '{}'),
          'content-type': type,
        });
        expect(await problemOf(response)).toMatchObject({ status: 415, code: 'wrong-content-type' });
      },
    );

    test('gzip is read; a broken one is malformed, a bomb is too large, another encoding is refused', async () => {
      const phone = await phoneOf();
      const packed = (body: string | Uint8Array, encoding = 'gzip') =>
        send(typeof body === 'string' ? body : Buffer.from(body), {
          ...phone.signed('POST', API.sync, body),
          'content-encoding': encoding,
        });
      expect((await packed(gzipSync(JSON.stringify(request([submit()]))))).status).toBe(200);
      expect((await problemOf(await packed('not gzip'))).code).toBe('malformed-json');
      const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20));
      expect(bomb.length).toBeLessThan(SYNC_REQUEST_MAX_BYTES);
      expect((await problemOf(await packed(bomb))).code).toBe('body-too-large');
      expect((await problemOf(await packed('{}', 'br'))).code).toBe('wrong-content-type');
    });

    test('a body without a length is cut when it grows too large', async () => {
      const phone = await phoneOf();
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 40) controller.close();
          else controller.enqueue(new Uint8Array(32 * 1024).fill(0x20));
        },
      });
      const init = { method: 'POST', headers: { ...phone.signed('POST', API.sync), 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit; // prettier-ignore
      const outcome = await fetch(server().url + API.sync, init).then(
        (response) => response.status,
        () => 'cut' as const,
      );
      expect([413, 'cut']).toContain(outcome);
    });

    test('a body that never ends is answered 408, and stores nothing', async () => {
      const phone = await phoneOf();
      const { hostname, port } = new URL(server().url);
      const socket = connect(Number(port), hostname);
      const headers = Object.entries(phone.signed('POST', API.sync)).map(([name, value]) => `${name}: ${value}\r\n`).join(''); // prettier-ignore
      socket.write(`POST ${API.sync} HTTP/1.1\r\nhost: x\r\n${headers}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"protocol":1,`); // prettier-ignore
      const answer = await new Promise<string>((done) =>
        socket.once('data', (data) => done(data.toString())),
      );
      socket.destroy();
      expect(answer).toMatch(/^HTTP\/1.1 408 /);
      expect(answer).toContain('"code":"request-timeout"');
    });

    test('an unknown path is 404, a known path with another method is 405; both as problems', async () => {
      const unknown = await fetch(`${server().url}/api/v1/nothing`);
      expect(await problemOf(unknown)).toMatchObject({ code: 'not-found', status: 404 });
      const wrong = await fetch(server().url + API.sync, { method: 'DELETE' });
      expect(await problemOf(wrong)).toMatchObject({ code: 'method-not-allowed', status: 405 });
      expect(wrong.headers.get('allow')).toBe('POST');
    });

    test('mutated requests never break the server, and what it accepts it has stored', async () => {
      const phone = await phoneOf();
      const desk = await openDesk(server(), await foundNetwork(server()));
      const junk = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constantFrom('\u0000', '\ud800', '9'.repeat(400), -1, 1e308)); // prettier-ignore
      const mutated = fc.record({
        path: fc.array(fc.nat(20), { maxLength: 4 }),
        junk,
        drop: fc.boolean(),
        inBody: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(mutated, { minLength: 1, maxLength: 3 }), fc.constantFrom('sync', 'enrol', 'desk'), async (mutations, where) => {
          const operation = submit();
          const inner = JSON.parse(operation.body) as unknown;
          const starts = { sync: request([operation]), enrol: enrolmentBody('0'.repeat(26)), desk: { name: 'a', passphrase: 'b' } };
          const body = structuredClone(starts[where]);
          for (const mutation of mutations) mutate(mutation.inBody ? inner : body, mutation);
          if (where === 'sync' && Array.isArray((body as { operations?: unknown }).operations)) {
            const first = ((body as { operations: { body?: unknown }[] }).operations)[0];
            if (typeof first === 'object' && first !== null && typeof first.body === 'string') {
              // Sealed as a phone would: what is wrong inside shows when it is opened.
              const sealed = await phone.asSent({ ...operation, body: JSON.stringify(inner) });
              Object.assign(first, { body: sealed.body, sealed: true });
            }
          }
          const before = await operationsStored();
          const response =
            where === 'sync' ? await send(JSON.stringify(body), phone.signed('POST', API.sync, JSON.stringify(body)))
            : where === 'enrol' ? await fetch(server().url + API.enrolments, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
            : await desk.ask('POST', API.deskOrganisations, body);
          expect(response.status).toBeLessThan(500);
          const text = await response.text();
          expect(text).not.toContain('"internal"');
          const accepted = text.split('"accepted"').length - 1;
          expect(await operationsStored()).toBe(before + accepted);
          await server().deps.opening.idle();
          expect(await operationsWaiting()).toBe(0);
        }),
        { numRuns: 150 },
      ); // prettier-ignore
    }, 60_000);
  });
}

/** Puts junk at some place of a JSON value, or takes the place away. */
function mutate(
  value: unknown,
  { path, junk, drop }: { path: number[]; junk: unknown; drop: boolean },
): void {
  let place = value;
  for (const [depth, step] of path.entries()) {
    if (typeof place !== 'object' || place === null) return;
    const keys = Object.keys(place);
    const key = keys[step % Math.max(1, keys.length)] ?? 'new';
    const holder = place as Record<string, unknown>;
    if (depth === path.length - 1) {
      if (drop) delete holder[key];
      else holder[key] = junk;
      return;
    }
    place = holder[key];
  }
}

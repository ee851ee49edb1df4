// Sign-in at the desk, requests from other sites, and the live line; over whichever database.
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { testId } from '../../support/sightings';
import { openDesk, signIn, type Desk } from '../desk';
import type { MovableClock } from '../movable-clock';
import { enrolPhone, problemOf, submit, type Phone } from '../phone';

export function deskSessionSuite(server: () => TestServer, clock: MovableClock): void {
  const fresh = async () => {
    const network = await foundNetwork(server());
    return { network, phone: await enrolPhone(server(), network), desk: await openDesk(server(), network) };
  };
  const received = async (phone: Phone) => {
    const sighting = submit();
    await phone.sync(sighting);
    return sighting.id;
  };

  describe('サインイン', () => {
    test('the cookie is for this host only, no script reads it, and no other site sends it', async () => {
      const response = await signIn(server().url, server().network.officer);
      expect(response.status).toBe(200);
      expect(response.headers.get('set-cookie')).toMatch(
        /^__Host-mimamori-desk=[\w-]{43}; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/,
      );
    });

    test('a wrong passphrase and an unknown name get the same answer', async () => {
      const { officer } = server().network;
      for (const wrong of [
        { ...officer, passphrase: 'chigau' },
        { ...officer, name: 'nobody' },
      ])
        expect(await problemOf(await signIn(server().url, wrong))).toEqual({
          type: '/problems/sign-in-failed',
          title: '利用者名かパスフレーズが違います',
          status: 401,
          code: 'sign-in-failed',
        });
    });

    test('guessing ends after ten tries, with the time to wait', async () => {
      const { officer } = await foundNetwork(server());
      const tries: Response[] = [];
      for (let attempt = 0; attempt < 11; attempt += 1)
        tries.push(await signIn(server().url, { ...officer, passphrase: `guess ${attempt}` }));
      expect(tries.slice(0, 10).map(({ status }) => status)).toEqual(Array<number>(10).fill(401));
      expect(tries[10]!.status).toBe(429);
      expect(Number(tries[10]!.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await signIn(server().url, officer)).status).toBe(429);
    });

    test('a session ends when signed out, when idle for an hour, and after twelve hours at the latest', async () => {
      const network = await foundNetwork(server());
      const status = async (desk: Desk) => (await desk.ask('GET', API.deskSession)).status;
      const out = await openDesk(server(), network);
      expect(await status(out)).toBe(200);
      expect((await out.ask('DELETE', API.deskSession)).status).toBe(204);
      expect(await status(out)).toBe(401);

      const idle = await openDesk(server(), network);
      clock.pass(59 * 60_000);
      expect(await status(idle)).toBe(200);
      clock.pass(61 * 60_000);
      expect(await status(idle)).toBe(401);
      clock.reset();

      const long = await openDesk(server(), network);
      for (let hour = 0; hour < 13; hour += 1) {
        clock.pass(50 * 60_000);
        expect(await status(long)).toBe(200);
      }
      for (let more = 0; more < 2; more += 1) clock.pass(50 * 60_000);
      expect(await status(long)).toBe(401);
      clock.reset();
    });

    test.each([
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['another host of this site', { 'sec-fetch-site': 'same-site' }],
      ['another origin, in an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
      ['nowhere', { 'sec-fetch-site': '' }],
    ])('a change that comes from %s is refused', async (_title, headers) => {
      const { desk, phone } = await fresh();
      const recordId = await received(phone);
      const body = { kind: 'assign', requestId: testId(), version: 1 };
      const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
      const init = { method: 'POST', headers: { 'cookie': desk.cookie, 'content-type': 'application/json', ...sent }, body: JSON.stringify(body) }; // prettier-ignore
      // Node's fetch sets sec-fetch-mode but no sec-fetch-site, as an old browser does
      const response = await fetch(server().url + API.deskCaseActions(recordId), init);
      expect((await problemOf(response)).code).toBe('cross-site');
      expect((await desk.row(recordId)).state).toBe('received');
    });

    test('an old browser that names our own origin is let in', async () => {
      const { officer } = await foundNetwork(server());
      const init = { method: 'POST', headers: { 'content-type': 'application/json', 'origin': server().url }, body: JSON.stringify(officer) }; // prettier-ignore
      expect((await fetch(server().url + API.deskSession, init)).status).toBe(200);
    });
  });

  describe('知らせ', () => {
    test('the desk hears of a new sighting after it was committed, and of nothing from other networks', async () => {
      const { desk, phone } = await fresh();
      const { phone: stranger } = await fresh();
      const stop = new AbortController();
      const line = await fetch(server().url + API.deskEvents, { headers: { cookie: desk.cookie }, signal: stop.signal }); // prettier-ignore
      expect(line.headers.get('content-type')).toContain('text/event-stream');
      const reader = line.body!.pipeThrough(new TextDecoderStream()).getReader();
      await reader.read();
      await received(stranger);
      const recordId = await received(phone);
      let heard = '';
      while (!heard.includes('data: ')) heard += (await reader.read()).value ?? '';
      expect(heard.match(/^data: .*$/m)![0]).toBe(`data: ${JSON.stringify({ kind: 'cases', recordId })}`);
      stop.abort();
    });
  });
}

// 端末の署名, over whichever database: a token alone is worth nothing, and a wrong clock is put right.
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { SIGNATURE_HEADER, TIME_HEADER } from '../../../src/domain/signed-request';
import type { TestServer } from '../../support/server';
import { aKey, enrolmentBody, enrolPhone, freshKey, postJson, problemOf, signedBy } from '../phone';

export function deviceSignatureSuite(server: () => TestServer): void {
  const body = JSON.stringify({
    protocol: 1,
    deviceClock: { at: '2026-11-24T00:00:00.000Z', zone: 'Asia/Tokyo' },
    cursor: null,
    operations: [],
  });
  const send = (headers: Record<string, string>, path: string = API.sync, sent = body) =>
    postJson(server().url + path, sent, headers);

  describe('端末の署名', () => {
    test('a stolen token without a signature, or with one of another key, is token-wrong', async () => {
      const phone = await enrolPhone(server(), server().network, freshKey());
      const right = phone.signed('POST', API.sync, body);
      expect((await send(right)).status).toBe(200);
      const { [SIGNATURE_HEADER]: _signature, ...unsigned } = right;
      const { [TIME_HEADER]: _time, ...timeless } = right;
      for (const headers of [
        { authorization: right['authorization']! },
        unsigned,
        timeless,
        phone.signed('POST', API.sync, body, { key: freshKey() }),
      ])
        expect(await problemOf(await send(headers))).toMatchObject({ code: 'token-wrong', status: 401 });
    });

    test('a signature holds for one method, one path, one body and one time', async () => {
      const phone = await enrolPhone(server(), server().network, freshKey());
      const right = phone.signed('POST', API.sync, body);
      const other = new Date(phone.now().getTime() + 1_000).toISOString();
      for (const headers of [
        phone.signed('PUT', API.sync, body),
        phone.signed('POST', API.photo('0'.repeat(64)), body),
        phone.signed('POST', API.sync, `${body} `),
        { ...right, [TIME_HEADER]: other },
      ])
        expect((await problemOf(await send(headers))).code).toBe('token-wrong');
      expect((await problemOf(await send(right, API.sync, `${body} `))).code).toBe('token-wrong');
    });

    test.each([
      ['ten years behind', -10 * 365 * 86_400_000],
      ['ten years ahead', 10 * 365 * 86_400_000],
      ['six minutes ahead', 6 * 60_000],
    ])(
      'a clock %s is answered with our time, and the same request signed by it is taken',
      async (_title, ms) => {
        const phone = await enrolPhone(server(), server().network, freshKey());
        const wrong = new Date(phone.now().getTime() + ms);
        const problem = await problemOf(await send(phone.signed('POST', API.sync, body, { now: wrong })));
        expect(problem).toMatchObject({ code: 'clock-skew', status: 401 });
        const told = new Date(problem.serverClock!);
        expect((await send(phone.signed('POST', API.sync, body, { now: told }))).status).toBe(200);
      },
    );

    test('what is too large is refused by its size, whoever signed it', async () => {
      const phone = await enrolPhone(server(), server().network, freshKey());
      const huge = `"${'x'.repeat(600_000)}"`;
      const response = await send(phone.signed('POST', API.sync, huge, { key: freshKey() }), API.sync, huge);
      expect((await problemOf(response)).code).toBe('body-too-large');
    });

    test('a stolen invitation with somebody’s public key gives nothing: the key has to be held', async () => {
      const { code, id } = await server().network.createInvitation();
      const theirs = enrolmentBody(code, aKey('V')) as { proof: string; deviceKey: object };
      const forged = { ...theirs, proof: signedBy(freshKey(), 'anything') };
      const noPoint = { ...theirs, deviceKey: { ...theirs.deviceKey, x: 'x'.repeat(43) } };
      for (const request of [
        forged,
        noPoint,
        { ...theirs, proof: (enrolmentBody('0'.repeat(26), aKey('V')) as { proof: string }).proof },
      ])
        // prettier-ignore
        expect(await problemOf(await postJson(server().url + API.enrolments, request))).toMatchObject({
          code: 'invalid-body',
          paths: ['proof'],
        });
      const row = await server().store.db.selectFrom('invitations').select('used_at').where('id', '=', id).executeTakeFirst(); // prettier-ignore
      expect(row).toEqual({ used_at: null });
      expect((await postJson(server().url + API.enrolments, theirs)).status).toBe(200);
    });
  });
}

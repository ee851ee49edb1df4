// 登録, over whichever database.
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { enrolmentReplySchema } from '../../../src/domain/enrolment';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { aKey, freshKey, enrolmentBody, enrolPhone, postJson, problemOf } from '../phone';
import type { MovableClock } from '../movable-clock';

const UNKNOWN = '0'.repeat(26);

export function enrolmentSuite(server: () => TestServer, clock: MovableClock): void {
  const enrol = (code: string, key = aKey()) =>
    postJson(server().url + API.enrolments, enrolmentBody(code, key));

  describe('登録', () => {
    test('an invitation makes one device of its member, with the network the phone needs', async () => {
      const { code, memberId } = await server().network.createInvitation({ displayName: '見守 花子' });
      const response = await enrol(code);
      expect(response.status).toBe(200);
      const reply = z.parse(enrolmentReplySchema, await response.json());
      expect(reply.member).toMatchObject({ id: memberId, displayName: '見守 花子' });
      expect(reply.network).toEqual(server().network.profile);
    });

    test('a lost reply locks nobody out: the same key gets the same device and token again', async () => {
      const { code } = await server().network.createInvitation();
      const [first, again] = [await (await enrol(code)).json(), await (await enrol(code)).json()].map(
        (json) => z.parse(enrolmentReplySchema, json),
      );
      expect(again).toMatchObject({ deviceId: first!.deviceId, token: first!.token });
    });

    test('any other phone is told that the invitation is used', async () => {
      const { code } = await server().network.createInvitation();
      await enrol(code, aKey('A'));
      expect(await problemOf(await enrol(code, aKey('B')))).toMatchObject({
        code: 'invitation-used',
        status: 409,
      });
    });

    test('a wrong, an expired and a revoked code each say which they are', async () => {
      const { network, store } = server();
      expect(await problemOf(await enrol(UNKNOWN))).toMatchObject({
        code: 'invitation-unknown',
        status: 404,
      });

      const late = await network.createInvitation();
      clock.pass(14 * 86_400_000 + 1);
      expect(await problemOf(await enrol(late.code))).toMatchObject({
        code: 'invitation-expired',
        status: 410,
      });
      clock.reset();

      const revoked = await network.createInvitation();
      await store.db.updateTable('invitations').set({ revoked_at: '2026-01-01T00:00:00.000Z' }).where('id', '=', revoked.id).execute(); // prettier-ignore
      expect(await problemOf(await enrol(revoked.code))).toMatchObject({
        code: 'invitation-revoked',
        status: 410,
      });
    });

    test('two hundred phones at the same second: exactly one device', async () => {
      const { code, memberId } = await server().network.createInvitation();
      const keys = Array.from({ length: 200 }, freshKey);
      const statuses = await Promise.all(keys.map(async (key) => (await enrol(code, key)).status));
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(199);
      const devices = await server().store.db.selectFrom('devices').select('id').where('member_id', '=', memberId).execute(); // prettier-ignore
      expect(devices).toHaveLength(1);
    });

    test('the database holds neither the code nor the token', async () => {
      const network = await foundNetwork(server());
      const { code } = await network.createInvitation();
      const { token } = z.parse(enrolmentReplySchema, await (await enrol(code)).json());
      const { db } = server().store;
      const rows = [
        await db.selectFrom('invitations').selectAll().execute(),
        await db.selectFrom('devices').selectAll().execute(),
        await db.selectFrom('audit').selectAll().execute(),
      ];
      const everything = JSON.stringify(rows);
      expect(everything).not.toContain(code);
      expect(everything).not.toContain(token);
    });

    test('a revoked device is told so and sends nothing', async () => {
      const phone = await enrolPhone(server(), server().network);
      await server().store.db.updateTable('devices').set({ revoked_at: '2026-01-01T00:00:00.000Z' }).where('member_id', '=', phone.memberId).execute(); // prettier-ignore
      expect(await problemOf(await phone.post([]))).toMatchObject({ code: 'device-revoked', status: 403 });
    });
  });
}

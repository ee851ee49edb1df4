// 構成員と端末 at the desk, over whichever database.
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { deviceListSchema, memberDevicesSchema } from '../../../src/domain/desk-devices';
import { rescueResultSchema } from '../../../src/domain/rescue';
import { sealRescue } from '../../../src/seal/seal-rescue';
import { testId } from '../../support/sightings';
import { foundNetwork, type TestServer } from '../../support/server';
import { openDesk, type Desk } from '../desk';
import type { MovableClock } from '../movable-clock';
import { aPhoto, enrolPhone, freshKey, problemOf, sealedPhoto, submit } from '../phone';

export function deviceSuite(server: () => TestServer, clock: MovableClock): void {
  const fresh = async () => {
    const network = await foundNetwork(server());
    const phone = await enrolPhone(server(), network, freshKey());
    const desk = await openDesk(server(), network);
    const [member] = await listed(desk);
    return { network, phone, desk, deviceId: member!.devices[0]!.id };
  };
  const listed = async (desk: Desk) =>
    z.parse(deviceListSchema, await (await desk.ask('GET', API.deskDevices)).json()).members;
  const readIn = ({ url, cookie }: Desk, body: Uint8Array) =>
    fetch(url + API.deskRescues, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
      body: Buffer.from(body),
    });

  describe('構成員と端末', () => {
    test('shows each member’s devices with version, system and last contact, to the minute', async () => {
      const { phone, desk, deviceId } = await fresh();
      clock.pass(120_000);
      await phone.sync();
      const [member] = await listed(desk);
      expect(member).toMatchObject({ memberId: phone.memberId, organisation: '試し生活協同組合' });
      expect(member!.devices[0]).toMatchObject({
        id: deviceId,
        state: 'active',
        system: 'other',
        appVersion: 'test',
      });
      const { enrolledAt, lastContactAt } = member!.devices[0]!;
      expect(Date.parse(lastContactAt!) - Date.parse(enrolledAt)).toBeGreaterThanOrEqual(120_000);
      clock.reset();
    });

    test('a stopped device gets its order again each time, and nothing it sends is taken; stopping twice is once', async () => {
      const { phone, desk, deviceId } = await fresh();
      for (const reason of ['stolen', 'other']) {
        const member = z.parse(
          memberDevicesSchema,
          await (await desk.ask('POST', API.deskDeviceStop(deviceId), { reason })).json(),
        );
        expect(member.devices[0]).toMatchObject({ state: 'stopping', stopReason: 'stolen' });
      }
      const sighting = submit();
      const first = await problemOf(await phone.post([sighting]));
      const again = await problemOf(await phone.post([sighting]));
      expect(first).toMatchObject({ code: 'device-revoked', status: 403, wipe: { deviceId } });
      expect(again.wipe?.stoppedAt).toBe(first.wipe?.stoppedAt);
      const photo = await phone.photoPart('0'.repeat(64), new Uint8Array([1]), 0, 10);
      expect((await problemOf(photo)).code).toBe('device-revoked');
      const stored = await server().store.db.selectFrom('operations').select('id').where('id', '=', sighting.id).execute(); // prettier-ignore
      expect(stored).toEqual([]);
      expect((await listed(desk))[0]!.devices[0]!.state).toBe('stopped');
      const audited = await server().store.db.selectFrom('audit').select('action').where('subject_id', '=', deviceId).where('action', 'like', 'device:%').execute(); // prettier-ignore
      expect(audited).toEqual([{ action: 'device:stop:stolen' }]);
    });

    test('another network’s desk neither sees nor stops it, nor invites its member', async () => {
      const { phone, deviceId } = await fresh();
      const other = await openDesk(server(), await foundNetwork(server()));
      expect(await listed(other)).toEqual([]);
      for (const response of [
        await other.ask('POST', API.deskDeviceStop(deviceId), { reason: 'lost' }),
        await other.ask('POST', API.deskMemberInvitations(phone.memberId)),
        await other.ask('POST', API.deskDeviceStop('nobody'), { reason: 'lost' }),
      ])
        expect(await problemOf(response)).toMatchObject({ code: 'not-found', status: 404 });
      expect((await phone.post([])).status).toBe(200);
    });

    test('a rescue file of a stopped phone: sighting and photo are taken once, as its member’s', async () => {
      const { phone, desk, deviceId } = await fresh();
      await desk.ask('POST', API.deskDeviceStop(deviceId), { reason: 'lost' });
      const recordId = testId();
      const photo = await sealedPhoto(phone, recordId, aPhoto());
      const sighting = await phone.asSent({ ...submit({ photos: [photo.name] }), id: recordId });
      const file = await sealRescue(
        {
          deviceClock: { at: '2026-11-24T00:00:00.000Z', zone: 'Asia/Tokyo' },
          operations: [sighting],
          photos: [{ sha256: photo.name.sha256, bytes: photo.bytes }],
          drafts: [{ id: testId(), createdAt: '2026-11-24T00:00:00.000Z', answers: {} }],
        },
        phone.sealing.key,
        deviceId,
      );
      const results = [];
      for (let times = 0; times < 2; times += 1)
        results.push(z.parse(rescueResultSchema, await (await readIn(desk, file)).json()));
      const counts = { refused: 0, photos: 1, drafts: 1 };
      expect(results[0]).toMatchObject({ taken: 1, known: 0, ...counts });
      expect(results[1]).toMatchObject({ taken: 0, known: 1, ...counts });
      const detail = await desk.read(recordId);
      expect(detail.row.photos).toEqual({ expected: 1, complete: 1 });
      expect(detail.member.id).toBe(phone.memberId);
    });

    test('a file sealed for another device, or too large, is refused', async () => {
      const { phone, desk, deviceId } = await fresh();
      const content = {
        deviceClock: { at: '2026-11-24T00:00:00.000Z', zone: 'Asia/Tokyo' },
        operations: [],
        photos: [],
        drafts: [],
      };
      const file = await sealRescue(content, phone.sealing.key, testId());
      const renamed = Buffer.from(file);
      renamed.write(deviceId, 'MIMAMORI-RESCUE/1 '.length, 'latin1');
      for (const body of [file, renamed])
        expect((await problemOf(await readIn(desk, body))).code).toBe('rescue-unreadable');
      const huge = await readIn(desk, new Uint8Array(32 * 1024 * 1024 + 1)).catch(() => null);
      if (huge !== null) expect((await problemOf(huge)).code).toBe('body-too-large');
    });
  });
}

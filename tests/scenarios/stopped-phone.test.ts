// A phone is lost: stopped at the desk, erased at its next contact, its unsent work rescued in one sealed file. Both databases.
import * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { createdInvitationSchema } from '../../src/domain/desk-contract';
import { deviceListSchema, memberDevicesSchema } from '../../src/domain/desk-devices';
import { rescueResultSchema } from '../../src/domain/rescue';
import { wipeText } from '../../src/domain/signed-request';
import { signForNetwork } from '../../server/signing-keys';
import { readRegistration, readRound } from '../../src/storage/device-store';
import { ALL_STORES } from '../../src/storage/db';
import { postJson } from '../server/phone';
import { openDesk, type Desk } from '../server/desk';
import { startPostgres, type PrivatePostgres } from '../support/postgres';
import { foundNetwork, startServer, type TestNetwork, type TestServer } from '../support/server';
import { now, testPhone, type TestPhone } from '../support/phone';

let postgres: PrivatePostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const CANARY = 'カナリア三丁目の田中さん';

describe.each(['sqlite', 'postgres'] as const)('a stopped phone on %s', (database) => {
  let server: TestServer;
  let network: TestNetwork;
  let desk: Desk;
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: database === 'postgres' ? await postgres.freshDatabase() : null,
    });
    network = await foundNetwork(server);
    desk = await openDesk(server, network);
  });
  afterAll(() => server.stop());

  async function enrolledPhone(
    clock?: () => Date,
  ): Promise<TestPhone & { deviceId: string; memberId: string }> {
    const phone = testPhone(server.url, clock);
    const { code, memberId } = await network.createInvitation({ displayName: '見本 花子' });
    const outcome = await phone.enrolment.redeem(code);
    if (outcome.status !== 'enrolled') throw new Error(outcome.status);
    return { ...phone, deviceId: outcome.enrolment.deviceId, memberId };
  }
  async function record(phone: TestPhone): Promise<string> {
    const draft = await phone.sightings.begin();
    const answers = { ...draft.answers, signs: ['OUT-03'], freeText: CANARY };
    expect(await phone.sightings.send({ ...draft, answers })).toEqual({ status: 'queued' });
    return draft.id;
  }
  async function writeDraft(phone: TestPhone): Promise<void> {
    const draft = await phone.sightings.begin();
    await phone.sightings.save({ ...draft, answers: { ...draft.answers, freeText: CANARY } });
  }
  const stop = async (deviceId: string) =>
    z.parse(
      memberDevicesSchema,
      await (await desk.ask('POST', API.deskDeviceStop(deviceId), { reason: 'lost' })).json(),
    );
  const deviceOf = async (deviceId: string) => {
    const { members } = z.parse(deviceListSchema, await (await desk.ask('GET', API.deskDevices)).json());
    return members.flatMap(({ devices }) => devices).find(({ id }) => id === deviceId)!;
  };
  const readIn = (bytes: ArrayBuffer, { url, cookie } = desk) =>
    fetch(url + API.deskRescues, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream' },
      body: bytes,
    });
  const rows = async (phone: TestPhone) => {
    const all: Record<string, unknown[]> = {};
    for (const store of ALL_STORES) all[store] = await phone.db.table(store).toArray();
    return all;
  };

  it('is empty at the next contact except for one sealed file; the desk reads it in once', async () => {
    const phone = await enrolledPhone();
    const arrived = await record(phone);
    await phone.round();
    phone.line.signal = false;
    const unsent = [await record(phone), await record(phone)];
    await writeDraft(phone);
    await phone.round();

    expect(await deviceOf(phone.deviceId)).toMatchObject({ state: 'active', system: 'android' });
    await stop(phone.deviceId);
    expect(await deviceOf(phone.deviceId)).toMatchObject({ state: 'stopping', stopReason: 'lost' });

    phone.line.signal = true;
    expect(await phone.round('person')).toEqual({ ended: 'wiped' });
    expect(await deviceOf(phone.deviceId)).toMatchObject({ state: 'stopped' });
    const left = await rows(phone);
    const { device, ...others } = left;
    expect(Object.values(others).flat()).toEqual([]);
    expect((device as { key: string }[]).map(({ key }) => key).sort()).toEqual(['rescue', 'wiped']);
    const kept = (device as { key: string; value: { file: ArrayBuffer } }[])[0]!.value.file;
    expect(Buffer.from(kept).includes(Buffer.from(CANARY))).toBe(false);
    expect(JSON.stringify(left)).not.toContain('カナリア');
    expect(JSON.stringify(left)).not.toContain('見本 花子');
    expect(await now(phone.rescue.watchWiped)).toMatchObject({ network: network.profile.name });
    expect(await now(phone.rescue.watchKept)).toMatchObject({ operations: 2, drafts: 1 });
    expect(await phone.round('person')).toEqual({ ended: 'not-enrolled' });

    const { name, bytes } = (await phone.rescue.readKept())!;
    expect(name).toMatch(/^mimamori-rescue-\d{8}\.bin$/);
    expect(z.parse(rescueResultSchema, await (await readIn(bytes)).json())).toEqual({
      memberName: '見本 花子',
      taken: 2,
      known: 0,
      refused: 0,
      photos: 0,
      drafts: 1,
    });
    expect(z.parse(rescueResultSchema, await (await readIn(bytes)).json())).toMatchObject({
      taken: 0,
      known: 2,
    });
    for (const id of [arrived, ...unsent]) expect((await desk.read(id)).sighting?.freeText).toBe(CANARY);
    const [audited] = await server.store.db.selectFrom('audit').select('subject_id').where('action', '=', 'device:stop:lost').execute(); // prettier-ignore
    expect(audited).toEqual({ subject_id: phone.deviceId });
  });

  it('a file of another network, a damaged one and anything else are refused, and change nothing', async () => {
    const phone = await enrolledPhone();
    phone.line.signal = false;
    await record(phone);
    const made = await phone.rescue.make();
    if (made.status !== 'made') throw new Error(made.status);
    const elsewhere = await openDesk(server, await foundNetwork(server));
    const damaged = new Uint8Array(made.file.bytes.slice(0));
    damaged[damaged.length - 1]! ^= 1;
    const tries = [
      await readIn(made.file.bytes, elsewhere),
      await readIn(damaged.buffer),
      await readIn(new Uint8Array([1, 2, 3]).buffer),
    ];
    for (const response of tries) {
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'rescue-unreadable' });
    }
    // What was saved by hand is still on the phone, and goes the usual way.
    phone.line.signal = true;
    expect(await phone.round('person')).toEqual({ ended: 'done' });
    expect(z.parse(rescueResultSchema, await (await readIn(made.file.bytes)).json())).toMatchObject({
      taken: 0,
      known: 1,
    });
  });

  it('the server takes nothing more from it, whatever it still sends', async () => {
    const phone = await enrolledPhone();
    await record(phone);
    await stop(phone.deviceId);
    const before = (await server.store.db.selectFrom('operations').select('id').execute()).length;
    await phone.round();
    expect((await server.store.db.selectFrom('operations').select('id').execute()).length).toBe(before);
  });

  it('a wipe order that our network did not sign is only a pause: everything stays', async () => {
    const phone = await enrolledPhone();
    phone.line.signal = false;
    const id = await record(phone);
    phone.line.signal = true;
    const registration = (await readRegistration(phone.db))!;
    const other = (await enrolledPhone()).deviceId;
    await stop(other);
    const forgeries = [
      { deviceId: phone.deviceId, stoppedAt: new Date().toISOString(), signature: 'A'.repeat(86) },
      // a true order, but for another phone
      trueOrder(other),
    ];
    for (const wipe of forgeries) {
      phone.line.instead = () =>
        new Response(JSON.stringify({ type: '', title: '', status: 403, code: 'device-revoked', wipe }), {
          status: 403,
          headers: { 'content-type': 'application/problem+json' },
        });
      expect(await phone.round('person')).toEqual({ ended: 'paused', problem: 'device-revoked' });
      expect(await readRegistration(phone.db)).toEqual(registration);
      expect(await phone.db.outbox.count()).toBe(1);
    }
    phone.line.instead = null;
    expect(await phone.round('person')).toEqual({ ended: 'done' });
    await server.deps.opening.idle();
    expect((await desk.read(id)).row.recordId).toBe(id);
  });
  function trueOrder(deviceId: string) {
    const order = { deviceId, stoppedAt: new Date().toISOString() };
    return { ...order, signature: signForNetwork(server.deps, network.id, wipeText(order)) };
  }

  it('is registered again with a new invitation for the same member, and starts anew', async () => {
    const phone = await enrolledPhone();
    await stop(phone.deviceId);
    await phone.round();
    expect(await now(phone.rescue.watchWiped)).not.toBeNull();
    const response = await desk.ask('POST', API.deskMemberInvitations(phone.memberId));
    const { code } = z.parse(createdInvitationSchema, await response.json());
    expect(await phone.enrolment.redeem(code)).toMatchObject({
      status: 'enrolled',
      enrolment: { member: { id: phone.memberId } },
    });
    expect(await now(phone.rescue.watchWiped)).toBeNull();
    const id = await record(phone);
    expect(await phone.round()).toEqual({ ended: 'done' });
    await server.deps.opening.idle();
    expect((await desk.read(id)).sighting?.freeText).toBe(CANARY);
  });

  it.each([
    ['ten years behind', -10],
    ['ten years ahead', 10],
  ])('a phone whose clock jumps %s sends with one more request', async (_title, years) => {
    let offsetMs = 0;
    const phone = await enrolledPhone(() => new Date(Date.now() + offsetMs));
    offsetMs = years * 365 * 86_400_000;
    await record(phone);
    const before = phone.line.requests;
    expect(await phone.round()).toEqual({ ended: 'done' });
    expect(phone.line.requests - before).toBe(2);
    expect(Math.abs((await readRound(phone.db)).clockOffsetMs! + offsetMs)).toBeLessThan(5_000);
    expect(await phone.round('person')).toEqual({ ended: 'done' });
    expect(phone.line.requests - before).toBe(3);
  });

  it('a copied token is worth nothing on another phone', async () => {
    const phone = await enrolledPhone();
    const { token } = (await readRegistration(phone.db))!;
    const thief = await enrolledPhone();
    await thief.db.device.put({
      key: 'registration',
      value: { ...(await readRegistration(thief.db))!, token },
    });
    expect(await thief.round()).toEqual({ ended: 'paused', problem: 'token-wrong' });
    const bare = await postJson(server.url + API.sync, {}, { authorization: `Bearer ${token}` });
    expect(bare.status).toBe(401);
  });
});

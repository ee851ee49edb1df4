// Quotas: by device, by member and by address, with 429 and the seconds to wait. An honest phone never meets one.
import { afterEach, describe, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import type { GateSizes } from '../../server/limits';
import { foundNetwork, startServer, type TestServer } from '../support/server';
import { testId } from '../support/sightings';
import { signIn } from './desk';
import {
  aPhoto,
  enrolmentBody,
  enrolPhone,
  freshKey,
  postJson,
  problemOf,
  sealedPhoto,
  submit,
  type Phone,
} from './phone';

const FEW = { points: 3, seconds: 600 };
const WAIT_MAX_S = 600;
let server: TestServer;
const open = async (gates: Partial<GateSizes> = {}) => (server = await startServer({ gates }));
afterEach(() => server.stop());

async function expectToWait(response: Response): Promise<void> {
  expect((await problemOf(response)).code).toBe('too-many-requests');
  const wait = Number(response.headers.get('retry-after'));
  expect(Number.isInteger(wait)).toBe(true);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(WAIT_MAX_S);
}
const round = (phone: Phone) => phone.post([]);
const operationsStored = async () =>
  Number((await server.store.db.selectFrom('operations').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n); // prettier-ignore

describe('a quota', () => {
  test('of rounds stops the device that floods, not a colleague on the same address', async () => {
    await open({ syncOfDevice: FEW });
    const phone = await enrolPhone(server, server.network, freshKey());
    const colleague = await enrolPhone(server, server.network, freshKey());
    for (let times = 0; times < 3; times += 1) expect((await round(phone)).status).toBe(200);
    await expectToWait(await round(phone));
    expect((await round(colleague)).status).toBe(200);
  });

  test('of operations counts what is in the round, and takes none of a round that goes over', async () => {
    await open({ operationsOfDevice: FEW });
    const phone = await enrolPhone(server, server.network, freshKey());
    expect((await phone.post([submit(), submit()])).status).toBe(200);
    await expectToWait(await phone.post([submit(), submit()]));
    expect(await operationsStored()).toBe(2);
  });

  test.each(['syncOfMember', 'operationsOfMember'] as const)('%s goes by the member', async (gate) => {
    await open({ [gate]: FEW });
    const phone = await enrolPhone(server, server.network, freshKey());
    for (let times = 0; times < 3; times += 1) expect((await phone.post([submit()])).status).toBe(200);
    await expectToWait(await phone.post([submit()]));
  });

  test.each(['photosOfDevice', 'photosOfMember'] as const)('%s goes by the KiB', async (gate) => {
    await open({ [gate]: { points: 100, seconds: 600 } });
    const phone = await enrolPhone(server, server.network, freshKey());
    const recordId = testId();
    const photo = await sealedPhoto(phone, recordId, aPhoto(120_000));
    await phone.sync({ ...submit({ photos: [photo.name] }), id: recordId });
    const part = (from: number, to: number) =>
      phone.photoPart(photo.name.sha256, photo.bytes.subarray(from, to), from, photo.bytes.length);
    expect((await part(0, 64_000)).status).toBe(200);
    await expectToWait(await part(64_000, photo.bytes.length));
    expect(await phone.photoStatus(photo.name.sha256)).toEqual({ received: 64_000, complete: false });
  });

  test('of wrong invitations goes by the address; right ones do not count', async () => {
    await open({ enrolment: FEW });
    for (let times = 0; times < 5; times += 1) await enrolPhone(server, server.network, freshKey());
    const guess = () => postJson(server.url + API.enrolments, enrolmentBody('0'.repeat(26)));
    for (let times = 0; times < 3; times += 1) expect((await guess()).status).toBe(404);
    await expectToWait(await guess());
  });

  test.each(['signInAddress', 'signInAccountFromAddress', 'signInAccount'] as const)(
    '%s stops guessing, also of the right passphrase',
    async (gate) => {
      await open({ [gate]: FEW });
      const { officer } = server.network;
      const guess = (passphrase: string) => signIn(server.url, { ...officer, passphrase });
      for (let times = 0; times < 3; times += 1) expect((await guess('wrong')).status).toBe(401);
      await expectToWait(await guess('wrong'));
      await expectToWait(await guess(officer.passphrase));
    },
  );

  test('of badge checks goes by the address', async () => {
    await open({ badge: FEW });
    const check = () => fetch(server.url + API.badge('AAAAAAAAAAAAAAAA'));
    for (let times = 0; times < 3; times += 1) expect((await check()).status).not.toBe(429);
    await expectToWait(await check());
  });

  test('of all requests goes by the address, before anything is looked up; pages still come', async () => {
    await open({ requestsOfAddress: { points: 5, seconds: 600 } });
    for (let times = 0; times < 5; times += 1) await fetch(server.url + API.health);
    await expectToWait(await fetch(server.url + API.health));
    await expectToWait(await fetch(server.url + API.sync, { method: 'POST' }));
    expect((await fetch(`${server.url}/`)).status).not.toBe(429);
  });
});

test('a phone that comes back after weeks with 1,000 sightings meets no quota', async () => {
  await open();
  const phone = await enrolPhone(server, await foundNetwork(server), freshKey());
  for (let batch = 0; batch < 10; batch += 1) {
    const results = (await phone.once(Array.from({ length: 100 }, () => submit()))).results;
    expect(results.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(100);
  }
  expect(await operationsStored()).toBe(1_000);
}, 120_000);

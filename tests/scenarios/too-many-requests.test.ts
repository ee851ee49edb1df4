// A device that sends too often is told to wait, and the phone keeps that wait also over a restart.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRound } from '../../src/storage/device-store';
import { startServer, type TestServer } from '../support/server';
import { testPhone } from '../support/phone';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ gates: { syncOfDevice: { points: 2, seconds: 600 } } });
});
afterAll(() => server.stop());

it('the third round within the quota’s time waits as long as the server asked, in page and worker, until a person asks', async () => {
  const phone = testPhone(server.url);
  const { code } = await server.network.createInvitation();
  await phone.enrolment.redeem(code);
  expect(await phone.round()).toEqual({ ended: 'done' });
  expect(await phone.round()).toEqual({ ended: 'done' });
  const began = Date.now();
  const told = await phone.round();
  if (told.ended !== 'failed') throw new Error(told.ended);
  expect(told.notBeforeMs - began).toBeGreaterThan(590_000);
  expect(told.notBeforeMs - began).toBeLessThan(660_000);
  expect(await readRound(phone.db)).toMatchObject({ notBeforeMs: told.notBeforeMs, notBeforeAsked: true });

  // A fresh connection to the same database, as after a restart: it asks nothing of the server.
  const before = phone.line.requests;
  expect(await phone.workerRound()).toEqual({ ended: 'backing-off', notBeforeMs: told.notBeforeMs });
  expect(await phone.round('timer')).toEqual({ ended: 'backing-off', notBeforeMs: told.notBeforeMs });
  expect(phone.line.requests).toBe(before);
  expect(await phone.round('person')).toMatchObject({ ended: 'failed' });

  // The quota is this device's: a colleague goes on.
  const colleague = testPhone(server.url);
  await colleague.enrolment.redeem((await server.network.createInvitation()).code);
  expect(await colleague.round()).toEqual({ ended: 'done' });
});

// When the page runs rounds: what a person asks for is done, whatever else happens meanwhile.
import { afterEach, expect, it } from 'vitest';
import { startDeliveryLoop, type DeliveryLoop } from '../../src/app/compose/delivery-service';
import { readRound, roundStatePort } from '../../src/storage/device-store';
import { deliveringPhone, queueOne } from '../support/delivery';

let loop: DeliveryLoop | null = null;
afterEach(() => loop?.stop());

function startedLoop() {
  const phone = deliveringPhone();
  const asked = { times: 0 };
  const start = () => {
    loop = startDeliveryLoop(
      phone.ports,
      () => () => undefined,
      () => true,
      () => (asked.times += 1),
    );
    return loop;
  };
  return { ...phone, asked, start };
}

it('「今すぐ送る」 during a slow round is not weakened by a timer that comes after it', async () => {
  const { db, ports, secretariat, start } = startedLoop();
  await queueOne(db);
  let fail: (() => void) | null = null;
  const usual = secretariat.sync.bind(secretariat);
  secretariat.sync = (request) =>
    new Promise((resolve) => {
      secretariat.requests.push(request);
      fail = () => resolve({ kind: 'timed-out' });
    });
  const running = start();
  await expect.poll(() => fail).not.toBeNull();
  const pressed = running.wake('person');
  void running.wake('timer');
  secretariat.sync = usual;
  fail!();
  await pressed;
  expect(await db.outbox.count()).toBe(0);
  expect((await ports.state.read()).failures).toBe(0);
});

it('a round that failed asks the browser for a sync event', async () => {
  const { db, secretariat, asked, start } = startedLoop();
  await queueOne(db);
  secretariat.trouble = () => ({ kind: 'unreachable' });
  await start().wake('timer');
  expect(asked.times).toBeGreaterThan(0);
  expect((await readRound(db)).failures).toBe(1);
});

it('a timer keeps to the wait; a signal that is back does not', async () => {
  const { db, clock, secretariat, start } = startedLoop();
  await queueOne(db);
  await roundStatePort(db).change({ failures: 3, notBeforeMs: clock.ms + 60_000 });
  secretariat.trouble = () => ({ kind: 'unreachable' });
  const running = start();
  await running.wake('timer');
  const before = secretariat.requests.length;
  await running.wake('timer');
  expect(secretariat.requests.length).toBe(before);
  await running.wake('signal');
  expect(secretariat.requests.length).toBe(before + 1);
});

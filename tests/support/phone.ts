// A member's phone in one process: the real services, stores, engine and transport, with the server handed in as `fetch`.
import { instructionService, recordService } from '../../src/app/compose/record-service';
import { contentService } from '../../src/app/compose/content-service';
import { deliveryService } from '../../src/app/compose/delivery-service';
import { enrolmentService } from '../../src/app/compose/enrolment-service';
import { newRecordId, type Phone } from '../../src/app/compose/phone';
import { sightingService } from '../../src/app/compose/sighting-service';
import type { Watch } from '../../src/services';
import { readRegistration, roundStatePort } from '../../src/storage/device-store';
import { storagePorts } from '../../src/storage/storage-ports';
import { runRound, type RoundReport, type Trigger } from '../../src/sync/engine';
import type { EnginePorts } from '../../src/sync/ports';
import { deliveryTransport } from '../../src/transport/delivery-transport';
import { freshDatabase } from './phone-database';

export type Network = (request: Request) => Promise<Response>;

export function testPhone(server: Network, now: () => Date = () => new Date()) {
  const db = freshDatabase();
  const line = { signal: true };
  const http = {
    origin: 'https://mimamori.test',
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      if (!line.signal) throw new TypeError('no signal');
      return server(new Request(input, init));
    },
  };
  const phone: Phone = {
    db,
    now,
    newId: () => newRecordId(now()),
    wakeDelivery: () => undefined,
    roundState: () => roundStatePort(db).read(),
    onTrouble: (error) => {
      throw error;
    },
    online: () => line.signal,
    appVersion: 'test',
  };
  const ports: EnginePorts = {
    ...storagePorts(db, () => now().toISOString()),
    // Each phone of a test has its own lock, as each real phone has.
    lock: { runAlone: (_name, work) => work() },
    clock: { nowMs: () => now().getTime(), zone: () => 'Asia/Tokyo' },
    chance: { fraction: () => 0 },
    transport: deliveryTransport(http, async () => (await readRegistration(db))?.token ?? null),
  };
  const round = (trigger: Trigger = 'signal'): Promise<RoundReport> => runRound(ports, trigger);
  const content = contentService({});
  return {
    db,
    line,
    round,
    sightings: sightingService(phone, content),
    records: recordService(phone),
    instructions: instructionService(phone),
    enrolment: enrolmentService(phone, http, 'android'),
    delivery: deliveryService(phone, async () => void (await round('person'))),
  };
}
export type TestPhone = ReturnType<typeof testPhone>;

/** The value a watcher has now. */
export function now<T>(watch: Watch<T>): Promise<T> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    let given = false;
    stop = watch((value) => {
      given = true;
      resolve(value);
      stop?.();
    });
    if (given) stop();
  });
}

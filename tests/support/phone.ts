// A member's phone in one process: the real services, stores, engine and transport, with the server handed in as `fetch`.
import { instructionService, recordService } from '../../src/app/compose/record-service';
import { badgeService } from '../../src/app/compose/badge-service';
import { contentService } from '../../src/app/compose/content-service';
import { deliveryService } from '../../src/app/compose/delivery-service';
import { enrolmentService } from '../../src/app/compose/enrolment-service';
import { PhoneDatabase } from '../../src/storage/db';
import { personalReportService } from '../../src/app/compose/personal-report-service';
import { newRecordId, type Phone } from '../../src/app/compose/phone';
import { sightingService } from '../../src/app/compose/sighting-service';
import { SECRECY_TEXT } from '../../src/content/secrecy';
import type { EnrolmentService, SecrecyAcceptance, Watch } from '../../src/services';
import { rescueMeans, rescueService } from '../../src/app/compose/rescue-service';
import { storageService } from '../../src/app/compose/storage-service';
import { signRequest } from '../../src/seal/sign';
import { readPass, roundStatePort } from '../../src/storage/device-store';
import { wipePort } from '../../src/storage/rescue-store';
import { storagePorts } from '../../src/storage/storage-ports';
import { runRound, type RoundReport, type Trigger } from '../../src/sync/engine';
import type { EnginePorts } from '../../src/sync/ports';
import { deliveryTransport } from '../../src/transport/delivery-transport';
import { freshDatabase } from './phone-database';
import { portOf } from './sealing';

/** @param origin where the real server listens */
export function testPhone(origin: string, now: () => Date = () => new Date()) {
  const db = freshDatabase();
  const line = { signal: true, loseReplies: 0, requests: 0, instead: null as (() => Response) | null };
  const http = {
    origin,
    fetch: async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      if (!line.signal) throw new TypeError('no signal');
      line.requests += 1;
      // somebody on the way answers in the server's place
      if (line.instead !== null) return line.instead();
      const response = await fetch(input, init);
      if (line.loseReplies === 0) return response;
      // The server has answered, so it has committed; the phone never hears of it.
      line.loseReplies -= 1;
      await response.arrayBuffer();
      throw new TypeError('the reply was lost');
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
    sealing: portOf(db),
  };
  // Page and worker of one phone share its lock; each real phone has its own.
  const lock = oneLock();
  const clock = { nowMs: () => now().getTime(), zone: () => 'Asia/Tokyo' };
  const means = rescueMeans(clock, phone.sealing);
  const ports: EnginePorts = {
    ...storagePorts(db, () => now().toISOString(), phone.sealing),
    lock,
    clock,
    chance: { fraction: () => 0 },
    transport: deliveryTransport(http, () => readPass(db, clock, signRequest)),
    wipe: wipePort(db, means),
  };
  const workerDb = new PhoneDatabase(db.name);
  const workerPorts: EnginePorts = {
    ...ports,
    ...storagePorts(workerDb, () => now().toISOString(), portOf(workerDb)),
    lock,
  };
  const round = (trigger: Trigger = 'signal'): Promise<RoundReport> => runRound(ports, trigger);
  const content = contentService({});
  return {
    db,
    line,
    round,
    /** the service worker's round: its own connection to the same database */
    workerRound: () =>
      runRound(workerPorts, 'signal').finally(() => workerDb.close({ disableAutoOpen: false })),
    sightings: sightingService(phone, content),
    records: recordService(phone),
    instructions: instructionService(phone),
    enrolment: accepting(enrolmentService(phone, http, 'android'), now),
    personalReports: personalReportService(phone),
    badges: badgeService(phone, http),
    rescue: rescueService(phone, means),
    storage: storageService(phone),
    delivery: deliveryService(phone, async () => void (await round('person'))),
  };
}

/** A member who accepts the duty of secrecy, unless a test says otherwise. */
function accepting(service: EnrolmentService, now: () => Date) {
  const accepted = () => ({ at: now().toISOString(), text: SECRECY_TEXT.version });
  const redeem = (code: string, secrecy: SecrecyAcceptance | null = accepted()) =>
    service.redeem(code, secrecy);
  return { ...service, redeem };
}

function oneLock(): EnginePorts['lock'] {
  let held = false;
  return {
    async runAlone(_name, work) {
      if (held) return 'busy';
      held = true;
      try {
        return await work();
      } finally {
        held = false;
      }
    },
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

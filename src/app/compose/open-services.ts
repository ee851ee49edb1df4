// Builds the phone: database, transport, engine, services. Loaded after the first paint.
import { onLeaving, onOnline, onVisible, seemsOffline } from '../../platform/connectivity';
import { systemOf } from '../../platform/install';
import { registerOutboxSync } from '../../platform/service-worker';
import { createDraftKey } from '../../seal/draft-key';
import { randomFraction } from '../../seal/random';
import { sealingPort } from '../../seal/sealing-port';
import { signRequest } from '../../seal/sign';
import type { Services } from '../../services';
import { PhoneDatabase } from '../../storage/db';
import {
  keepDraftKey,
  readHabits,
  readPass,
  readRegistration,
  roundStatePort,
} from '../../storage/device-store';
import { expireDrafts } from '../../storage/draft-store';
import { encryptOldRows } from '../../storage/encrypt-old-rows';
import { expireReportDrafts } from '../../storage/report-store';
import { setAsideUnreadable } from '../../storage/quarantine';
import { tidyAfterWipe, wipePort } from '../../storage/rescue-store';
import { storagePorts } from '../../storage/storage-ports';
import type { EnginePorts } from '../../sync/ports';
import { deliveryTransport } from '../../transport/delivery-transport';
import type { HttpContext } from '../../transport/http';
import { badgeService } from './badge-service';
import { contentService } from './content-service';
import { deliveryService, startDeliveryLoop, type DeliveryLoop } from './delivery-service';
import { enrolmentService } from './enrolment-service';
import { newRecordId, type Phone } from './phone';
import { personalReportService } from './personal-report-service';
import { preferenceService } from './preference-service';
import { instructionService, recordService } from './record-service';
import { rescueMeans, rescueService } from './rescue-service';
import { sightingService } from './sighting-service';
import { storageService } from './storage-service';

declare const __APP_VERSION__: string | undefined;
const appVersion = typeof __APP_VERSION__ === 'undefined' ? '0' : __APP_VERSION__;

export async function openServices(): Promise<Services> {
  const db = new PhoneDatabase();
  const now = () => new Date();
  const http: HttpContext = { fetch: (input, init) => fetch(input, init), origin: '' };
  let loop: DeliveryLoop | null = null;
  const phone: Phone = {
    db,
    now,
    newId: () => newRecordId(now()),
    wakeDelivery() {
      void loop?.wake('signal').catch(() => undefined);
      void registerOutboxSync();
    },
    roundState: () => roundStatePort(db).read(),
    onTrouble: () => undefined,
    online: () => !seemsOffline(),
    appVersion,
    sealing: sealingPort(
      () => keepDraftKey(db, createDraftKey),
      () => import('../../seal/seal-to-network'),
    ),
  };
  const content = contentService(await tidyUp(phone));
  const clock = {
    nowMs: () => now().getTime(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const means = rescueMeans(clock, phone.sealing);
  const ports: EnginePorts = {
    ...storagePorts(db, () => now().toISOString(), phone.sealing),
    clock,
    chance: { fraction: randomFraction },
    transport: deliveryTransport(http, () => readPass(db, clock, signRequest)),
    wipe: wipePort(db, means),
  };
  loop = startDeliveryLoop(
    ports,
    (onMoment) => {
      const stops = [onOnline(onMoment), onVisible(onMoment)];
      return () => stops.forEach((stop) => stop());
    },
    () => document.visibilityState === 'visible',
    () => void registerOutboxSync(),
  );
  // Put away in the middle of a round: the browser is asked to finish it through the worker.
  onLeaving(() => void registerOutboxSync());
  const started = loop;
  return {
    content,
    sightings: sightingService(phone, content),
    records: recordService(phone),
    instructions: instructionService(phone),
    enrolment: enrolmentService(phone, http, systemOf(navigator.userAgent, navigator.maxTouchPoints)),
    personalReports: personalReportService(phone),
    badges: badgeService(phone, http),
    delivery: deliveryService(phone, () => started.wake('person')),
    preferences: await preferenceService(document.documentElement),
    storage: storageService(phone),
    rescue: rescueService(phone, means),
  };
}

/** Start-up chores that may fail without stopping the app. @returns how often each sign was used */
async function tidyUp({ db, now, sealing }: Phone): Promise<Record<string, number>> {
  try {
    await tidyAfterWipe(db, now().getTime());
    await setAsideUnreadable(db, now().toISOString());
    await encryptOldRows(db, sealing);
    const days = (await readRegistration(db))?.network.draftDays ?? 30;
    const olderThan = new Date(now().getTime() - days * 86_400_000).toISOString();
    await expireDrafts(db, olderThan);
    await expireReportDrafts(db, olderThan);
    return (await readHabits(db)).signs;
  } catch {
    // No storage here: the screens open all the same and say so when something is to be saved.
    return {};
  }
}

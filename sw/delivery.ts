// The worker's side of delivery: the same engine and the same stores as the page, behind the same lock.
import { createDraftKey } from '../src/seal/draft-key';
import { randomFraction } from '../src/seal/random';
import { sealBytesToNetwork, sealToNetwork } from '../src/seal/seal-to-network';
import { sealingPort } from '../src/seal/sealing-port';
import { sealRescue } from '../src/seal/seal-rescue';
import { isOurWipeOrder, signRequest } from '../src/seal/sign';
import { PhoneDatabase } from '../src/storage/db';
import { keepDraftKey, readPass } from '../src/storage/device-store';
import { wipePort } from '../src/storage/rescue-store';
import { countUnsent } from '../src/storage/storage-health';
import { storagePorts } from '../src/storage/storage-ports';
import { patientLock } from '../src/storage/web-lock';
import { runRound } from '../src/sync/engine';
import type { EnginePorts } from '../src/sync/ports';
import { deliveryTransport } from '../src/transport/delivery-transport';

let database: PhoneDatabase | null = null;

function ports(): EnginePorts {
  const db = (database ??= new PhoneDatabase());
  const sealing = sealingPort(
    () => keepDraftKey(db, createDraftKey),
    () => Promise.resolve({ sealToNetwork, sealBytesToNetwork }),
  );
  const clock = { nowMs: () => Date.now(), zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone };
  return {
    ...storagePorts(db, () => new Date().toISOString(), sealing),
    lock: patientLock(async () => (await countUnsent(db)).operations > 0),
    clock,
    chance: { fraction: randomFraction },
    transport: deliveryTransport({ fetch: (input, init) => fetch(input, init), origin: '' }, () =>
      readPass(db, clock, signRequest),
    ),
    wipe: wipePort(db, {
      clock,
      isOurs: isOurWipeOrder,
      seal: sealRescue,
      sealing,
    }),
  };
}

/**
 * One round for a sync event, which the browser fires when the signal is back. `busy`: a page has delivered everything.
 * @returns `again` when something still waits and the browser should fire the event once more
 */
export async function deliver(): Promise<'done' | 'again'> {
  const report = await runRound(ports(), 'signal');
  return report.ended === 'failed' || report.ended === 'backing-off' ? 'again' : 'done';
}

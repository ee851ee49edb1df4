// When rounds run on the page, and the header's line about them.
// Triggers: start, visible again, online again, something saved, a timer while visible, 「今すぐ送る」.
import type { DeliveryService, DeliveryStatus } from '../../services';
import { readRegistration, readRound, readWriteCount } from '../../storage/device-store';
import { runRound, type Trigger } from '../../sync/engine';
import { isSending } from '../../sync/outbox-item';
import type { EnginePorts } from '../../sync/ports';
import { watch, type Phone } from './phone';

/** While the page is visible the secretariat is asked this often, so that an instruction shows without a touch. */
const LOOK_EVERY_MS = 20_000;

const STRENGTH: readonly (Trigger | null)[] = [null, 'timer', 'signal', 'person'];
const stronger = (a: Trigger | null, b: Trigger): Trigger =>
  STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? (a ?? b) : b;

export interface DeliveryLoop {
  /** Asks for a round soon; calls while one runs are answered by one more round after it. */
  wake(trigger: Trigger): Promise<void>;
  stop(): void;
}

/**
 * @param subscribe calls back on each moment worth a try (online, visible, page shown); returns what stops it
 * @param askForSyncEvent asks the browser to fire a sync event once there is a signal
 */
export function startDeliveryLoop(
  ports: EnginePorts,
  subscribe: (onMoment: () => void) => () => void,
  isVisible: () => boolean,
  askForSyncEvent: () => void,
): DeliveryLoop {
  let running: Promise<void> | null = null;
  let again: Trigger | null = null;

  const run = async (first: Trigger): Promise<void> => {
    let trigger: Trigger | null = first;
    while (trigger !== null) {
      again = null;
      const report = await runRound(ports, trigger);
      // Our last look may have missed what was written while another tab or the worker held the lock.
      if (report.ended === 'failed' || report.ended === 'busy') askForSyncEvent();
      trigger = again;
    }
  };
  const wake = (trigger: Trigger): Promise<void> => {
    if (running !== null) {
      // A person's press is never weakened by a timer that fires after it.
      again = stronger(again, trigger);
      return running;
    }
    running = run(trigger).finally(() => {
      running = null;
    });
    return running;
  };
  const quietly = (trigger: Trigger) => void wake(trigger).catch(() => undefined);
  const stopMoments = subscribe(() => quietly('signal'));
  const timer = setInterval(() => {
    if (isVisible()) quietly('timer');
  }, LOOK_EVERY_MS);
  quietly('signal');
  return {
    wake,
    stop() {
      clearInterval(timer);
      stopMoments();
    },
  };
}

export function deliveryService(phone: Phone, sendNow: () => Promise<void>): DeliveryService {
  return { watch: watch(phone, () => deliveryStatus(phone)), sendNow };
}

async function deliveryStatus({ db, now }: Phone): Promise<DeliveryStatus> {
  const items = await db.outbox.toArray();
  const photos = await db.photos.where('status').anyOf('held', 'waiting').count();
  const refusedPhotos = await db.photos.where('status').equals('refused').count();
  const refused = items.filter((item) => item.status === 'refused').length + refusedPhotos;
  const waiting =
    items.filter((item) => item.status === 'waiting' || item.status === 'unsealed').length + photos;
  const registration = await readRegistration(db);
  if (registration === null) return { status: 'not-enrolled', waiting };
  const round = await readRound(db);
  if (round.paused !== null) return { status: 'paused', problem: round.paused, waiting };
  if (refused > 0) return { status: 'attention', refused, waiting };
  const nowMs = now().getTime();
  if (items.some((item) => isSending(item, nowMs))) return { status: 'sending', waiting };
  const lastContactAt = round.lastSuccessAtMs === null ? null : new Date(round.lastSuccessAtMs).toISOString();
  const proven = round.provenWriteCount === (await readWriteCount(db));
  if (waiting === 0 && lastContactAt === null) return { status: 'never-contacted' };
  // Law 10: nothing waits, and the secretariat answered after the last thing was written here.
  if (waiting === 0 && proven && round.failures === 0) return { status: 'all-delivered', at: lastContactAt! };
  return { status: 'waiting', waiting, lastContactAt };
}

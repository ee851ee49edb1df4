// 救出: what a stopped phone tells, and its unsent work as one sealed file. Sealing is loaded when it is needed.
import type { SealingPort } from '../../domain/sealing';
import { rescueFileName } from '../../domain/rescue';
import { isOurWipeOrder } from '../../seal/sign';
import type { RescueFile, RescueService } from '../../services';
import { readRegistration } from '../../storage/device-store';
import {
  keptUntilMs,
  makeRescue,
  readKeptRescue,
  readWiped,
  type RescueMeans,
} from '../../storage/rescue-store';
import type { ClockPort } from '../../sync/ports';
import { localDay, watch, type Phone } from './phone';

export function rescueMeans(clock: ClockPort, sealing: SealingPort): RescueMeans {
  return {
    clock,
    isOurs: isOurWipeOrder,
    seal: async (...content) => (await import('../../seal/seal-rescue')).sealRescue(...content),
    sealing,
  };
}

const toFile = (bytes: ArrayBuffer, madeAtMs: number): RescueFile => ({
  name: rescueFileName(localDay(new Date(madeAtMs))),
  bytes,
});

export function rescueService(phone: Phone, means: RescueMeans): RescueService {
  const { db } = phone;
  return {
    watchWiped: watch(phone, async () => {
      const note = await readWiped(db);
      if (note === null) return null;
      const { atMs, network, secretariat } = note;
      return { at: new Date(atMs).toISOString(), network, secretariat };
    }),
    watchKept: watch(phone, async () => {
      const kept = await readKeptRescue(db);
      if (kept === null) return null;
      const iso = (ms: number) => new Date(ms).toISOString();
      return { madeAt: iso(kept.madeAtMs), keptUntil: iso(keptUntilMs(kept)), ...kept.counts };
    }),
    async readKept() {
      const kept = await readKeptRescue(db);
      return kept === null ? null : toFile(kept.file, kept.madeAtMs);
    },
    async make() {
      if ((await readRegistration(db))?.network.sealingKey === undefined) return { status: 'no-key' };
      const made = await makeRescue(db, means);
      if (made === null) return { status: 'nothing' };
      return { status: 'made', file: toFile(made.file, made.madeAtMs) };
    },
  };
}

// The state of this phone's storage, and erasing it.
import { askToPersist, isPersisted, storageEstimate } from '../../platform/storage-persist';
import type { StorageReport, StorageService } from '../../services';
import { countQuarantined, countUnsent, eraseAll, probeWritable } from '../../storage/storage-health';
import { watch, type Phone } from './phone';

export function storageService(phone: Phone): StorageService {
  const { db } = phone;
  const report = async (): Promise<StorageReport> => {
    const writable = await probeWritable(db, phone.now().toISOString());
    return {
      writable,
      persisted: await isPersisted(),
      ...(await storageEstimate()),
      quarantined: writable ? await countQuarantined(db) : 0,
    };
  };
  return {
    watch(onValue) {
      let stopped = false;
      const tell = () =>
        void report().then((value) => {
          if (!stopped) onValue(value);
        });
      tell();
      const stopWatching = watch(phone, () => countQuarantined(db))(tell);
      return () => {
        stopped = true;
        stopWatching();
      };
    },
    askToPersist,
    unsent: () => countUnsent(db),
    erase: () => eraseAll(db),
  };
}

// One at a time across tabs and worker: the Web Locks of this origin. @see https://w3c.github.io/web-locks/
import type { LockPort } from '../sync/ports';

/** Where the platform has no Web Locks (iOS < 15.4) only this page is guarded; the server's ids do the rest. */
const heldHere = new Set<string>();

export const webLock: LockPort = {
  async runAlone<T>(name: string, work: () => Promise<T>): Promise<T | 'busy'> {
    if (typeof navigator !== 'undefined' && 'locks' in navigator)
      return navigator.locks.request(name, { ifAvailable: true }, async (lock): Promise<T | 'busy'> =>
        lock === null ? 'busy' : work(),
      );
    if (heldHere.has(name)) return 'busy';
    heldHere.add(name);
    try {
      return await work();
    } finally {
      heldHere.delete(name);
    }
  },
};

/**
 * For the worker: waits its turn, because the page that holds the lock may be closed in the middle of its round, and
 * answers `busy` when `isNeeded` says that by then nothing is left to do.
 */
export function patientLock(isNeeded: () => Promise<boolean>): LockPort {
  return {
    runAlone: (name, work) =>
      navigator.locks.request(name, async () => ((await isNeeded()) ? work() : ('busy' as const))),
  };
}

/** Holds a lock until `release` is called; null when another tab has it. */
export async function holdLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    void webLock
      .runAlone(name, () => new Promise<void>((release) => resolve(() => release())))
      .then((outcome) => {
        if (outcome === 'busy') resolve(null);
      });
  });
}

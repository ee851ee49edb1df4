// Registers the worker and passes on that a new version waits. It must never make a new version take over by itself
// (law 13): only `accept` does, and the page reloads once, after the new worker controls it.
import { Workbox } from 'workbox-window';
import { setDefaultPolicy, WORKER_ADDRESS } from './trusted-types';

/** Most tags that may wait at once; further requests share the newest. */
const TAGS_MAX = 12;

/**
 * The tag of Background Sync to ask for: `outbox-1`, `outbox-2` … one above those that still wait. A tag whose event failed
 * once sleeps for five minutes (Chromium) and asking for it again does not wake it; a fresh one fires at once.
 */
export function nextOutboxTag(waiting: readonly string[]): string {
  const numbers = waiting.map((tag) => Number(/^outbox-(\d+)$/.exec(tag)?.[1] ?? 0));
  const newest = Math.max(0, ...numbers);
  return `outbox-${waiting.length < TAGS_MAX ? newest + 1 : newest}`;
}

/** A page may stay open for weeks; without this nobody would see a new version. */
const LOOK_FOR_UPDATE_MS = 60 * 60 * 1000;

type SyncRegistration = ServiceWorkerRegistration & {
  sync?: { register(tag: string): Promise<void>; getTags(): Promise<string[]> };
};

/**
 * No worker in development (there is no sw.js) or where the browser has none: the app then works online only.
 * @param onWaiting called when a new version is installed and waits; `accept` makes it take over and reloads once
 * @param reload the page's own reload; injected so that a test can watch it
 */
export async function registerServiceWorker(
  onWaiting: (accept: () => void) => void,
  reload: () => void = () => window.location.reload(),
): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setDefaultPolicy();
  const worker = new Workbox(WORKER_ADDRESS, { updateViaCache: 'none' });
  let accepted = false;
  worker.addEventListener('waiting', () =>
    onWaiting(() => {
      accepted = true;
      worker.messageSkipWaiting();
    }),
  );
  worker.addEventListener('controlling', () => {
    // The first install claims this page too: that is no reason to reload.
    if (!accepted) return;
    accepted = false;
    reload();
  });
  try {
    await worker.register();
  } catch {
    // No connection or no storage: the app goes on without a worker and tries again at the next start.
    return;
  }
  setInterval(() => {
    if (document.visibilityState === 'visible') void worker.update().catch(() => undefined);
  }, LOOK_FOR_UPDATE_MS);
}

/**
 * Asks the browser to wake the worker when the connection is back, also with the app closed.
 * @returns false where there is no Background Sync (Safari, Firefox) or no worker yet: the app then sends by itself
 */
export async function registerOutboxSync(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const registration: SyncRegistration | undefined = await navigator.serviceWorker
    .getRegistration()
    .catch(() => undefined);
  if (!registration?.active || !registration.sync) return false;
  try {
    await registration.sync.register(nextOutboxTag(await registration.sync.getTags()));
    return true;
  } catch {
    // The member has switched background sync off, or this is a private window.
    return false;
  }
}

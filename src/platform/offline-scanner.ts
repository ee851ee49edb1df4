// The scanner is large and rarely used, so it is not in the first download: it has a cache of its own, filled when the
// phone is idle. This module asks the worker to fill it and says whether the scanner works without a connection.
// It must never load the scanner itself. Names shared with the worker: src/domain/scanner-files.ts. (Not named
// scanner-…: by that name the build tells the scanner's own chunk, and keeps it out of the precache.)
import {
  FILL_SCANNER_CACHE,
  SCANNER_CACHE,
  SCANNER_FILES_URL,
  parseScannerFiles,
} from '../domain/scanner-files';

/** Asks the worker, once the page has loaded and the phone is idle, to fetch what the scanner needs. */
export function fillScannerCacheWhenIdle(): void {
  if (!('serviceWorker' in navigator)) return;
  const ask = async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: FILL_SCANNER_CACHE });
  };
  // Safari has no requestIdleCallback: some seconds after load are as good.
  const whenIdle = () =>
    'requestIdleCallback' in window
      ? requestIdleCallback(() => void ask(), { timeout: 30_000 })
      : setTimeout(() => void ask(), 5_000);
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}

/** true when every file of the scanner is on this phone: it then opens without a connection. */
export async function scannerReady(): Promise<boolean> {
  try {
    const reply = await fetchList();
    const files = parseScannerFiles(reply);
    if (!files || !('caches' in globalThis)) return false;
    const cache = await caches.open(SCANNER_CACHE);
    const there = await Promise.all(files.map((file) => cache.match(file)));
    return there.every((response) => response !== undefined);
  } catch {
    return false;
  }
}

/** The list of this release: precached by the worker, so read from any cache; never from the network. */
async function fetchList(): Promise<unknown> {
  const response = await caches.match(SCANNER_FILES_URL, { ignoreSearch: true });
  return response ? ((await response.json()) as unknown) : null;
}

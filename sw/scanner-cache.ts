// The scanner's files (camera library, wasm), apart from the precache because they are large and seldom used.
// Filled when a page asks; answered from the cache first. It must never hold up the install of the app itself.
import type { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import {
  FILL_SCANNER_CACHE,
  SCANNER_CACHE,
  SCANNER_FILES_URL,
  parseScannerFiles,
} from '../src/domain/scanner-files';
import { isScannerFile, scannerDifference } from './scanner-difference';

declare const self: ServiceWorkerGlobalScope;

/** Listens for the page's wish and answers hashed files that the precache does not list. */
export function startScannerCache(precache: PrecacheController): void {
  let filling: Promise<void> | null = null;
  self.addEventListener('message', (event) => {
    const message: unknown = event.data;
    if (typeof message !== 'object' || message === null || !('kind' in message)) return;
    if (message.kind !== FILL_SCANNER_CACHE) return;
    filling ??= fillScannerCache(precache)
      // No connection, or no room: the page asks again at its next start.
      .catch(() => undefined)
      .finally(() => (filling = null));
    event.waitUntil(filling);
  });

  // Hashed files never change, so any cache of ours may answer: the scanner's, or the release before (law 13).
  registerRoute(
    ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
    async ({ request }) => (await caches.match(request.url)) ?? fetch(request),
  );
}

async function fillScannerCache(precache: PrecacheController): Promise<void> {
  // The list of this worker's own release comes from its precache; the server may already have the next one.
  const list = (await precache.matchPrecache(SCANNER_FILES_URL)) ?? (await fetch(SCANNER_FILES_URL));
  const files = parseScannerFiles(await list.clone().json());
  if (!files) return;
  const cache = await caches.open(SCANNER_CACHE);
  const cached = (await cache.keys())
    .map((request) => new URL(request.url).pathname)
    .filter((path) => path !== SCANNER_FILES_URL);
  const { missing, obsolete } = scannerDifference(files, cached);
  for (const path of missing) {
    const reply = await fetch(path);
    const { ok, redirected, headers } = reply;
    if (!isScannerFile({ ok, redirected, type: headers.get('content-type') })) return;
    await cache.put(path, reply);
  }
  // Last, so that an interrupted fill leaves the older files in place.
  await Promise.all(obsolete.map((path) => cache.delete(path)));
  await cache.put(SCANNER_FILES_URL, list);
}

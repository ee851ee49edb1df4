// The app on the phone: every file of this release is fetched at install and answered from the cache, and every page
// opening gets /index.html, so that each member screen opens with no connection. Law 13: only GET is answered, a new
// version waits until a page says SKIP_WAITING, and the files of the release before stay.
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NAVIGATION_DENYLIST } from './navigation';
import { obsoleteKeys, withRelease } from './releases';
import type { Releases } from './releases';

declare const self: ServiceWorkerGlobalScope;

const RELEASES_CACHE = 'releases-v1';
const RELEASES_KEY = '/releases';

/** Registers install, activate, message and the routes of the precache. Call once, while the worker starts. */
export function startPrecache(manifest: ServiceWorkerGlobalScope['__WB_MANIFEST']): PrecacheController {
  const controller = new PrecacheController();
  controller.addToCacheList(manifest);
  cleanupOutdatedCaches(); // caches of an older workbox, never our entries

  let isFirstInstall = false;
  self.addEventListener('install', (event) => {
    isFirstInstall = self.registration.active === null;
    void controller.install(event);
  });
  self.addEventListener('activate', (event) => {
    event.waitUntil(
      keepTwoReleases(controller).then(async () => {
        // Only where no worker was before: the very first visit is then ready for the hills. Taking over pages of an
        // older release is left to the pages (law 13).
        if (isFirstInstall) await self.clients.claim();
      }),
    );
  });
  self.addEventListener('message', (event) => {
    const message: unknown = event.data;
    if (
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      message.type === 'SKIP_WAITING'
    ) {
      void self.skipWaiting();
    }
  });

  registerRoute(new PrecacheRoute(controller, { cleanURLs: false }));
  registerRoute(
    new NavigationRoute(controller.createHandlerBoundToURL('/index.html'), { denylist: NAVIGATION_DENYLIST }),
  );
  return controller;
}

/** Deletes what neither this release nor the one before needs. */
async function keepTwoReleases(controller: PrecacheController): Promise<void> {
  const notes = await caches.open(RELEASES_CACHE);
  const noted = await notes.match(RELEASES_KEY);
  const known = noted ? ((await noted.json()) as Releases) : [];
  const kept = withRelease(known, [...controller.getURLsToCacheKeys().values()]);
  const files = await caches.open(controller.strategy.cacheName);
  const cached = (await files.keys()).map((request) => request.url);
  await Promise.all(obsoleteKeys(cached, kept).map((key) => files.delete(key)));
  await notes.put(RELEASES_KEY, Response.json(kept));
}

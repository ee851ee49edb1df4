// The service worker: wiring only. What it does is in the modules beside it.
import { answerSync } from './background-sync';
import type { SyncEvent } from './background-sync';
import { deliver } from './delivery';
import { startPrecache } from './precache';
import { startScannerCache } from './scanner-cache';

declare const self: ServiceWorkerGlobalScope;

const precache = startPrecache(self.__WB_MANIFEST);
startScannerCache(precache);
self.addEventListener('sync', (event) => answerSync(event as SyncEvent, deliver));

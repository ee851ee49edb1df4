// What may wait until the first screen stands: the service worker, the install prompt, the scanner's files.
import { holdInstallPrompt } from '../platform/install';
import { fillScannerCacheWhenIdle } from '../platform/offline-scanner';
import { coverWhenHidden } from '../platform/privacy-cover';
import { registerServiceWorker } from '../platform/service-worker';

// Dark, outdoor and larger text: chosen looks come with the preferences, so their rules come with them.
import '../ui/theme.css?looks';

/** @param onWaiting called when a new version waits; `accept` makes it take over and reloads once */
export async function afterStart(onWaiting: (accept: () => void) => void): Promise<void> {
  coverWhenHidden();
  holdInstallPrompt();
  await registerServiceWorker(onWaiting);
  fillScannerCacheWhenIdle();
}

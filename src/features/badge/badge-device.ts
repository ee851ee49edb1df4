// What the page needs of the browser, in one place, so that a test can stand in for a phone without a camera.
import { onConnectivityChange, seemsOffline } from '../../platform/connectivity';
import { installState } from '../../platform/install';
import { scannerReady } from '../../platform/offline-scanner';
import type { CameraOutcome, PictureOutcome } from '../../platform/qr-scanner';
import type { InstallState } from '../../platform/install';

export interface Scanner {
  startCamera(
    container: HTMLElement,
    onText: (text: string) => void,
    onEnded: () => void,
  ): Promise<CameraOutcome>;
  readPicture(file: Blob): Promise<PictureOutcome>;
}

export interface BadgeDevice {
  /** null when the scanner's files are not on this phone and cannot be fetched now */
  loadScanner(): Promise<Scanner | null>;
  /** whether `loadScanner` may be expected to work; asked at the start and when the connection changes */
  scannerExpected(): Promise<boolean>;
  onConnectivityChange(tell: () => void): () => void;
  install(): Pick<InstallState, 'surface' | 'system' | 'installed'>;
  /** @returns false when the browser does not let us */
  copy(text: string): Promise<boolean>;
}

const scannerExpected = async () => !seemsOffline() || (await scannerReady());

export const browserDevice: BadgeDevice = {
  scannerExpected,
  async loadScanner() {
    // Some browsers remember a failed import until the page is reloaded: not tried when it cannot work.
    if (!(await scannerExpected())) return null;
    return import('../../platform/qr-scanner').catch(() => null);
  },
  onConnectivityChange,
  install: installState,
  copy: (text) =>
    navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    ) ?? Promise.resolve(false),
};

// What the page needs of the browser, in one place, so that a test can stand in for any phone.
import { installState, onInstallChange, promptInstall } from '../../platform/install';
import type { InstallState } from '../../platform/install';
import { saveFile } from '../../platform/save-file';
import type { RescueFile } from '../../services';

// Written in by the build; missing in development and in tests.
declare const __APP_VERSION__: string | undefined;

export interface SettingsDevice {
  version: string;
  install(): InstallState;
  onInstallChange(tell: () => void): () => void;
  promptInstall(): Promise<'accepted' | 'dismissed' | 'unavailable'>;
  saveFile(file: RescueFile): void;
  /** a fresh start of the app, after everything is erased */
  reopen(): void;
}

export const browserDevice: SettingsDevice = {
  version: typeof __APP_VERSION__ === 'undefined' ? '開発版' : __APP_VERSION__,
  install: installState,
  onInstallChange,
  promptInstall,
  saveFile: ({ name, bytes }) => saveFile(name, bytes),
  reopen: () => window.location.assign('/'),
};

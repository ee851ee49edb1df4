// Whether and how the app can be put on the home screen here. It must never nag: it only answers and opens the prompt.

/** `in-app`: the browser inside LINE and the like, where neither installing nor the camera works reliably. */
export type Surface = 'android' | 'ios' | 'other' | 'in-app';

const IN_APP = /\bLine\/|FBAN|FBAV|Instagram|MicroMessenger|YJApp|\bGSA\//i;

/** @param touchPoints iPads call themselves Macintosh; a Mac has no touch screen */
export function surfaceOf(userAgent: string, touchPoints: number): Surface {
  return IN_APP.test(userAgent) ? 'in-app' : systemOf(userAgent, touchPoints);
}

/** `system` of an enrolment: coarse, for the help desk */
export function systemOf(userAgent: string, touchPoints: number): 'android' | 'ios' | 'other' {
  if (/Android/i.test(userAgent)) return 'android';
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)
    ? 'ios'
    : 'other';
}

export interface InstallState {
  surface: Surface;
  /** which phone, also inside an in-app browser: decides between 「Safariで開く」 and 「Chromeで開く」 */
  system: 'android' | 'ios' | 'other';
  /** opened from the home screen */
  installed: boolean;
  /** the browser offers its own prompt */
  promptable: boolean;
}

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let held: InstallPrompt | null = null;
const listeners = new Set<() => void>();

/** Call once at the start: the browser offers its prompt early and only once. */
export function holdInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    held = event as InstallPrompt;
    listeners.forEach((tell) => tell());
  });
  window.addEventListener('appinstalled', () => {
    held = null;
    listeners.forEach((tell) => tell());
  });
}

export function installState(): InstallState {
  const { userAgent, maxTouchPoints } = navigator;
  const iosStandalone = (navigator as Navigator & { standalone?: boolean }).standalone === true;
  return {
    surface: surfaceOf(userAgent, maxTouchPoints),
    system: systemOf(userAgent, maxTouchPoints),
    installed: iosStandalone || window.matchMedia?.('(display-mode: standalone)').matches === true,
    promptable: held !== null,
  };
}

/** Calls back when `installState` may answer differently. @returns the function that stops it */
export function onInstallChange(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Opens the browser's prompt; must be called from a tap. `unavailable` when the browser offers none now. */
export async function promptInstall(): Promise<'accepted' | 'dismissed' | 'unavailable'> {
  if (!held) return 'unavailable';
  const prompt = held;
  held = null; // a prompt may be used once
  await prompt.prompt();
  const { outcome } = await prompt.userChoice;
  listeners.forEach((tell) => tell());
  return outcome;
}

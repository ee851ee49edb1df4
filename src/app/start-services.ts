// Opens the phone's stores; the caller waits for the first paint before: the first screen must not wait for Dexie.
import type { Services } from '../services';

export type Launch = { status: 'starting' } | { status: 'ready'; services: Services } | { status: 'failed' };

/** Resolves after the browser has painted what stands now; also in a hidden tab, where nothing is painted. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Never rejects: a failure becomes the status that shows the launch error panel. */
export async function startServices(open: () => Promise<Services>): Promise<Launch> {
  try {
    return { status: 'ready', services: await open() };
  } catch (error) {
    console.error('launch failed', error instanceof Error ? error.name : 'unknown');
    return { status: 'failed' };
  }
}

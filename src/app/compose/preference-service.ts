// Text size and colours: applied to the page at once, kept for next time where the phone keeps anything.
import type { Preferences, PreferenceService } from '../../services';
import { readPreference, writePreference } from '../../storage/preferences-store';

const DEFAULTS: Preferences = { textSize: 'normal', theme: 'light' };
const KEY = 'appearance';

export async function preferenceService(root: HTMLElement): Promise<PreferenceService> {
  let current: Preferences = { ...DEFAULTS, ...(await readPreference<Partial<Preferences>>(KEY)) };
  const watchers = new Set<(value: Preferences) => void>();
  const apply = () => {
    root.dataset['text'] = current.textSize;
    root.dataset['theme'] = current.theme;
  };
  apply();
  return {
    watch(onValue) {
      watchers.add(onValue);
      onValue(current);
      return () => watchers.delete(onValue);
    },
    async set(change) {
      current = { ...current, ...change };
      apply();
      for (const tell of watchers) tell(current);
      await writePreference(KEY, current);
    },
  };
}

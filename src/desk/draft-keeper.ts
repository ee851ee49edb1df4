// Half-written texts in the tab's own storage: gone with the tab and with signing out.
// A storage that is full or forbidden keeps nothing; the text on the screen stays all the same.
import type { DraftKeeper } from './desk-context';

const PREFIX = 'mm-desk:';

/** @param storage asked anew each time: reaching for it may throw */
export function keepDraftsIn(storage: () => Storage): DraftKeeper {
  function quietly<T>(run: (storage: Storage) => T, otherwise: T): T {
    try {
      return run(storage());
    } catch {
      return otherwise;
    }
  }
  return {
    read: (key) => quietly((kept) => kept.getItem(PREFIX + key), null),
    write: (key, text) => quietly((kept) => kept.setItem(PREFIX + key, text), undefined),
    remove: (key) => quietly((kept) => kept.removeItem(PREFIX + key), undefined),
    clear: () =>
      quietly((kept) => {
        for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
      }, undefined),
  };
}

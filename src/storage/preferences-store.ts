// Preferences: what may be lost without harm, in idb-keyval (no strict durability there, and none needed).
import { clear, get, set, createStore } from 'idb-keyval';

const store = () => createStore('mimamori-preferences', 'preferences');

export async function readPreference<T>(key: string): Promise<T | null> {
  try {
    return (await get<T>(key, store())) ?? null;
  } catch {
    return null;
  }
}

/** @returns false when this phone keeps nothing (private mode): the choice then holds until the page is closed */
export async function writePreference(key: string, value: unknown): Promise<boolean> {
  try {
    await set(key, value, store());
    return true;
  } catch {
    return false;
  }
}

/** Forgets every preference; a phone that keeps none has nothing to forget. */
export async function clearPreferences(): Promise<void> {
  try {
    await clear(store());
  } catch {
    // nothing was ever kept here
  }
}

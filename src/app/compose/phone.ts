// What every service of the phone shares: database, clock, ids, and "something was written, try to send it".
import { uuidV7 } from '../../domain/ids';
import type { SealingPort } from '../../domain/sealing';
import { randomBytes } from '../../seal/random';
import type { SaveOutcome } from '../../services';
import { storageTrouble, withReopen, type PhoneDatabase } from '../../storage/db';
import { readWiped } from '../../storage/rescue-store';
import { watchQuery } from '../../storage/watch';
import type { RoundState } from '../../sync/ports';

export interface Phone {
  db: PhoneDatabase;
  now(): Date;
  newId(): string;
  /** asks the delivery loop for a round, and the browser for a sync event */
  wakeDelivery(): void;
  /** a read failed under a watcher; the screen keeps what it had */
  onTrouble(error: unknown): void;
  online(): boolean;
  roundState(): Promise<RoundState>;
  appVersion: string;
  /** encrypts what stays here, seals what leaves */
  sealing: SealingPort;
}

export function newRecordId(now: Date): string {
  return uuidV7(now.getTime(), randomBytes(10));
}

/** Runs a write and says how it ended; what the member wrote stays on the screen either way. */
export async function saving(phone: Phone, write: () => Promise<unknown>): Promise<SaveOutcome> {
  try {
    // A page that was open when the phone was wiped has nothing to write any more.
    if ((await readWiped(phone.db)) !== null) return { status: 'storage-unavailable' };
    await write();
    return { status: 'saved', savedAt: phone.now().toISOString() };
  } catch (error) {
    return { status: storageTrouble(error) };
  }
}

/** The member's calendar day here, YYYY-MM-DD. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** As a `datetime-local` field gives it: YYYY-MM-DDTHH:MM by the phone's clock. */
export function localMinute(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function watch<T>(phone: Phone, query: () => Promise<T>): (onValue: (value: T) => void) => () => void {
  return (onValue) => watchQuery(query, onValue, phone.onTrouble);
}

/**
 * For what screens wait for: on a phone that keeps nothing (a private window) they still open.
 * @param unreadable what is said when the very first read fails; later failures change nothing on the screen
 */
export function watchOr<T>(
  phone: Phone,
  unreadable: T,
  query: () => Promise<T>,
): (onValue: (value: T) => void) => () => void {
  return (onValue) => {
    let told = false;
    // Caught here: liveQuery passes over a database that is closed without a word.
    const readOnce = async (): Promise<T> => {
      try {
        return await withReopen(phone.db, query);
      } catch (error) {
        if (told) throw error;
        phone.onTrouble(error);
        return unreadable;
      }
    };
    const tell = (value: T) => {
      told = true;
      onValue(value);
    };
    return watchQuery(readOnce, tell, phone.onTrouble);
  };
}

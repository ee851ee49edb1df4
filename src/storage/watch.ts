// Watching the database: page and worker writes alike reach the callback (Dexie's liveQuery crosses contexts).
import { liveQuery } from 'dexie';

/** Calls back at once and on each change; on a broken read it calls `onTrouble` and goes on. @returns stops it */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onTrouble: (error: unknown) => void,
): () => void {
  // Dexie counts the awaits of a query only when the function it is given is itself `async`; handed a plain one it loses
  // track, misses changes, and can even end somebody else's transaction too early.
  const subscription = liveQuery(async () => await query()).subscribe({ next: onValue, error: onTrouble });
  return () => subscription.unsubscribe();
}

// The browser wakes the worker when a connection is back, also with the app closed: one delivery round. When something
// still waits after a systemic failure the event is made to fail, so that the browser tries again by itself (Chromium
// three times, then never: pages therefore register the tag again at each start).

/** Background Sync is in no TypeScript library. @see https://wicg.github.io/background-sync/spec/#sync-event */
export interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<unknown>): void;
}

/** `again`: something still waits and the server could not be reached or could not take it */
export type Deliver = () => Promise<'done' | 'again'>;

/** @param deliver one round over everything that waits on this phone */
export function answerSync(event: Pick<SyncEvent, 'tag' | 'waitUntil'>, deliver: Deliver): void {
  if (!/^outbox-\d+$/.test(event.tag)) return;
  event.waitUntil(
    deliver().then((end) => {
      if (end === 'again') throw new Error('the outbox still waits');
    }),
  );
}

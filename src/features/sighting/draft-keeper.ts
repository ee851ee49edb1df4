// Keeps one sheet on disk while it is being written. Saves never overlap, the latest words win, and nothing is
// called saved before `save()` said so. No DOM and no screen here: time comes in as `Timers`.
//
//   clean ──change──> dirty ──(at once, or 400 ms after the first key not yet saved)──> saving ──saved──> clean
//                       ▲                                                        │
//                       └──────changed meanwhile, storage full or unavailable────┘
import type { SaveOutcome, SightingDraft } from '../../services';

/**
 * Typing is saved this long after the first key that is not on disk: steady typing is saved again and again, and a crash
 * costs less than half a second of it. The promise of the screen is one second.
 */
const TYPING_DELAY_MS = 400;

export interface Timers {
  set(work: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

export type KeptStatus =
  | { status: 'untouched' }
  | { status: 'saving' }
  | { status: 'saved'; savedAt: string }
  | { status: 'storage-full' }
  | { status: 'storage-unavailable' };

export interface DraftKeeper {
  current(): SightingDraft;
  change(draft: SightingDraft, when: 'at-once' | 'after-typing'): void;
  /** Commits what is dirty; resolves when nothing is being written any more. */
  flush(): Promise<void>;
  /** Runs `work` with the newest draft after pending saves, and alone: no save starts meanwhile. */
  alone<T>(work: (draft: SightingDraft) => Promise<T>): Promise<T>;
  /** Takes what the store says (photos, savedAt) without counting it as a change by the member. */
  adopt(part: Partial<Pick<SightingDraft, 'photos' | 'savedAt'>>): void;
  /** Never saves again: the sheet was sent or removed. */
  stop(): void;
}

export function keepDraft(
  first: SightingDraft,
  save: (draft: SightingDraft) => Promise<SaveOutcome>,
  timers: Timers,
  onStatus: (status: KeptStatus) => void,
): DraftKeeper {
  let draft = first;
  let dirty = false;
  let stopped = false;
  let timer: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();

  const cancelTimer = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };

  /** One save; after a change meanwhile, one more, until the newest words are on disk or the disk refuses. */
  const saveDirty = async (): Promise<void> => {
    while (dirty && !stopped) {
      dirty = false;
      // A store that throws kept nothing: for the member that is the same as a store that says so.
      const outcome = await save(draft).catch((): SaveOutcome => ({ status: 'storage-unavailable' }));
      if (outcome.status !== 'saved') {
        dirty = true;
        onStatus(outcome);
        return;
      }
      draft = { ...draft, savedAt: outcome.savedAt };
      if (!dirty) onStatus(outcome);
    }
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const flush = () => {
    cancelTimer();
    return inTurn(saveDirty);
  };

  return {
    current: () => draft,
    change(next, when) {
      if (stopped) return;
      draft = { ...next, photos: draft.photos, savedAt: draft.savedAt };
      dirty = true;
      // said at once: what stands on the screen is no longer what stands on the disk
      onStatus({ status: 'saving' });
      if (when === 'at-once') void flush();
      else timer ??= timers.set(() => void flush(), TYPING_DELAY_MS);
    },
    flush,
    alone(work) {
      cancelTimer();
      return inTurn(async () => {
        await saveDirty();
        return work(draft);
      });
    },
    adopt(part) {
      draft = { ...draft, ...part };
      if (typeof part.savedAt === 'string' && !dirty) onStatus({ status: 'saved', savedAt: part.savedAt });
    },
    stop() {
      stopped = true;
      dirty = false;
      cancelTimer();
    },
  };
}

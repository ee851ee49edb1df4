// One sheet as state of the screen, kept on disk by a DraftKeeper: on every choice, soon after typing, and when the
// page is hidden or left. Gives the sheet back to other tabs only after the last save.
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { PhotoName, SightingAnswers } from '../../domain/sighting';
import type { SightingDraft, SightingService } from '../../services';
import { keepDraft, type DraftKeeper, type KeptStatus } from './draft-keeper';

export type Edit = (change: (answers: SightingAnswers) => SightingAnswers, typing?: 'typing') => void;

export interface DraftOnScreen {
  answers: SightingAnswers;
  photos: PhotoName[];
  kept: KeptStatus;
  edit: Edit;
  setPhotos: (draft: SightingDraft) => void;
  keeper: DraftKeeper;
}

const TIMERS = {
  set: (work: () => void, delayMs: number) => window.setTimeout(work, delayMs),
  clear: (timer: unknown) => window.clearTimeout(timer as number),
};

const isTrouble = (kept: KeptStatus): boolean =>
  kept.status === 'storage-full' || kept.status === 'storage-unavailable';

export function useDraft(
  sightings: SightingService,
  opened: { draft: SightingDraft; release: () => void },
): DraftOnScreen {
  const { draft: first, release } = opened;
  const [answers, setAnswers] = useState(first.answers);
  const [photos, setPhotoNames] = useState(first.photos);
  const [kept, setKept] = useState<KeptStatus>(
    first.savedAt === null ? { status: 'untouched' } : { status: 'saved', savedAt: first.savedAt },
  );
  const keeper = useMemo(
    () =>
      keepDraft(
        first,
        (draft) => sightings.save(draft),
        TIMERS,
        // what could not be saved stays said while one goes on typing; only a save that worked takes it back
        (next) => setKept((before) => (next.status === 'saving' && isTrouble(before) ? before : next)),
      ),
    [first, sightings],
  );

  useEffect(() => {
    const saveNow = () => void keeper.flush();
    document.addEventListener('visibilitychange', saveNow);
    window.addEventListener('pagehide', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      window.removeEventListener('pagehide', saveNow);
      void keeper.flush().finally(release);
    };
  }, [keeper, release]);

  // Once on disk, the address names the draft, so that a reload or a killed tab opens the same sheet again: before the
  // screen says that it is saved, hence before it is painted.
  const savedOnce = kept.status === 'saved';
  useLayoutEffect(() => {
    if (savedOnce && window.location.pathname === '/sightings/new')
      window.history.replaceState(window.history.state, '', `/sightings/new?draft=${first.id}`);
  }, [savedOnce, first.id]);

  // What is nowhere but on this screen: the browser asks before the page is closed.
  const onlyHere = isTrouble(kept);
  useEffect(() => {
    if (!onlyHere) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [onlyHere]);

  return {
    answers,
    photos,
    kept,
    keeper,
    edit(change, typing) {
      const next = change(keeper.current().answers);
      setAnswers(next);
      keeper.change({ ...keeper.current(), answers: next }, typing ? 'after-typing' : 'at-once');
    },
    setPhotos(draft) {
      keeper.adopt({ photos: draft.photos, savedAt: draft.savedAt });
      setPhotoNames(draft.photos);
    },
  };
}

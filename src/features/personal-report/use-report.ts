// A report as state of the screen, kept encrypted on disk: at once on a choice, soon after typing, and when the page is hidden.
// Saves never overlap and the latest words win; after it was sent nothing is saved any more.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportAnswers } from '../../domain/personal-report';
import type { PersonalReportService, SaveOutcome } from '../../services';

/** Typing is saved this long after the last keystroke. */
const TYPING_DELAY_MS = 600;

export type Kept = { status: 'untouched' } | { status: 'saving' } | SaveOutcome;
export type Edit = (change: Partial<ReportAnswers>, typing?: 'typing') => void;

export function useReport(
  reports: PersonalReportService,
  recordId: string,
  opened: { answers: ReportAnswers; savedAt: string | null; release: () => void },
) {
  const [answers, setAnswers] = useState(opened.answers);
  const [kept, setKept] = useState<Kept>(
    opened.savedAt === null ? { status: 'untouched' } : { status: 'saved', savedAt: opened.savedAt },
  );
  const keeper = useMemo(() => {
    let current = opened.answers;
    let dirty = false;
    let stopped = false;
    let timer: number | null = null;
    let queue: Promise<unknown> = Promise.resolve();
    const save = async () => {
      while (dirty && !stopped) {
        dirty = false;
        const outcome = await reports
          .save(recordId, current)
          .catch((): SaveOutcome => ({ status: 'storage-unavailable' }));
        if (outcome.status !== 'saved') dirty = true;
        if (!dirty || outcome.status !== 'saved') setKept(outcome);
        if (outcome.status !== 'saved') return;
      }
    };
    const flush = () => {
      if (timer !== null) window.clearTimeout(timer);
      timer = null;
      const turn = queue.then(save);
      queue = turn.catch(() => undefined);
      return turn;
    };
    return {
      current: () => current,
      change(next: ReportAnswers, typing: boolean) {
        if (stopped) return;
        current = next;
        dirty = true;
        setKept({ status: 'saving' });
        if (timer !== null) window.clearTimeout(timer);
        if (typing) timer = window.setTimeout(() => void flush(), TYPING_DELAY_MS);
        else void flush();
      },
      flush,
      /** Waits for a save under way; none follows. */
      async stop() {
        stopped = true;
        if (timer !== null) window.clearTimeout(timer);
        await queue;
      },
      goOn() {
        stopped = false;
      },
    };
  }, [reports, recordId, opened]);

  useEffect(() => {
    const saveNow = () => void keeper.flush();
    document.addEventListener('visibilitychange', saveNow);
    window.addEventListener('pagehide', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      window.removeEventListener('pagehide', saveNow);
      void keeper.flush().finally(opened.release);
    };
  }, [keeper, opened]);

  const edit: Edit = (change, typing) => {
    const next = { ...keeper.current(), ...change };
    setAnswers(next);
    keeper.change(next, typing === 'typing');
  };
  return { answers, kept, edit, keeper };
}

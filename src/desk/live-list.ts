// The list of cases every page of the desk shares: asked once, kept fresh by the live line, and the calls it gives rise to.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseRow } from '../domain/desk-contract';
import type { CaseList, DeskClient, Failure } from './desk-client';
import type { LiveStatus, LiveUpdates } from './live-updates';

export interface LiveList {
  list: CaseList | null;
  failure: Failure | null;
  liveStatus: LiveStatus;
  changes: { count: number; recordId: string | null };
  /** urgent cases that came in since the desk was opened, newest first */
  newUrgent: CaseRow[];
  refresh(): void;
  forgetNewUrgent(): void;
}

/** @param signIns rises with each sign-in: everything is asked anew. @param may what the roles allow; the rest is not asked */
export function useLiveList(
  client: DeskClient,
  live: LiveUpdates,
  signIns: number,
  may: { cases: boolean; live: boolean },
): LiveList {
  const [list, setList] = useState<CaseList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [liveStatus, setLiveStatus] = useState<LiveStatus>('connecting');
  const [changes, setChanges] = useState<LiveList['changes']>({ count: 0, recordId: null });
  const [newUrgent, setNewUrgent] = useState<CaseRow[]>([]);
  const known = useRef<Set<string> | null>(null);
  const asking = useRef<'no' | 'yes' | 'again'>('no');

  const refresh = useCallback(() => {
    if (!may.cases) return;
    // at most one question under way; what changes meanwhile asks once more after it
    if (asking.current !== 'no') {
      asking.current = 'again';
      return;
    }
    void (async () => {
      do {
        asking.current = 'yes';
        const outcome = await client.cases();
        if (outcome.status === 'reply') {
          setList(outcome.value);
          setFailure(null);
          const before = known.current;
          if (before !== null) {
            const arrived = outcome.value.cases.filter((row) => isNewUrgent(row, before));
            if (arrived.length > 0) setNewUrgent((rows) => [...arrived, ...rows]);
          }
          known.current = new Set(outcome.value.cases.map((row) => row.recordId));
        } else {
          setFailure(outcome);
        }
      } while (isAskedAgain(asking));
      asking.current = 'no';
    })();
  }, [client, may.cases]);

  useEffect(refresh, [refresh, signIns]);
  useEffect(
    () =>
      may.live
        ? live.start({
            onStatus: setLiveStatus,
            onChange(event) {
              if (event?.kind !== 'invitations') refresh();
              setChanges(({ count }) => ({ count: count + 1, recordId: event?.recordId ?? null }));
            },
          })
        : undefined,
    // a line opened before signing in again was refused: open a new one
    [live, refresh, signIns, may.live],
  );
  const forgetNewUrgent = useCallback(() => setNewUrgent([]), []);
  // once somebody looks at it, it is no news any more
  const waiting = newUrgent.filter((row) =>
    list?.cases.some((now) => now.recordId === row.recordId && now.state === 'received'),
  );
  return { list, failure, liveStatus, changes, newUrgent: waiting, refresh, forgetNewUrgent };
}

function isNewUrgent(row: CaseRow, known: ReadonlySet<string>): boolean {
  return row.urgency === 'emergency' && row.state === 'received' && !known.has(row.recordId);
}

function isAskedAgain(asking: { current: 'no' | 'yes' | 'again' }): boolean {
  return asking.current === 'again';
}

// One case under work: reads it, keeps it fresh, and carries out actions.
// A repeated click is one action: the same words keep the same request id until the server has answered.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseAction, CaseDetail } from '../../domain/desk-contract';
import type { Failure, Outcome } from '../desk-client';
import { useDesk } from '../desk-context';

type WithoutEnvelope<A> = A extends CaseAction ? Omit<A, 'requestId' | 'version'> : never;
/** What the officer decided; id and version are added here. */
export type Decision = WithoutEnvelope<CaseAction>;
export type Act = (decision: Decision) => Promise<Outcome<CaseDetail>>;

export interface CaseWork {
  detail: CaseDetail | null;
  failure: Failure | null;
  reload(): void;
  act: Act;
}

export function useCaseWork(recordId: string): CaseWork {
  const { client, newId, refresh, changes, signIns } = useDesk();
  const [detail, setDetail] = useState<CaseDetail | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const seenVersion = useRef(-1);
  const underWay = useRef(new Map<string, string>());

  const take = useCallback((next: CaseDetail) => {
    // an answer that was overtaken by a later one says nothing new
    if (next.row.version < seenVersion.current) return;
    seenVersion.current = next.row.version;
    setDetail(next);
    setFailure(null);
  }, []);

  const reload = useCallback(async () => {
    const outcome = await client.readCase(recordId);
    if (outcome.status === 'reply') take(outcome.value);
    else setFailure(outcome);
  }, [client, recordId, take]);

  const concerns = changes.recordId === null || changes.recordId === recordId ? changes.count : 0;
  useEffect(() => void reload(), [reload, concerns, signIns]);

  const act = useCallback<Act>(
    async (decision) => {
      const words = JSON.stringify(decision);
      const requestId = underWay.current.get(words) ?? newId();
      underWay.current.set(words, requestId);
      const action: CaseAction = { ...decision, requestId, version: seenVersion.current };
      const outcome = await client.act(recordId, action);
      if (outcome.status === 'reply') {
        underWay.current.delete(words);
        take(outcome.value);
        refresh();
      } else if (outcome.status === 'problem') {
        if (outcome.code !== 'busy' && outcome.code !== 'internal') underWay.current.delete(words);
        if (outcome.code === 'case-moved' || outcome.code === 'transition-not-allowed') await reload();
      }
      return outcome;
    },
    [client, recordId, newId, refresh, reload, take],
  );
  return { detail, failure, reload: () => void reload(), act };
}

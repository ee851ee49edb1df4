// Who looks after the case; another officer may take it over.
import { useState } from 'preact/hooks';
import type { CaseRow } from '../../domain/desk-contract';
import { useDesk, useMay } from '../desk-context';
import { failureWords } from '../desk-words';
import { isFinished } from '../inbox/inbox-order';
import { Notice } from '../parts/Notice';
import type { Act } from './case-work';

export function CaseAssignee({ row, act }: { row: CaseRow; act: Act }) {
  const { session } = useDesk();
  const may = useMay();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // a case in 受付 is taken with 「担当する」
  const other = row.state !== 'received' && !isFinished(row.state) && row.assignee?.id !== session.officer.id;

  async function takeOver() {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await act({ kind: 'assign' });
    setBusy(false);
    if (outcome.status !== 'reply') setFailure(failureWords(outcome));
  }

  return (
    <>
      <p class="dk-assignee">担当 {row.assignee?.displayName ?? 'なし'}</p>
      {other && may('actOnCase.assign') && (
        <button
          class="dk-button dk-button--small"
          type="button"
          aria-busy={busy}
          onClick={() => void takeOver()}
        >
          担当を代わる
        </button>
      )}
      {failure && <Notice kind="error">{failure}</Notice>}
    </>
  );
}

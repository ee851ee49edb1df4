// 「件数」: how many cases in each state, and nothing of what is in them.
import { useEffect, useState } from 'preact/hooks';
import { CASE_STATES } from '../../domain/case-state';
import { useDesk } from '../desk-context';
import { failureWords, stateWord } from '../desk-words';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';

export function CountsPage() {
  const { client, signIns } = useDesk();
  const [counts, setCounts] = useState<Record<string, number> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    document.title = '件数 みまもりノート 事務局';
  }, []);
  useEffect(() => {
    void client.office.counts().then((outcome) => {
      if (outcome.status === 'reply') setCounts(outcome.value.counts);
      setFailure(outcome.status === 'reply' ? null : failureWords(outcome));
    });
  }, [client, signIns]);
  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>件数</PageHeading>
      </div>
      {failure && <Notice kind="error">{failure}</Notice>}
      {counts === null && failure === null && <p role="status">読み込んでいます</p>}
      {counts !== null && (
        <table class="dk-table dk-counts">
          <thead>
            <tr>
              <th scope="col">状態</th>
              <th scope="col">件数</th>
            </tr>
          </thead>
          <tbody>
            {CASE_STATES.map((state) => (
              <tr key={state}>
                <th scope="row">{stateWord(state)}</th>
                <td>{counts[state] ?? 0}件</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

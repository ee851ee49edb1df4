// 「サインイン中の端末」: where this officer is signed in, and ending one or all others.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OwnSession } from '../../domain/desk-accounts';
import { useDesk, useServerMinute } from '../desk-context';
import { instantWords } from '../desk-time';
import { failureWords } from '../desk-words';
import type { Outcome } from '../outcome';
import { Notice } from '../parts/Notice';

export function OwnSessions() {
  const { client, signIns } = useDesk();
  const now = useServerMinute();
  const [rows, setRows] = useState<OwnSession[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const load = useCallback(async () => {
    const outcome = await client.office.sessions();
    if (outcome.status === 'reply') setRows(outcome.value.sessions);
    else setFailure(failureWords(outcome));
  }, [client]);
  useEffect(() => void load(), [load, signIns]);

  async function end(asked: Promise<Outcome<{ ended: number }>>) {
    setSaid(null);
    setFailure(null);
    const outcome = await asked;
    await load();
    if (outcome.status === 'reply') setSaid(`${outcome.value.ended}件のサインインを終えました。`);
    else setFailure(failureWords(outcome));
  }

  const others = rows?.filter(({ current }) => !current) ?? [];
  return (
    <section class="dk-card" aria-labelledby="own-sessions">
      <h2 class="dk-h2" id="own-sessions">
        サインイン中の端末
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      {said && <Notice kind="ok">{said}</Notice>}
      {rows === null && failure === null && <p role="status">読み込んでいます</p>}
      {rows !== null && (
        <ul class="dk-sessions">
          {rows.map((row) => (
            <li key={row.id}>
              <p>
                <strong>{row.browser}</strong>
                {row.current && 'この端末'}
                <br />
                サインイン {instantWords(row.madeAt, now)} 最後に使った {instantWords(row.lastSeenAt, now)}
              </p>
              {!row.current && (
                <button
                  class="dk-button dk-button--small"
                  type="button"
                  aria-label={`${row.browser} ${instantWords(row.madeAt, now)}のサインインを終える`}
                  onClick={() => void end(client.office.endSession(row.id))}
                >
                  終える
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 ? (
        <button class="dk-button" type="button" onClick={() => void end(client.office.endOtherSessions())}>
          ほかの端末のサインインをすべて終える
        </button>
      ) : (
        rows !== null && <p>ほかの端末ではサインインしていません。</p>
      )}
    </section>
  );
}

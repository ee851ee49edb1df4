// 「利用者」: who may sign in at the desk and as what. A passphrase that is made here is shown this once.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { OfficerPassphrase, OfficerRow } from '../../domain/desk-accounts';
import type { Organisation } from '../../domain/member';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import type { Failure } from '../outcome';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { NewOfficer } from './NewOfficer';
import { OfficerCard } from './OfficerCard';

export function OfficersPage() {
  const { client, signIns } = useDesk();
  const [rows, setRows] = useState<OfficerRow[] | null>(null);
  const [organisations, setOrganisations] = useState<Organisation[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [made, setMade] = useState<OfficerPassphrase | null>(null);

  const load = useCallback(async () => {
    const [list, known] = await Promise.all([client.office.officers(), client.organisations()]);
    if (list.status === 'reply') setRows(list.value.officers);
    if (known.status === 'reply') setOrganisations(known.value.organisations);
    const failed = [list, known].find((outcome): outcome is Failure => outcome.status !== 'reply');
    setFailure(failed === undefined ? null : failureWords(failed));
  }, [client]);
  useEffect(() => void load(), [load, signIns]);
  useEffect(() => {
    document.title = '利用者 みまもりノート 事務局';
  }, []);

  function show(next: OfficerPassphrase) {
    setSaid(null);
    setMade(next);
    void load();
  }
  if (made !== null)
    return (
      <section class="dk-card dk-made">
        <PageHeading>{made.officer.displayName}のパスフレーズができました</PageHeading>
        <Notice kind="late">
          このパスフレーズは、いまだけ表示します。書きとめて、本人に直接渡してください。本人は、はじめのサインインで自分のパスフレーズに変えます。
        </Notice>
        <dl class="dk-made__list">
          <dt>利用者名</dt>
          <dd>{made.officer.name}</dd>
          <dt>パスフレーズ</dt>
          <dd class="dk-totp__secret">{made.passphrase}</dd>
        </dl>
        <button class="dk-button dk-button--primary" type="button" onClick={() => setMade(null)}>
          書きとめたので閉じる
        </button>
      </section>
    );
  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>利用者</PageHeading>
      </div>
      {failure && (
        <Notice kind="error">
          {failure}
          <button class="dk-button dk-button--small" type="button" onClick={() => void load()}>
            読み込み直す
          </button>
        </Notice>
      )}
      {said && <Notice kind="ok">{said}</Notice>}
      <div class="dk-invitations">
        <NewOfficer organisations={organisations} onMade={show} />
        <section aria-labelledby="officers-heading">
          <h2 class="dk-h2" id="officers-heading">
            いまの利用者
          </h2>
          {rows === null && failure === null && <p role="status">読み込んでいます</p>}
          <ul class="dk-officers">
            {rows?.map((row) => (
              <OfficerCard
                key={row.id}
                row={row}
                organisations={organisations}
                onPassphrase={show}
                onChanged={(words) => {
                  setSaid(words);
                  void load();
                }}
              />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

// 「招待」: make one, print it once, see which were used, take back one that was lost.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { CreatedInvitation, InvitationRow } from '../../domain/desk-contract';
import type { Organisation } from '../../domain/member';
import type { Failure } from '../desk-client';
import { useDesk, useServerMinute } from '../desk-context';
import { failureWords } from '../desk-words';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { InvitationMade } from './InvitationMade';
import { InvitationTable } from './InvitationTable';
import { NewInvitation } from './NewInvitation';

export function InvitationsPage() {
  const { client, changes, signIns } = useDesk();
  const now = useServerMinute();
  const [rows, setRows] = useState<InvitationRow[] | null>(null);
  const [organisations, setOrganisations] = useState<Organisation[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [created, setCreated] = useState<CreatedInvitation | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const load = useCallback(async () => {
    const [list, known] = await Promise.all([client.invitations(), client.organisations()]);
    if (list.status === 'reply') setRows(list.value.invitations);
    if (known.status === 'reply') setOrganisations(known.value.organisations);
    const failed = [list, known].find((outcome): outcome is Failure => outcome.status !== 'reply');
    setFailure(failed ?? null);
  }, [client]);
  useEffect(() => void load(), [load, changes.count, signIns]);
  useEffect(() => {
    document.title = '招待 みまもりノート 事務局';
  }, []);

  async function revoke(row: InvitationRow) {
    setSaid(null);
    const outcome = await client.revokeInvitation(row.id);
    await load();
    if (outcome.status === 'reply') setSaid(`${row.memberName}の招待を取り消しました。`);
    else setFailure(outcome);
  }

  if (created !== null)
    return (
      <InvitationMade
        created={created}
        onClose={() => {
          setCreated(null);
          void load();
        }}
      />
    );

  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>招待</PageHeading>
      </div>
      {failure && (
        <Notice kind="error">
          {failureWords(failure)}
          <button class="dk-button dk-button--small" type="button" onClick={() => void load()}>
            読み込み直す
          </button>
        </Notice>
      )}
      {said && <Notice kind="ok">{said}</Notice>}
      <div class="dk-invitations">
        <NewInvitation
          organisations={organisations}
          onOrganisation={(made) => setOrganisations((known) => [...known, made])}
          onCreated={setCreated}
        />
        <section class="dk-invitations__list" aria-labelledby="invitations-heading">
          <h2 class="dk-h2" id="invitations-heading">
            つくった招待
          </h2>
          {rows === null && failure === null && <p role="status">読み込んでいます</p>}
          {rows !== null && rows.length === 0 && <p>まだ招待はありません。左の欄からつくってください。</p>}
          {rows !== null && rows.length > 0 && <InvitationTable rows={rows} nowMs={now} onRevoke={revoke} />}
        </section>
      </div>
    </>
  );
}

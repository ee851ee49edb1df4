// 「構成員証」: every member's badge with the QR that goes on it, and making one invalid. The QR is public: it opens no door.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BadgeRow } from '../../domain/badge';
import type { Failure } from '../desk-client';
import { useDesk, useServerMinute } from '../desk-context';
import { failureWords } from '../desk-words';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { BadgeQr } from './BadgeQr';
import { BadgeTable } from './BadgeTable';
import './badges.css';

export function BadgesPage() {
  const { client, changes, signIns } = useDesk();
  const now = useServerMinute();
  const [rows, setRows] = useState<BadgeRow[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [shown, setShown] = useState<BadgeRow | null>(null);

  const load = useCallback(async () => {
    const list = await client.badges();
    if (list.status === 'reply') setRows(list.value.badges);
    setFailure(list.status === 'reply' ? null : list);
  }, [client]);
  useEffect(() => void load(), [load, changes.count, signIns]);
  useEffect(() => {
    document.title = '構成員証 みまもりノート 事務局';
  }, []);

  async function revoke(row: BadgeRow) {
    setSaid(null);
    const outcome = await client.revokeBadge(row.id);
    await load();
    if (outcome.status === 'reply')
      setSaid(`${row.memberName}の構成員証を無効にしました。読み取った人には「いまは使えません」と出ます。`);
    else setFailure(outcome);
  }

  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>構成員証</PageHeading>
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
      <p>
        二次元コードはだれが読み取ってもよいものです。登録済みの端末では気づきの記録が、ほかの端末では「この構成員は本物か」が開きます。氏名は出ません。
      </p>
      {rows === null && failure === null && <p role="status">読み込んでいます</p>}
      {rows !== null && rows.length === 0 && (
        <p>まだ構成員証はありません。「招待」で招待をつくると、構成員証もできます。</p>
      )}
      {shown !== null && <BadgeQr row={shown} onClose={() => setShown(null)} />}
      {rows !== null && rows.length > 0 && (
        <BadgeTable rows={rows} nowMs={now} onShow={setShown} onRevoke={revoke} />
      )}
    </>
  );
}

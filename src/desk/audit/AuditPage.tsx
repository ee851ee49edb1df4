// 「監査記録」: who did what, newest first, page by page; checking the chain; taking it out as CSV. Changes nothing.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { API } from '../../domain/api-paths';
import type { AuditCheck, AuditFilter, AuditPage as Page, AuditRow } from '../../domain/desk-accounts';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import { auditQuery } from '../office-client';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditTable } from './AuditTable';

export function AuditPage() {
  const { client, signIns } = useDesk();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [rows, setRows] = useState<AuditRow[] | null>(null);
  const [page, setPage] = useState<Omit<Page, 'rows'>>({ before: null, officers: [], actions: [] });
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const [checking, setChecking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const load = useCallback(
    async (before: number | null) => {
      const outcome = await client.office.audit(filter, before);
      if (outcome.status !== 'reply') return setFailure(failureWords(outcome));
      const { rows: next, ...rest } = outcome.value;
      setFailure(null);
      setRows((shown) => (before === null ? next : [...(shown ?? []), ...next]));
      setPage(rest);
    },
    [client, filter],
  );
  useEffect(() => void load(null), [load, signIns]);
  useEffect(() => {
    document.title = '監査記録 みまもりノート 事務局';
  }, []);

  async function checkChain() {
    if (checking) return;
    setChecking(true);
    const outcome = await client.office.checkAudit();
    setChecking(false);
    if (outcome.status === 'reply') setCheck(outcome.value);
    else setFailure(failureWords(outcome));
  }

  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>監査記録</PageHeading>
        <button class="dk-button" type="button" aria-busy={checking} onClick={() => void checkChain()}>
          書きかえがないか確かめる
        </button>
        <a
          class="dk-button"
          href={`${API.deskAuditCsv}?${auditQuery(filter).toString()}`}
          download="audit.csv"
        >
          CSVで取り出す
        </a>
      </div>
      {failure && (
        <Notice kind="error">
          {failure}
          <button class="dk-button dk-button--small" type="button" onClick={() => void load(null)}>
            読み込み直す
          </button>
        </Notice>
      )}
      {check?.whole === true && (
        <Notice kind="ok">
          {check.rows}行すべて、書かれたときのままです。
          <br />
          先頭の印 <span class="dk-totp__secret">{`${check.rows}:${check.head}`}</span>
          <br />
          この印を紙などに控えておくと、あとで全体の書き直しにも気づけます。
        </Notice>
      )}
      {check?.whole === false && (
        <Notice kind="error">
          {check.brokenSeq}行目が、書かれたときと違います。サーバーを管理する人に、すぐに知らせてください。
        </Notice>
      )}
      <AuditFilterBar filter={filter} officers={page.officers} actions={page.actions} onChoose={setFilter} />
      {rows === null && failure === null && <p role="status">読み込んでいます</p>}
      {rows !== null && rows.length === 0 && <p role="status">絞り込みに合う記録はありません。</p>}
      {rows !== null && rows.length > 0 && <AuditTable rows={rows} />}
      {page.before !== null && (
        <button class="dk-button" type="button" onClick={() => void load(page.before)}>
          続きを表示する
        </button>
      )}
    </>
  );
}

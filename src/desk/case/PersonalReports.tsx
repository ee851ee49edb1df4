// 「個人情報を含む報告」 of a case: closed. Opening asks for a purpose and a reason every time, which are written down before
// anything is shown. What was opened lives in this panel's memory only and goes when it is closed or left.
import { useState } from 'preact/hooks';
import { BASIS_WORDS } from '../../content/personal-report';
import type { ReportSummary } from '../../domain/desk-contract';
import type { PersonalReport } from '../../domain/personal-report';
import { useDesk } from '../desk-context';
import { instantWords } from '../desk-time';
import { failureWords } from '../desk-words';
import { Notice } from '../parts/Notice';
import { OpenedReport } from './OpenedReport';
import { ReportReason, type Reason } from './ReportReason';

interface PersonalReportsProps {
  recordId: string;
  reports: readonly ReportSummary[];
  nowMs: number;
  /** the timeline has a new line */
  onViewed(): void;
}

export function PersonalReports({ recordId, reports, nowMs, onViewed }: PersonalReportsProps) {
  if (reports.length === 0) return null;
  return (
    <section class="dk-card" aria-labelledby="reports-heading">
      <h2 class="dk-h2" id="reports-heading">
        個人情報を含む報告
      </h2>
      <ul class="dk-reports">
        {reports.map((summary) => (
          <li key={summary.id}>
            <OneReport recordId={recordId} summary={summary} nowMs={nowMs} onViewed={onViewed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneReportProps {
  recordId: string;
  summary: ReportSummary;
  nowMs: number;
  onViewed(): void;
}

function OneReport({ recordId, summary, nowMs, onViewed }: OneReportProps) {
  const { client } = useDesk();
  const [asking, setAsking] = useState(false);
  const [report, setReport] = useState<PersonalReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function open(reason: Reason) {
    setFailure(null);
    const outcome = await client.viewPersonalReport(recordId, summary.id, reason);
    if (outcome.status !== 'reply')
      return setFailure(
        outcome.status === 'problem' && outcome.code === 'sealed-unreadable'
          ? '封を開ける鍵がサーバーにありません。鍵の控えを戻してから、もう一度開いてください。'
          : failureWords(outcome),
      );
    setAsking(false);
    setReport(outcome.value.report);
    onViewed();
  }

  return (
    <>
      <p>
        {instantWords(summary.receivedAt, nowMs)}に届きました。根拠: {BASIS_WORDS[summary.basis]}
        {summary.requestNo !== null && `（要請番号 ${summary.requestNo}）`}
      </p>
      {summary.approvalLater && (
        <Notice kind="late">要確認: 構成員の会社の決まりは「あとで確認する」となっています。</Notice>
      )}
      <p class="dk-hint">これまでに開いた回数: {summary.views}回</p>
      {failure && <Notice kind="error">{failure}</Notice>}
      {report === null && !asking && (
        <button class="dk-button" type="button" onClick={() => setAsking(true)}>
          理由を残して開く
        </button>
      )}
      {asking && <ReportReason id={summary.id} onOpen={open} onCancel={() => setAsking(false)} />}
      {report !== null && <OpenedReport report={report} nowMs={nowMs} onClose={() => setReport(null)} />}
    </>
  );
}

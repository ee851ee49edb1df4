// An opened personal report with its legal basis. Text nodes only; nothing of it is kept when it is closed.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  BASIS_WORDS,
  COMPANY_APPROVAL_WORDS,
  CONSENT_DETAIL_WORDS,
  CONSENT_SCOPE_WORDS,
  EMERGENCY_REASON_WORDS,
  LEGAL_BASIS,
  REPORT_FIELD_WORDS,
  REPORT_SOURCE,
} from '../../content/personal-report';
import type { PersonalReport } from '../../domain/personal-report';
import { instantWords } from '../desk-time';

interface OpenedReportProps {
  report: PersonalReport;
  nowMs: number;
  onClose(): void;
}

export function OpenedReport({ report, nowMs, onClose }: OpenedReportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fields = REPORT_FIELD_WORDS;
  const legal = LEGAL_BASIS[report.basis];
  return (
    <div class="dk-panel dk-noprint">
      <h3 class="dk-h3" tabIndex={-1} ref={heading}>
        報告の内容（開いたことは記録しました）
      </h3>
      <dl class="dk-answers">
        <Line label={fields.subjectName.label}>{report.subjectName}</Line>
        <Line label={fields.subjectAddress.label}>{report.subjectAddress}</Line>
        <Line label={fields.subjectPhone.label}>{report.subjectPhone}</Line>
        <Line label={fields.subjectOther.label}>{report.subjectOther}</Line>
        <Line label={fields.basis.label}>{BASIS_WORDS[report.basis]}</Line>
        <Line label="根拠の条文">
          {legal.law}。{legal.note}（確度: {legal.certainty}。{REPORT_SOURCE.source}、
          {REPORT_SOURCE.checkedOn}に確認）
        </Line>
        <Line label={fields.consentDetail.label}>
          {report.consentDetail === undefined ? undefined : CONSENT_DETAIL_WORDS[report.consentDetail]}
        </Line>
        <Line label={fields.consentAt.label}>
          {report.consentAt === undefined ? undefined : instantWords(report.consentAt, nowMs)}
        </Line>
        <Line label={fields.consentScope.label}>
          {report.consentScope.map((scope) => CONSENT_SCOPE_WORDS[scope]).join('、')}
        </Line>
        <Line label={fields.emergencyReasons.label}>
          {report.emergencyReasons.map((reason) => EMERGENCY_REASON_WORDS[reason]).join('、')}
        </Line>
        <Line label={fields.emergencyNote.label}>{report.emergencyNote}</Line>
        <Line label={fields.whyNoConsent.label}>{report.whyNoConsent}</Line>
        <Line label={fields.companyApproval.label}>{COMPANY_APPROVAL_WORDS[report.companyApproval]}</Line>
        <Line label="書いた時刻">{instantWords(report.finishedAt, nowMs)}（スマートフォンの時計）</Line>
      </dl>
      <button class="dk-button" type="button" onClick={onClose}>
        閉じる
      </button>
    </div>
  );
}

/** Left out when there is nothing to say. */
function Line({ label, children }: { label: string; children: ComponentChildren }) {
  if (children === undefined || children === '') return null;
  return (
    <div class="dk-answers__row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

// A case: what was noticed on the left, what the office does on the right.
// Loading anew never closes an open panel, so that nothing typed is lost.
import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import type { CaseDetail } from '../../domain/desk-contract';
import { useDesk, useMay, useServerMinute } from '../desk-context';
import { ageWords, instantWords } from '../desk-time';
import { failureWords } from '../desk-words';
import { isLate } from '../inbox/inbox-order';
import { StateBadge, UrgencyBadge } from '../parts/Badges';
import { Icon } from '../parts/Icon';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { CaseAnswers } from './CaseAnswers';
import { CaseAssignee } from './CaseAssignee';
import { CaseFeedback } from './CaseFeedback';
import { CaseInstructions } from './CaseInstructions';
import { CaseMember } from './CaseMember';
import { CasePhotos } from './CasePhotos';
import { CaseSteps } from './CaseSteps';
import { CaseTimeline } from './CaseTimeline';
import { useCaseWork, type CaseWork } from './case-work';
import { PersonalReports } from './PersonalReports';
import { StaffNote } from './StaffNote';
import { UnreadableCase } from './UnreadableCase';

export function CasePage() {
  const { params } = useRoute();
  const recordId = params['id'] ?? '';
  return <OneCase key={recordId} recordId={recordId} />;
}

function OneCase({ recordId }: { recordId: string }) {
  const { lastOpened } = useDesk();
  const work = useCaseWork(recordId);
  const receiptNo = work.detail?.row.receiptNo;
  useEffect(() => {
    lastOpened.recordId = recordId;
  }, [lastOpened, recordId]);
  useEffect(() => {
    document.title = `${receiptNo ?? '案件'} みまもりノート 事務局`;
  }, [receiptNo]);
  return (
    <>
      <p class="dk-back">
        <a href="/desk">
          <Icon name="back" />
          受付箱に戻る
        </a>
      </p>
      {work.failure && (
        <Notice kind="error">
          {failureWords(work.failure)}
          <button class="dk-button dk-button--small" type="button" onClick={work.reload}>
            読み込み直す
          </button>
        </Notice>
      )}
      {work.detail === null ? (
        <>
          <PageHeading>案件</PageHeading>
          {work.failure === null && <p role="status">読み込んでいます</p>}
        </>
      ) : (
        <CaseBody detail={work.detail} work={work} />
      )}
    </>
  );
}

function CaseBody({ detail, work }: { detail: CaseDetail; work: CaseWork }) {
  const now = useServerMinute();
  const may = useMay();
  const [wide, setWide] = useState(false);
  const { row, sighting } = detail;
  return (
    <>
      <div class="dk-titlebar">
        <PageHeading>受付番号 {row.receiptNo}</PageHeading>
        <UrgencyBadge urgency={row.urgency} />
        <StateBadge state={row.state} />
        {isLate(row, now) && (
          <span class="dk-late">
            <Icon name="late" />
            目安の時間を過ぎています
          </span>
        )}
        <p class="dk-case-meta">
          受付 {instantWords(row.receivedAt, now)}（{ageWords(row.receivedAt, now)}）
        </p>
        <CaseAssignee row={row} act={work.act} />
      </div>
      {detail.mergedInto !== null && (
        <Notice kind="info">この件は、{detail.mergedInto} にまとめました。</Notice>
      )}
      <div class={wide ? 'dk-case dk-case--wide' : 'dk-case'}>
        <div class="dk-case__what">
          {sighting === null ? <UnreadableCase row={row} /> : <CaseAnswers sighting={sighting} nowMs={now} />}
          {may('viewPersonalReport') && (
            <PersonalReports
              recordId={row.recordId}
              reports={detail.personalReports}
              nowMs={now}
              onViewed={work.reload}
            />
          )}
          <CasePhotos recordId={row.recordId} photos={detail.photos} />
          <CaseMember member={detail.member} />
        </div>
        <div class="dk-case__work">
          {may('actOnCase.instruct') && <CaseSteps detail={detail} work={work} onWide={setWide} />}
          <CaseFeedback feedback={detail.feedback} nowMs={now} />
          <CaseInstructions instructions={detail.instructions} nowMs={now} />
          {may('actOnCase.note') && <StaffNote recordId={row.recordId} act={work.act} />}
          <CaseTimeline events={detail.events} nowMs={now} />
        </div>
      </div>
    </>
  );
}

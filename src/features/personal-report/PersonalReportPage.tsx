// 「個人情報を含む報告」: asks the service whether it may open at all, and shows the form, or why not. It never opens by itself.
import { useEffect, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/personal-report';
import type { PersonalReportService, Services } from '../../services';
import '../../ui/components.css';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import './personal-report.css';
import { ReportForm } from './ReportForm';

interface Props {
  services: Services;
  recordId: string;
  now: () => Date;
  /** the half-written report was removed: there is nothing left to show here */
  onLeave: () => void;
}

type Opened = Awaited<ReturnType<PersonalReportService['open']>>;
type Shown = Opened | { status: 'loading' } | { status: 'queued' };

export default function PersonalReportPage({ services, recordId, now, onLeave }: Props) {
  const [shown, setShown] = useState<Shown>({ status: 'loading' });
  useEffect(() => {
    let left = false;
    void services.personalReports
      .open(recordId)
      .catch((): Opened => ({ status: 'not-found' }))
      .then((opened) => {
        if (!left) setShown(opened);
        else if (opened.status === 'open') opened.release();
      });
    return () => {
      left = true;
    };
  }, [services, recordId]);
  const back = (
    <p>
      <a class="ui-link" href={`/sightings/${recordId}`}>
        {words.BACK_TO_RECORD}
      </a>
    </p>
  );

  return (
    <div class="report">
      <h1 tabIndex={-1}>{words.REPORT_TITLE}</h1>
      {shown.status === 'loading' ? <p role="status">{words.REPORT_LOADING}</p> : null}
      {shown.status === 'open' ? (
        <ReportForm
          services={services}
          recordId={recordId}
          opened={shown}
          now={now}
          onQueued={() => setShown({ status: 'queued' })}
          onClosed={() => setShown({ status: 'closed' })}
          onRemoved={onLeave}
        />
      ) : null}
      {shown.status === 'queued' ? (
        <Notice kind="success" heading={words.QUEUED_TITLE} announce="status">
          <p>{words.QUEUED_BODY}</p>
          <ButtonLink href={`/sightings/${recordId}`}>{words.BACK_TO_RECORD}</ButtonLink>
        </Notice>
      ) : null}
      {shown.status in words.NOT_OPEN ? (
        <NotOpen status={shown.status as keyof typeof words.NOT_OPEN} />
      ) : null}
      {shown.status === 'queued' ? null : back}
    </div>
  );
}

function NotOpen({ status }: { status: keyof typeof words.NOT_OPEN }) {
  const { heading, body } = words.NOT_OPEN[status];
  return (
    <Notice kind="info" heading={heading}>
      <p>{body}</p>
      {status === 'not-enrolled' ? <ButtonLink href="/badge">構成員証を読み取る</ButtonLink> : null}
    </Notice>
  );
}

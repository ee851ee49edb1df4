// 「気づきを記録する」: opens a sheet and shows it for writing, for reading (open in another tab), or says what became of it.
import { useEffect, useState } from 'preact/hooks';
import {
  CHECK_AGAIN,
  ELSEWHERE_BODY,
  ELSEWHERE_TITLE,
  LOADING,
  NOT_FOUND,
  NOT_FOUND_HINT,
  PAGE_TITLE,
  START_NEW,
  TO_RECORDS,
} from '../../i18n/ja/sighting';
import type { Services } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import '../../ui/components.css';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';
import { openSheet, type OpenedSheet } from './open-sheet';
import { QueuedNotice } from './QueuedNotice';
import { SheetSummary } from './SheetSummary';
import './sighting.css';
import { WritingSheet } from './WritingSheet';

export interface SightingPageProps {
  services: Services;
  /** null begins a new sheet */
  draftId: string | null;
  now: () => Date;
  onQueued: (recordId: string) => void;
  /** the draft was deleted: there is nothing left to show here */
  onLeave: () => void;
}

type Shown = OpenedSheet | { status: 'loading' } | { status: 'queued'; recordId: string };

export default function SightingPage({ services, draftId, now, onQueued, onLeave }: SightingPageProps) {
  const [shown, setShown] = useState<Shown>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // waited for, so that the places do not change their order under the thumb
  const enrolment = useWatch(services.enrolment.watch);

  useEffect(() => {
    let left = false;
    void openSheet(services.sightings, services.records, draftId).then((opened) => {
      // left while opening: nobody writes here, so nobody may hold it
      if (left) {
        if (opened.status === 'writing') opened.release();
      } else setShown(opened);
    });
    return () => {
      left = true;
    };
  }, [services, draftId, attempt]);

  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{PAGE_TITLE}</h1>
      {shown.status === 'loading' || enrolment === null ? <p role="status">{LOADING}</p> : null}
      {shown.status === 'not-found' ? (
        <Notice kind="info" heading={NOT_FOUND}>
          <p>{NOT_FOUND_HINT}</p>
          <div class="ui-row">
            <ButtonLink href="/sightings" kind="outline">
              {TO_RECORDS}
            </ButtonLink>
            <ButtonLink href="/sightings/new">{START_NEW}</ButtonLink>
          </div>
        </Notice>
      ) : null}
      {shown.status === 'held-elsewhere' ? (
        <>
          <Notice kind="warning" heading={ELSEWHERE_TITLE} announce="status">
            <p>{ELSEWHERE_BODY}</p>
            <Button onPress={() => setAttempt((count) => count + 1)}>{CHECK_AGAIN}</Button>
          </Notice>
          <SheetSummary answers={shown.draft.answers} content={services.content} />
        </>
      ) : null}
      {shown.status === 'writing' && enrolment !== null ? (
        <WritingSheet
          key={shown.draft.id}
          services={services}
          opened={shown}
          enrolment={enrolment.value}
          now={now}
          onQueued={(recordId) => {
            setShown({ status: 'queued', recordId });
            onQueued(recordId);
          }}
          onRemoved={onLeave}
        />
      ) : null}
      {shown.status === 'queued' ? (
        <QueuedNotice recordId={shown.recordId} enrolled={enrolment?.value !== null} />
      ) : null}
    </div>
  );
}

// After 「送信する」: the record is in the queue of this phone. It never says that something was sent.
import {
  QUEUED_ENROLLED,
  QUEUED_NOT_ENROLLED,
  QUEUED_TITLE,
  TO_HOME,
  TO_RECORDS,
} from '../../i18n/ja/sighting';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

export function QueuedNotice({ recordId, enrolled }: { recordId: string; enrolled: boolean }) {
  return (
    <Notice kind="success" heading={QUEUED_TITLE} announce="status">
      <p>{enrolled ? QUEUED_ENROLLED : QUEUED_NOT_ENROLLED}</p>
      <div class="ui-row">
        <ButtonLink href={`/sightings/${recordId}`} kind="outline">
          {TO_RECORDS}
        </ButtonLink>
        <ButtonLink href="/">{TO_HOME}</ButtonLink>
      </div>
    </Notice>
  );
}

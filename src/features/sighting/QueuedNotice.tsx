// After 「送信する」: the record is in the queue of this phone. It never says that something was sent.
import {
  QUEUED_ENROLLED,
  QUEUED_NOT_ENROLLED,
  QUEUED_TITLE,
  TO_HOME,
  TO_RECORDS,
} from '../../i18n/ja/sighting';
import type { Services } from '../../services';
import { ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';

export function QueuedNotice({ services, recordId }: { services: Services; recordId: string }) {
  const delivery = useWatch(services.delivery.watch);
  const enrolled = delivery?.value.status !== 'not-enrolled';
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

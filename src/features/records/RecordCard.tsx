// One record in the list: where it stands, what it is about, and the few things that can be done from here.
import {
  DELETE_NO,
  DELETE_YES,
  DRAFT_DELETE,
  DRAFT_DELETE_QUESTION,
  DRAFT_WORD,
  draftAge,
  draftExpires,
  GO_ON_WRITING,
  nextTry,
  openInstructions,
  operationsWaiting,
  photosWaiting,
  receivedOn,
  WITHDRAW,
  WITHDRAW_NO,
  WITHDRAW_QUESTION,
  WITHDRAW_YES,
  writtenOn,
} from '../../i18n/ja/records';
import { receiptNumber } from '../../i18n/ja/state-words';
import { clockTime, dayAndTime, daysBetween } from '../../i18n/ja/time';
import type { DeliveryStatus, RecordSummary, Services } from '../../services';
import { ButtonLink } from '../../ui/Button';
import { InlineConfirm } from '../../ui/InlineConfirm';
import { StateMark } from '../../ui/StateMark';
import { placeOf, signLine } from './record-words';
import { RefusedAction } from './RefusedAction';
import { waitingHint } from './waiting-hint';

interface Props {
  record: RecordSummary;
  services: Services;
  delivery: DeliveryStatus['status'] | undefined;
  now: Date;
}

export function RecordCard({ record, services, delivery, now }: Props) {
  const { state } = record;
  const draft = state.status === 'draft';
  const href = draft ? `/sightings/new?draft=${record.id}` : `/sightings/${record.id}`;
  return (
    <li class="record-card">
      <p class="record-state">
        <StateMark state={state.status} />
        {draft ? <span class="record-draft">{DRAFT_WORD}</span> : null}
      </p>
      <h2 class="record-name">
        <a class="ui-card-link" href={href}>
          <span>{placeOf(record, services.content)}</span> {signLine(record, services.content)}
        </a>
      </h2>
      <ul class="record-facts">
        {record.receiptNo === null ? null : <li>{receiptNumber(record.receiptNo)}</li>}
        {record.receivedAt === null ? null : <li>{receivedOn(dayAndTime(record.receivedAt))}</li>}
        <li>
          {draft ? draftAge(daysBetween(record.writtenAt, now)) : writtenOn(dayAndTime(record.writtenAt))}
        </li>
        {draft ? <li>{draftExpires(daysBetween(now, state.expiresAt))}</li> : null}
        {state.status === 'waiting' ? <li>{waitingHint(delivery)}</li> : null}
        {state.status === 'waiting' &&
        delivery !== 'not-enrolled' &&
        delivery !== 'paused' &&
        state.nextTryAt !== null ? (
          <li>{nextTry(clockTime(state.nextTryAt))}</li>
        ) : null}
        {record.openInstructions > 0 ? <li>{openInstructions(record.openInstructions)}</li> : null}
        {record.photosWaiting > 0 ? <li>{photosWaiting(record.photosWaiting)}</li> : null}
        {record.operationsWaiting > 0 ? <li>{operationsWaiting(record.operationsWaiting)}</li> : null}
      </ul>
      {draft ? (
        <div class="ui-row">
          <ButtonLink href={href}>{GO_ON_WRITING}</ButtonLink>
          <InlineConfirm
            label={DRAFT_DELETE}
            question={DRAFT_DELETE_QUESTION}
            yes={DELETE_YES}
            no={DELETE_NO}
            onYes={() => void services.sightings.remove(record.id)}
          />
        </div>
      ) : null}
      {state.status === 'waiting' ? (
        <InlineConfirm
          label={WITHDRAW}
          question={WITHDRAW_QUESTION}
          yes={WITHDRAW_YES}
          no={WITHDRAW_NO}
          onYes={() => void services.records.withdraw(record.id)}
        />
      ) : null}
      {state.status === 'refused' ? (
        <div class="record-refused">
          <RefusedAction recordId={record.id} refused={state} services={services} />
        </div>
      ) : null}
    </li>
  );
}

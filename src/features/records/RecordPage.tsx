// A record: where it stands, what the secretariat asks, what became of it, and the whole timeline. Live.
import { useMemo, useState } from 'preact/hooks';
import {
  BACK_TO_RECORDS,
  DRAFT_ONLY,
  FEEDBACK_THANKS,
  FEEDBACK_TITLE,
  PERSONAL_URGENT,
  PERSONAL_URGENT_LABEL,
  PERSONAL_WRITE,
  RECORD_LOADING,
  RECORD_TITLE,
  RECORD_UNKNOWN,
  SUPPLEMENT,
  SUPPLEMENT_HINT,
  SUPPLEMENT_LABEL,
  SUPPLEMENT_MISSING,
  SUPPLEMENT_SEND,
} from '../../i18n/ja/record';
import { GO_ON_WRITING, WITHDRAW, WITHDRAW_NO, WITHDRAW_QUESTION, WITHDRAW_YES } from '../../i18n/ja/records';
import { ENROL_LINK, receiptNumber } from '../../i18n/ja/state-words';
import { dayAndTime } from '../../i18n/ja/time';
import type { RecordDetail, Services, TimelineEntry } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import '../../ui/components.css';
import { Disclosure } from '../../ui/Disclosure';
import { InlineConfirm } from '../../ui/InlineConfirm';
import { Notice } from '../../ui/Notice';
import { StateMark } from '../../ui/StateMark';
import { useWatch } from '../../ui/use-watch';
import { InstructionPanel } from './InstructionPanel';
import { placeOf, signLabels } from './record-words';
import './records.css';
import { RefusedAction } from './RefusedAction';
import { ReplyLine } from './ReplyLine';
import { Timeline } from './Timeline';
import { useReply } from './use-reply';
import { waitingHint } from './waiting-hint';
import { WrittenReply } from './WrittenReply';
import { WrittenSighting } from './WrittenSighting';

export interface RecordPageProps {
  services: Services;
  recordId: string;
  now: () => Date;
}

export default function RecordPage({ services, recordId }: RecordPageProps) {
  const watch = useMemo(() => services.records.watchOne(recordId), [services, recordId]);
  const seen = useWatch(watch);
  return (
    <div class="records">
      <h1 tabIndex={-1}>{RECORD_TITLE}</h1>
      {seen === null ? <p role="status">{RECORD_LOADING}</p> : null}
      {seen?.value === null ? <Notice kind="info" heading={RECORD_UNKNOWN} /> : null}
      {seen !== null && seen.value !== null ? <Shown detail={seen.value} services={services} /> : null}
      <p>
        <a class="ui-link" href="/sightings">
          {BACK_TO_RECORDS}
        </a>
      </p>
    </div>
  );
}

/** Answered, or declined: then the question is not asked again. */
function repliedTo(instructionId: string, timeline: readonly TimelineEntry[]): boolean {
  return timeline.some(
    (entry) =>
      (entry.kind === 'answered' || entry.kind === 'declined') && entry.instructionId === instructionId,
  );
}

/** From an urgent record without a request; with one, the instruction's own panel leads there. */
function mayReport({ summary, caseState, instructions }: RecordDetail, status: string): boolean {
  const ended =
    caseState === 'closed' || caseState === 'merged' || status === 'withdrawn' || status === 'draft';
  const asked = instructions.some(
    ({ doneAt, instruction }) =>
      instruction.template === 'T02' && doneAt === null && instruction.retractedAt === null,
  );
  return summary.urgency === 'emergency' && !ended && !asked;
}

const lastFeedback = (timeline: readonly TimelineEntry[]) =>
  timeline.findLast((entry) => entry.kind === 'feedback');

function Shown({ detail, services }: { detail: RecordDetail; services: Services }) {
  const { summary, timeline } = detail;
  const { state } = summary;
  const delivery = useWatch(services.delivery.watch);
  const enrolled = delivery?.value.status !== 'not-enrolled';
  const [supplementing, setSupplementing] = useState(false);
  const [urgentOpen, setUrgentOpen] = useState(false);
  const { state: replyState, reply } = useReply();
  const feedback = lastFeedback(timeline);
  const open = detail.instructions.filter(
    (one) => one.doneAt === null && one.instruction.retractedAt === null,
  );
  const maySupplement =
    state.status !== 'draft' && state.status !== 'withdrawn' && state.status !== 'refused';

  return (
    <>
      <div class="record-head">
        <p class="record-state" role="status">
          <StateMark state={state.status} />
        </p>
        {summary.receiptNo === null ? null : <p class="record-receipt">{receiptNumber(summary.receiptNo)}</p>}
        {summary.receivedAt === null ? null : <p class="ui-hint">{dayAndTime(summary.receivedAt)}</p>}
        {state.status === 'waiting' ? <p>{waitingHint(delivery?.value.status)}</p> : null}
        {state.status === 'waiting' && !enrolled ? <ButtonLink href="/badge">{ENROL_LINK}</ButtonLink> : null}
        {state.status === 'refused' ? (
          <div class="record-refused">
            <RefusedAction recordId={summary.id} refused={state} services={services} />
          </div>
        ) : null}
        {state.status === 'draft' ? (
          <>
            <p>{DRAFT_ONLY}</p>
            <ButtonLink href={`/sightings/new?draft=${summary.id}`}>{GO_ON_WRITING}</ButtonLink>
          </>
        ) : null}
      </div>
      {feedback?.kind === 'feedback' ? (
        <Notice kind="success" heading={FEEDBACK_TITLE}>
          <p class="record-outcome">{services.content.words().OUTCOME_WORDS[feedback.outcome].short}</p>
          <p class="record-text">{feedback.text}</p>
          <p>{FEEDBACK_THANKS}</p>
        </Notice>
      ) : null}
      {open.map((one) => (
        <InstructionPanel key={one.id} open={one} replied={repliedTo(one.id, timeline)} services={services} />
      ))}
      {mayReport(detail, state.status) ? (
        <Disclosure
          id="personal-report"
          label={PERSONAL_URGENT_LABEL}
          open={urgentOpen}
          onToggle={setUrgentOpen}
        >
          <p>{PERSONAL_URGENT}</p>
          <ButtonLink kind="outline" href={`/sightings/${summary.id}/personal-report`}>
            {PERSONAL_WRITE}
          </ButtonLink>
        </Disclosure>
      ) : null}
      <WrittenSighting
        place={placeOf(summary, services.content)}
        signs={signLabels(summary, services.content)}
        detail={detail}
        content={services.content}
      />
      <Timeline entries={timeline} content={services.content} />
      {maySupplement && !supplementing ? (
        <Button kind="outline" onPress={() => setSupplementing(true)}>
          {SUPPLEMENT}
        </Button>
      ) : null}
      {supplementing ? (
        <WrittenReply
          id="supplement"
          labels={[SUPPLEMENT_LABEL]}
          hint={SUPPLEMENT_HINT}
          missing={SUPPLEMENT_MISSING}
          send={SUPPLEMENT_SEND}
          onSend={([text = '']) =>
            void reply(text, () => services.records.supplement(summary.id, text)).then((saved) => {
              if (saved) setSupplementing(false);
            })
          }
          onStop={() => setSupplementing(false)}
        />
      ) : null}
      <ReplyLine state={replyState} />
      {detail.mayWithdraw && state.status !== 'withdrawn' && state.status !== 'draft' ? (
        <InlineConfirm
          label={WITHDRAW}
          question={WITHDRAW_QUESTION}
          yes={WITHDRAW_YES}
          no={WITHDRAW_NO}
          onYes={() => void services.records.withdraw(summary.id)}
        />
      ) : null}
    </>
  );
}

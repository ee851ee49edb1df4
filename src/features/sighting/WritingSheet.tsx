// The sheet being written: place, signs, urgency and advice; the rest folded; the send bar at the bottom.
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS, placesInOrder } from '../../domain/flow-sheet';
import { findPersonalData } from '../../domain/personal-data-check';
import { missingFrom, type Missing } from '../../domain/sighting';
import { problemWords } from '../../i18n/ja/problems';
import {
  DELETE_DRAFT,
  DELETE_NO,
  DELETE_QUESTION,
  DELETE_YES,
  DETAILS_OPEN,
  NOT_ENROLLED_HINT,
  REFUSED_TITLE,
} from '../../i18n/ja/sighting';
import { calendarDay } from '../../i18n/ja/time';
import type { Enrolment, Services } from '../../services';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { Disclosure } from '../../ui/Disclosure';
import { InlineConfirm } from '../../ui/InlineConfirm';
import { Notice } from '../../ui/Notice';
import { Advice } from './Advice';
import { DetailFields } from './DetailFields';
import type { OpenedSheet } from './open-sheet';
import { PhotoField } from './PhotoField';
import { SendBar } from './SendBar';
import { offersToRaise, withPlace } from './sheet-answers';
import { SignField } from './SignField';
import { RaiseOffer, UrgencyField } from './UrgencyField';
import { useDraft } from './use-draft';
import { useSending } from './use-sending';

interface Props {
  services: Services;
  opened: Extract<OpenedSheet, { status: 'writing' }>;
  enrolment: Enrolment | null;
  now: () => Date;
  onQueued: (recordId: string) => void;
  onRemoved: () => void;
}

/** Where the focus goes for each thing that is missing. */
const FOCUS: Record<Missing, string> = {
  'place': '#place input',
  'signs': '#signs .ui-tile input',
  'too-many-signs': '#keep input',
  'otherSign-too-long': '#other-sign',
  'too-many-troubles': '#troubles input',
  'occurredOn-future': '#occurred-on',
  'docReceivedOn-future': '#doc-day',
  'freeText-too-long': '#free-text',
}; // prettier-ignore
const IN_DETAILS: readonly Missing[] = [
  'too-many-troubles',
  'occurredOn-future',
  'docReceivedOn-future',
  'freeText-too-long',
];

/** A field that is tapped scrolls clear of the bar; tiles do not, or a tap that scrolls would be lost. */
function showWhole(target: EventTarget | null) {
  if (target instanceof HTMLElement && target.matches('.ui-input'))
    target.scrollIntoView?.({ block: 'nearest' });
}

export function WritingSheet({ services, opened, enrolment, now, onQueued, onRemoved }: Props) {
  const { content, sightings } = services;
  const words = content.words();
  const draft = useDraft(sightings, opened);
  const { answers, edit, keeper } = draft;
  const sending = useSending(keeper, sightings, now, onQueued);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const [keepAmong, setKeepAmong] = useState<readonly string[] | null>(null);
  const [raiseDeclined, setRaiseDeclined] = useState(false);
  const [goTo, setGoTo] = useState<{ selector: string } | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const today = calendarDay(now());

  useEffect(() => {
    if (goTo !== null) page.current?.querySelector<HTMLElement>(goTo.selector)?.focus();
  }, [goTo]);

  const goToMissing = (missing: Missing) => {
    if (missing === 'too-many-signs' && keepAmong === null) setKeepAmong(keeper.current().answers.signs);
    if (IN_DETAILS.includes(missing)) setDetailsOpen(true);
    setGoTo({ selector: FOCUS[missing] });
  };
  const press = () => {
    const first = missingFrom(keeper.current().answers, today)[0];
    sending.press();
    if (first !== undefined) goToMissing(first);
    else setKeepAmong(null);
  };
  const rewrite = () => {
    sending.backToWriting();
    const inOtherSign = findPersonalData(answers.otherSign ?? '').length > 0;
    if (!inOtherSign) setDetailsOpen(true);
    setGoTo({ selector: inOtherSign ? '#other-sign' : '#free-text' });
  };
  const remove = async () => {
    await keeper.alone(async (newest) => {
      keeper.stop();
      await sightings.remove(newest.id);
    });
    onRemoved();
  };

  // listed after a press, and only what is still missing: it shrinks while the member mends it
  const missing = sending.state.status === 'missing' ? missingFrom(answers, today) : [];
  const hasSigns = answers.signs.length > 0 || (answers.otherSign ?? '').trim() !== '';
  const refused = opened.draft.refused === null ? null : problemWords(opened.draft.refused);
  const network = enrolment?.network;

  return (
    <div ref={page} class="sheet-writing" onFocusIn={(event) => showWhole(event.target)}>
      {refused === null ? null : (
        <Notice kind="error" heading={REFUSED_TITLE}>
          <p>{refused.reason}</p>
          <p>{refused.todo}</p>
        </Notice>
      )}
      <ChoiceTiles
        kind="radio"
        name="place"
        legend={words.FIELD_WORDS.place.label}
        short
        choices={placesInOrder(enrolment?.member.jobKind ?? null).map((value) => ({
          value,
          label: words.PLACE_WORDS[value],
        }))}
        chosen={answers.place === undefined ? [] : [answers.place]}
        onChoose={(place) => edit((before) => withPlace(before, place))}
      />
      <SignField
        answers={answers}
        content={content}
        timesUsed={opened.timesUsed}
        keepAmong={answers.signs.length > LIMITS.signs || keepAmong !== null ? keepAmong : null}
        edit={edit}
      />
      {hasSigns ? <UrgencyField answers={answers} content={content} edit={edit} /> : null}
      <Advice answers={answers} content={content} edit={edit} />
      <Disclosure id="details" label={DETAILS_OPEN} open={detailsOpen} onToggle={setDetailsOpen}>
        <DetailFields
          answers={answers}
          content={content}
          areas={network?.areas ?? []}
          today={today}
          edit={edit}
        />
        {network?.photosAllowed === true ? (
          <PhotoField draft={draft} sightings={sightings} label={words.FIELD_WORDS.photos.label} />
        ) : null}
      </Disclosure>
      {draft.kept.status === 'untouched' ? null : (
        <InlineConfirm
          label={DELETE_DRAFT}
          question={DELETE_QUESTION}
          yes={DELETE_YES}
          no={DELETE_NO}
          onYes={() => void remove()}
        />
      )}
      {enrolment === null ? <p class="sheet-hint">{NOT_ENROLLED_HINT}</p> : null}
      <div aria-live="polite">
        {offersToRaise(answers) && !raiseDeclined ? (
          <RaiseOffer edit={edit} onLeave={() => setRaiseDeclined(true)} />
        ) : null}
      </div>
      <SendBar
        urgent={answers.urgency === 'emergency'}
        kept={draft.kept}
        state={sending.state}
        missing={missing}
        onGoTo={goToMissing}
        onSend={press}
        onSendAnyway={sending.sendAnyway}
        onRewrite={rewrite}
        onSaveAgain={() => {
          sending.backToWriting();
          void keeper.flush();
        }}
      />
    </div>
  );
}

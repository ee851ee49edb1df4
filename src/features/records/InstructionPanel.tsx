// One instruction of the secretariat and the member's answers to it. Seen only by 「確認しました」, never by looking.
import { useState } from 'preact/hooks';
import {
  ANSWER,
  ANSWER_MISSING,
  ANSWER_SEND,
  CALL,
  CANNOT,
  DECLINE_REASON,
  DECLINE_SEND,
  DONE,
  ENTRY,
  INSTRUCTION_TITLE,
  PERSONAL_CANNOT_HINT,
  PERSONAL_ONLY_THERE,
  PERSONAL_WRITE,
  requestNumber,
  SEEN,
  SEEN_ALREADY,
  sentOn,
  STARTED,
  STARTED_ALREADY,
} from '../../i18n/ja/record';
import { dayAndTime } from '../../i18n/ja/time';
import type { OpenInstruction, Services } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { useWatch } from '../../ui/use-watch';
import { DoneForm } from './DoneForm';
import { ReplyLine } from './ReplyLine';
import { useReply } from './use-reply';
import { WrittenReply } from './WrittenReply';

interface Props {
  open: OpenInstruction;
  /** the questions were answered, or the personal report was declined */
  replied: boolean;
  services: Services;
}

type Form = 'done' | 'answer' | 'decline';

export function InstructionPanel({ open, replied, services }: Props) {
  const [form, setForm] = useState<Form | null>(null);
  const { state, reply } = useReply();
  const { instruction } = open;
  const { instructions, content, enrolment } = services;
  const secretariat = useWatch(enrolment.watch)?.value?.network.secretariat ?? null;
  const personal = instruction.template === 'T02';
  const asks = instruction.questions.length > 0;
  const close = (saved: boolean) => {
    if (saved) setForm(null);
  };
  const numbers = [
    ...instruction.numbers,
    ...(personal && secretariat !== null ? [{ label: secretariat.name, tel: secretariat.phone }] : []),
  ];

  return (
    <section class="record-instruction" aria-labelledby={`instruction-${open.id}`}>
      <h2 id={`instruction-${open.id}`}>
        <Icon icon="instructed" /> {INSTRUCTION_TITLE}
      </h2>
      <p class="ui-hint">{sentOn(dayAndTime(instruction.sentAt))}</p>
      {instruction.requestNo === null ? null : <p>{requestNumber(instruction.requestNo)}</p>}
      <p class="record-text">{instruction.text}</p>
      {personal ? (
        <div class="record-personal">
          <p>{PERSONAL_ONLY_THERE}</p>
          {replied ? null : (
            <ButtonLink primary href={`/sightings/${open.recordId}/personal-report`}>
              {PERSONAL_WRITE}
            </ButtonLink>
          )}
          {replied ? null : <p>{PERSONAL_CANNOT_HINT}</p>}
        </div>
      ) : null}
      {numbers.map((number) => (
        <ButtonLink key={number.tel} kind="outline" href={telHref(number.tel)}>
          <Icon icon="phone" />
          <span class="ui-call-text">
            <span>{CALL}</span>
            <span>
              {number.label} {number.tel}
            </span>
          </span>
        </ButtonLink>
      ))}
      {open.seenAt === null ? (
        <Button primary onPress={() => void reply('seen', () => instructions.seen(open))}>
          {SEEN}
        </Button>
      ) : (
        <p class="record-answered">
          <Icon icon="delivered" /> {open.startedAt === null ? SEEN_ALREADY : STARTED_ALREADY}
        </p>
      )}
      {replied && (asks || personal) ? (
        <p class="record-answered">
          <Icon icon="delivered" /> {asks ? ENTRY.answered : ENTRY.declined}
        </p>
      ) : null}
      {form === null ? (
        <div class="ui-row">
          {asks && !replied ? (
            <Button kind="outline" onPress={() => setForm('answer')}>
              {ANSWER}
            </Button>
          ) : null}
          {open.startedAt === null && !asks && !personal ? (
            <Button kind="outline" onPress={() => void reply('started', () => instructions.started(open))}>
              {STARTED}
            </Button>
          ) : null}
          {personal && !replied ? (
            <Button kind="outline" onPress={() => setForm('decline')}>
              {CANNOT}
            </Button>
          ) : null}
          {asks ? null : (
            <Button kind={open.seenAt === null ? 'outline' : 'solid'} onPress={() => setForm('done')}>
              {DONE}
            </Button>
          )}
        </div>
      ) : null}
      {form === 'done' ? (
        <DoneForm
          id={open.id}
          content={content}
          onSend={(done, note) => void reply('done', () => instructions.done(open, done, note)).then(close)}
          onStop={() => setForm(null)}
        />
      ) : null}
      {form === 'answer' ? (
        <WrittenReply
          id={`answer-${open.id}`}
          labels={instruction.questions}
          missing={ANSWER_MISSING}
          send={ANSWER_SEND}
          onSend={(answers) => void reply('answer', () => instructions.answer(open, answers)).then(close)}
          onStop={() => setForm(null)}
        />
      ) : null}
      {form === 'decline' ? (
        <WrittenReply
          id={`decline-${open.id}`}
          labels={[DECLINE_REASON]}
          missing={null}
          send={DECLINE_SEND}
          onSend={([reason = '']) =>
            void reply('decline', () =>
              instructions.declinePersonalReport(open, reason === '' ? null : reason),
            ).then(close)
          }
          onStop={() => setForm(null)}
        />
      ) : null}
      <ReplyLine state={state} />
    </section>
  );
}

/** `#` must be escaped in a telephone link. */
const telHref = (tel: string) => `tel:${tel.replace(/#/g, '%23')}`;

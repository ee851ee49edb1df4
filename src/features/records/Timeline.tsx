// What happened to one record, oldest first. Entries still on this phone carry 「送信待ち」.
import type { ComponentChildren } from 'preact';
import {
  CASE_ENTRY,
  ENTRY,
  ENTRY_WAITING,
  PERSONAL_SENT_HINT,
  receivedWith,
  SENT_SEALED,
  TIMELINE_TITLE,
} from '../../i18n/ja/record';
import { problemWords } from '../../i18n/ja/problems';
import { dayAndTime } from '../../i18n/ja/time';
import type { ContentService, TimelineEntry } from '../../services';
import { StateMark } from '../../ui/StateMark';

interface Props {
  entries: readonly TimelineEntry[];
  content: ContentService;
}

function titleOf(entry: TimelineEntry): string {
  if (entry.kind === 'case-state') return CASE_ENTRY[entry.state];
  if (
    entry.waiting &&
    (entry.kind === 'supplement' || entry.kind === 'withdrawn' || entry.kind === 'reported')
  )
    return ENTRY_WAITING[entry.kind];
  return ENTRY[entry.kind];
}

function bodyOf(entry: TimelineEntry, content: ContentService): ComponentChildren {
  const words = content.words();
  switch (entry.kind) {
    case 'received':
      return <p>{receivedWith(entry.receiptNo)}</p>;
    case 'instruction':
      return <p class="record-text">{entry.instruction.text}</p>;
    case 'done':
      return (
        <>
          <p>{entry.done.map((code) => words.DONE_WORDS[code]).join('・')}</p>
          {entry.wroteNote ? <p class="ui-hint">{SENT_SEALED}</p> : null}
        </>
      );
    case 'reported':
      return <p class="ui-hint">{PERSONAL_SENT_HINT}</p>;
    case 'supplement':
    case 'answered':
      return <p class="ui-hint">{SENT_SEALED}</p>;
    case 'feedback':
      return (
        <>
          <p>{words.OUTCOME_WORDS[entry.outcome].short}</p>
          <p class="record-text">{entry.text}</p>
        </>
      );
    case 'refused':
      return <p>{problemWords(entry.problem).reason}</p>;
    default:
      return null;
  }
}

/** Case states that another entry of the same moment already tells. */
const TOLD_ELSEWHERE = [
  'received',
  'instructed',
  'need_info',
  'need_personal',
  'closed',
  'withdrawn',
  'queued',
  'draft',
];

export function Timeline({ entries, content }: Props) {
  const shown = entries.filter(
    (entry) => entry.kind !== 'case-state' || !TOLD_ELSEWHERE.includes(entry.state),
  );
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{TIMELINE_TITLE}</h2>
      <ol class="record-timeline">
        {shown.map((entry, index) => (
          <li key={`${entry.kind}-${index}`}>
            <p class="record-entry-title">{titleOf(entry)}</p>
            <p class="ui-hint">
              <time dateTime={entry.at}>{dayAndTime(entry.at)}</time>
            </p>
            {entry.waiting ? <StateMark state="waiting" /> : null}
            {bodyOf(entry, content)}
          </li>
        ))}
      </ol>
    </section>
  );
}

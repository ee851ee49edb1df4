// 「事務局からの指示」 with its count: not seen before seen, older before newer; the first ones as links to their record.
import {
  countOf,
  FROM_OFFICE,
  moreInstructions,
  NO_INSTRUCTION,
  NOT_SEEN_YET,
  STARTED,
} from '../../i18n/ja/home';
import { dayAndTime } from '../../i18n/ja/time';
import type { OpenInstruction } from '../../services';

/** more than this would push the big button's neighbours off a small screen */
const SHOWN = 2;

/** Not seen ones first; within each, as they came. */
export function inOrderOfNeed(open: readonly OpenInstruction[]): OpenInstruction[] {
  return [...open.filter((one) => one.seenAt === null), ...open.filter((one) => one.seenAt !== null)];
}

export function InstructionList({ open }: { open: readonly OpenInstruction[] }) {
  const first = inOrderOfNeed(open).slice(0, SHOWN);
  return (
    <section class={open.length > 0 ? 'home-card home-asked' : 'home-quiet'} aria-labelledby="home-asked">
      <h2 id="home-asked">
        {FROM_OFFICE} <span class="home-count">{countOf(open.length)}</span>
      </h2>
      {open.length === 0 ? <p>{NO_INSTRUCTION}</p> : null}
      {first.length > 0 ? (
        <ul class="home-list">
          {first.map((one) => (
            <li key={one.id}>
              <a class="home-row" href={`/sightings/${one.recordId}`}>
                <span class="home-text">{firstLine(one.instruction.text)}</span>
                <span class="home-when">
                  {dayAndTime(one.instruction.sentAt)}
                  {one.seenAt === null ? <b> {NOT_SEEN_YET}</b> : null}
                  {one.startedAt !== null ? ` ${STARTED}` : null}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {open.length > SHOWN ? (
        <a class="home-more" href="/sightings">
          {moreInstructions(open.length - SHOWN)}
        </a>
      ) : null}
    </section>
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

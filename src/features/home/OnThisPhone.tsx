// What has not left this phone: drafts to go on with, what waits for a signal, what was refused. Nothing there, nothing shown.
import * as words from '../../i18n/ja/home';
import { dayAndTime } from '../../i18n/ja/time';
import type { ContentService, RecordSummary } from '../../services';
import { recordTitle } from './record-title';

interface Props {
  /** newest first */
  records: readonly RecordSummary[];
  content: ContentService;
  /** what must happen before something that waits goes */
  waitsFor: string;
}

const DRAFTS_SHOWN = 1;

export function OnThisPhone({ records, content, waitsFor }: Props) {
  const drafts = records.filter((record) => record.state.status === 'draft');
  const refused = records.filter((record) => record.state.status === 'refused').length;
  const waiting = records.filter(
    (record) => record.state.status === 'waiting' || record.state.status === 'sending',
  ).length;
  if (drafts.length + refused + waiting === 0) return null;
  return (
    <section class="home-card" aria-labelledby="home-waiting">
      <h2 id="home-waiting">{words.ON_THIS_PHONE}</h2>
      <ul class="home-list">
        {refused > 0 ? (
          <li>
            <a class="home-row home-refused" href="/sightings">
              <span class="home-text">{words.notSent(refused)}</span>
              <span class="home-when">{words.NOT_SENT_WHY}</span>
            </a>
          </li>
        ) : null}
        {waiting > 0 ? (
          <li>
            <a class="home-row" href="/sightings">
              <span class="home-text">{words.waitingToSend(waiting)}</span>
              <span class="home-when">{waitsFor}</span>
            </a>
          </li>
        ) : null}
        {drafts.slice(0, DRAFTS_SHOWN).map((draft) => (
          <li key={draft.id}>
            <a class="home-row" href={`/sightings/new?draft=${draft.id}`}>
              <span class="home-text">
                {words.GO_ON_WRITING}: {recordTitle(draft, content)}
              </span>
              <span class="home-when">{words.writtenAt(dayAndTime(savedAt(draft)))}</span>
            </a>
          </li>
        ))}
      </ul>
      {drafts.length > DRAFTS_SHOWN ? (
        <a class="home-more" href="/sightings">
          {words.moreDrafts(drafts.length - DRAFTS_SHOWN)}
        </a>
      ) : null}
    </section>
  );
}

function savedAt(draft: RecordSummary): string {
  return draft.state.status === 'draft' ? draft.state.savedAt : draft.writtenAt;
}

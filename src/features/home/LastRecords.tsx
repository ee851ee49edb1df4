// The last records that were sent off, each with the word of state: what one wrote is still there, and where it stands.
import { ALL_RECORDS, LAST_RECORDS, NO_RECORDS } from '../../i18n/ja/home';
import { receiptNumber } from '../../i18n/ja/state-words';
import { dayAndTime } from '../../i18n/ja/time';
import type { ContentService, RecordSummary, StorageService } from '../../services';
import { StateMark } from '../../ui/StateMark';
import { WhereKept } from '../../ui/WhereKept';
import { recordTitle } from './record-title';

const SHOWN = 3;

interface Props {
  /** newest first */
  records: readonly RecordSummary[];
  content: ContentService;
  storage: StorageService;
}

export function LastRecords({ records, content, storage }: Props) {
  const last = records.filter((record) => record.state.status !== 'draft').slice(0, SHOWN);
  if (records.length === 0)
    return (
      <WhereKept watch={storage.watch}>
        <p class="home-quiet">{NO_RECORDS}</p>
      </WhereKept>
    );
  if (last.length === 0) return null;
  return (
    <section class="home-quiet" aria-labelledby="home-last">
      <h2 id="home-last">{LAST_RECORDS}</h2>
      <ul class="home-list">
        {last.map((record) => (
          <li key={record.id}>
            <a class="home-row" href={`/sightings/${record.id}`}>
              <span class="home-text">{recordTitle(record, content)}</span>
              <span class="home-when">
                {dayAndTime(record.writtenAt)}{' '}
                {record.receiptNo === null ? null : (
                  <span class="home-receipt">{receiptNumber(record.receiptNo)}</span>
                )}
              </span>
              <StateMark state={record.state.status} />
            </a>
          </li>
        ))}
      </ul>
      <a class="home-more" href="/sightings">
        {ALL_RECORDS}
      </a>
    </section>
  );
}

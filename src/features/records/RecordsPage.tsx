// 「記録」: every draft and record of this phone, newest first, live; search and filter; what can be done while waiting.
import { useState } from 'preact/hooks';
import {
  FILTER_LEGEND,
  FILTER_WORDS,
  RECORDS_EMPTY,
  RECORDS_EMPTY_HINT,
  RECORDS_SEARCH,
  RECORDS_SEARCH_HINT,
  RECORDS_TITLE,
  recordsFound,
  WRITE,
} from '../../i18n/ja/records';
import type { Services } from '../../services';
import { ButtonLink } from '../../ui/Button';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import '../../ui/components.css';
import { Disclosure } from '../../ui/Disclosure';
import { TextField } from '../../ui/TextField';
import { useWatch } from '../../ui/use-watch';
import { WhereKept } from '../../ui/WhereKept';
import { filterRecords, FILTERS, type RecordFilter } from './record-filter';
import { searchText } from './record-words';
import { RecordCard } from './RecordCard';
import './records.css';

export interface RecordsPageProps {
  services: Services;
  now: () => Date;
}

export default function RecordsPage({ services, now }: RecordsPageProps) {
  const records = useWatch(services.records.watchAll)?.value ?? null;
  const delivery = useWatch(services.delivery.watch);
  const [filter, setFilter] = useState<RecordFilter>('all');
  const [query, setQuery] = useState('');
  const [searching, setSearching] = useState(false);
  const shown =
    records === null
      ? []
      : filterRecords(records, filter, query, (record) => searchText(record, services.content));
  const narrowed = filter !== 'all' || query.trim() !== '';

  return (
    <div class="records">
      <h1 tabIndex={-1}>{RECORDS_TITLE}</h1>
      {records !== null && records.length === 0 ? (
        <WhereKept watch={services.storage.watch}>
          <div class="records-empty">
            <p class="records-empty-title">{RECORDS_EMPTY}</p>
            <p>{RECORDS_EMPTY_HINT}</p>
            <ButtonLink primary href="/sightings/new">
              {WRITE}
            </ButtonLink>
          </div>
        </WhereKept>
      ) : null}
      {records !== null && records.length > 0 ? (
        <>
          <Disclosure id="records-search" label={RECORDS_SEARCH} open={searching} onToggle={setSearching}>
            <TextField
              id="records-query"
              type="search"
              label={RECORDS_SEARCH}
              hint={RECORDS_SEARCH_HINT}
              value={query}
              onWrite={setQuery}
            />
            <ChoiceTiles
              kind="radio"
              name="records-filter"
              legend={FILTER_LEGEND}
              short
              choices={FILTERS.map((value) => ({ value, label: FILTER_WORDS[value] }))}
              chosen={[filter]}
              onChoose={setFilter}
            />
          </Disclosure>
          <p role="status" class="ui-hint">
            {narrowed ? recordsFound(shown.length) : ''}
          </p>
          <ul class="records-list">
            {shown.map((record) => (
              <RecordCard
                key={record.id}
                record={record}
                services={services}
                delivery={delivery?.value.status}
                now={now()}
              />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

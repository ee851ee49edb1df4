// Which records the list shows: by where they stand, and by words. Pure.
import { foldForSearch, queryWords } from '../../domain/search-text';
import type { RecordStatus, RecordSummary } from '../../services';

export const FILTERS = ['all', 'draft', 'waiting', 'open', 'done'] as const;
export type RecordFilter = (typeof FILTERS)[number];

const SHOWN: Record<Exclude<RecordFilter, 'all'>, readonly RecordStatus['status'][]> = {
  draft: ['draft'],
  waiting: ['waiting', 'sending', 'refused'],
  open: ['instructed', 'refused'],
  done: ['done', 'withdrawn'],
};

/** @param textOf every word of a record that a member may search for */
export function filterRecords(
  records: readonly RecordSummary[],
  filter: RecordFilter,
  query: string,
  textOf: (record: RecordSummary) => string,
): RecordSummary[] {
  const words = queryWords(query);
  return records.filter((record) => {
    if (filter !== 'all' && !SHOWN[filter].includes(record.state.status)) return false;
    const text = foldForSearch(textOf(record));
    return words.every((word) => text.includes(word));
  });
}

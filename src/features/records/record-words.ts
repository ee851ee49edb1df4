// A record in words: place and signs from the codes. Pure; words come from the content.
import { moreSigns, NO_SIGNS_YET } from '../../i18n/ja/records';
import type { ContentService, RecordSummary } from '../../services';

export const placeOf = (record: RecordSummary, content: ContentService): string =>
  record.place === null ? '' : content.words().PLACE_WORDS[record.place];

export const signLabels = (record: RecordSummary, content: ContentService): string[] =>
  record.signs.map((id) => content.sign(id)?.label ?? id);

/** The first sign, and how many more. */
export function signLine(record: RecordSummary, content: ContentService): string {
  const [first, ...rest] = signLabels(record, content);
  if (first === undefined)
    return record.state.status === 'draft' ? NO_SIGNS_YET : content.words().FIELD_WORDS.otherSign.label;
  return rest.length === 0 ? first : `${first} ${moreSigns(rest.length)}`;
}

/** Everything a member may search for. */
export const searchText = (record: RecordSummary, content: ContentService): string =>
  [placeOf(record, content), ...signLabels(record, content), record.receiptNo ?? ''].join(' ');

// One line for a record: where, and the first sign. Words of codes come from the content pack.
import { alsoSigns, DRAFT_WITHOUT_SIGN, RECORD_WITHOUT_SIGN } from '../../i18n/ja/home';
import type { ContentService, RecordSummary } from '../../services';

export function recordTitle(record: RecordSummary, content: ContentService): string {
  const [first, ...others] = record.signs;
  const place = record.place ? content.words().PLACE_WORDS[record.place] : null;
  const sign = first === undefined ? null : (content.sign(first)?.label ?? null);
  const more = sign !== null && others.length > 0 ? alsoSigns(others.length) : null;
  const nothing = record.state.status === 'draft' ? DRAFT_WITHOUT_SIGN : RECORD_WITHOUT_SIGN;
  return [place, sign ?? nothing, more].filter((part) => part !== null).join('・');
}

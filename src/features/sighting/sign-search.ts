// Finds signs of all places by the words of their label, phrase, note and suspected troubles. Pure.
import type { SignEntry, TroubleType } from '../../domain/flow-sheet';
import { foldForSearch, queryWords } from '../../domain/search-text';
import { readingsIn } from '../../i18n/ja/readings';

/**
 * Signs that contain every word of the query, in the order of the pack; empty for an empty query.
 * @param troubleWords words of the suspected troubles
 */
export function findSigns(
  signs: readonly SignEntry[],
  query: string,
  troubleWords: Record<TroubleType, string>,
): SignEntry[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return signs.filter((sign) => {
    const text = [sign.label, sign.phrase, sign.note, ...sign.troubleTypes.map((type) => troubleWords[type])];
    const haystack = [...text, ...readingsIn(text.join(' '))].map(foldForSearch).join('\n');
    return words.every((word) => haystack.includes(word));
  });
}

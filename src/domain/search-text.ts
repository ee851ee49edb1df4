// Makes two ways of writing the same word equal, for search on the phone. Pure; never changes what is stored or shown.

const KATAKANA = /[\u30a1-\u30f6]/g;
const KATAKANA_TO_HIRAGANA = 0x60;

/** NFKC, lower case, katakana as hiragana, without spaces, dots, brackets and long-vowel marks. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(/[\s、。・「」『』()[\]ー\-!?,.~〜]/g, '');
}

/** The words of a query, folded; text matches when it contains every one of them. */
export function queryWords(query: string): string[] {
  return query
    .normalize('NFKC')
    .split(/\s+/)
    .map(foldForSearch)
    .filter((word) => word !== '');
}

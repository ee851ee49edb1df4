// Search over encrypted words: for each case the keyed digests (HMAC-SHA256) of the two-letter pieces of its texts.
// Without the server's secret the table says only how many different pieces a case has. Finds candidates; the caller
// compares the opened words, because pieces may be there without the word.
import { createHmac } from 'node:crypto';
import { foldForSearch, queryWords } from '../../src/domain/search-text';
import type { Db, Writing } from './ports';

/** 12 bytes: a chance hit among a million pieces costs one needless comparison. */
const DIGEST_BYTES = 12;
const MOST_PIECES_OF_A_QUERY = 40;

/** The two-letter pieces of a text, folded. */
function piecesOf(folded: string): string[] {
  const letters = [...folded];
  return [...new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))];
}

function digestOf(key: Buffer, networkId: string, piece: string): string {
  return createHmac('sha256', key)
    .update(`${networkId}\n${piece}`)
    .digest()
    .subarray(0, DIGEST_BYTES)
    .toString('base64url');
}

/** Adds a text of a case; part of the transaction that stores the text. */
export async function addToIndex(
  { db, networkId, searchKey }: Writing,
  recordId: string,
  text: string,
): Promise<void> {
  const pieces = piecesOf(foldForSearch(text));
  if (pieces.length === 0) return;
  await db
    .insertInto('search_pieces')
    .values(
      pieces.map((piece) => ({
        network_id: networkId,
        record_id: recordId,
        piece: digestOf(searchKey, networkId, piece),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Cases whose texts hold every word of the query. A word of one letter finds nothing here. */
export async function findInTexts(
  db: Db,
  searchKey: Buffer,
  networkId: string,
  query: string,
): Promise<string[]> {
  const words = queryWords(query);
  const pieces = words.flatMap(piecesOf).slice(0, MOST_PIECES_OF_A_QUERY);
  if (pieces.length === 0 || words.some((word) => [...word].length < 2)) return [];
  const digests = [...new Set(pieces.map((piece) => digestOf(searchKey, networkId, piece)))];
  const candidates = await db
    .selectFrom('search_pieces')
    .select('record_id')
    .where('network_id', '=', networkId)
    .where('piece', 'in', digests)
    .groupBy('record_id')
    .having((eb) => eb(eb.fn.countAll<number>(), '=', digests.length))
    .execute();
  const found: string[] = [];
  for (const { record_id } of candidates) {
    const folded = foldForSearch((await textsOf(db, networkId, record_id)).join('\n'));
    if (words.every((word) => folded.includes(word))) found.push(record_id);
  }
  return found;
}

/** What people wrote in a case, opened. */
async function textsOf(db: Db, networkId: string, recordId: string): Promise<string[]> {
  const record = await db
    .selectFrom('cases')
    .select('sighting_text')
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  const events = await db
    .selectFrom('case_events')
    .select('text')
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .where('text', 'is not', null)
    .execute();
  const words = JSON.parse(record?.sighting_text ?? '{}') as Record<string, string>;
  return [...Object.values(words), ...events.map(({ text }) => text ?? '')];
}

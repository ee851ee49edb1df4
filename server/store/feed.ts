// The feed that phones pull: one rising sequence per network, given out under the lock of the network's row, so that a
// number is never visible before every smaller one is (law 8). Rows are for one member, or for all (member null).
import { sql } from 'kysely';
import type { Change, ChangeBody, ChangeKind } from '../../src/domain/sync-protocol';
import type { Db, Writing } from './ports';

/** Most changes in one reply. */
export const CHANGES_MAX = 200;

/** @param subjectId the record (receipt, case-state), or the thing itself */
export async function writeFeed<K extends ChangeKind>(
  { db, networkId }: Writing,
  memberId: string | null,
  kind: K,
  subjectId: string,
  body: ChangeBody<K>,
): Promise<void> {
  const { feed_seq: seq } = await db
    .updateTable('networks')
    .set((eb) => ({ feed_seq: eb('feed_seq', '+', 1) }))
    .where('id', '=', networkId)
    .returning('feed_seq')
    .executeTakeFirstOrThrow();
  const last = await db
    .selectFrom('feed')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('network_id', '=', networkId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  await db
    .insertInto('feed')
    .values({
      network_id: networkId,
      seq,
      member_id: memberId,
      kind,
      subject_id: subjectId,
      version: (last?.version ?? 0) + 1,
      body: JSON.stringify(body),
    })
    .execute();
}

export interface Pulled {
  changes: Change[];
  cursor: string;
  more: boolean;
}

/** What this member has not seen yet. @param cursor where the last pull ended; null, or one this database never gave, is the beginning */
export async function readFeed(
  db: Db,
  networkId: string,
  memberId: string,
  cursor: string | null,
): Promise<Pulled> {
  // The end first: every row up to it is committed and visible by now, later ones are left for the next pull.
  const { feed_seq: end } = await db
    .selectFrom('networks')
    .select('feed_seq')
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow();
  const asked = cursor === null ? 0 : Number(cursor);
  const from = asked > end ? 0 : asked;
  const rows = await db
    .selectFrom('feed')
    .select(['seq', 'kind', 'subject_id', 'version', 'body'])
    .where('network_id', '=', networkId)
    .where('seq', '>', from)
    .where('seq', '<=', end)
    .where((eb) => eb.or([eb('member_id', '=', memberId), eb('member_id', 'is', null)]))
    .orderBy('seq')
    .limit(CHANGES_MAX + 1)
    .execute();
  const more = rows.length > CHANGES_MAX;
  const sent = more ? rows.slice(0, CHANGES_MAX) : rows;
  return {
    changes: sent.map((row) => ({
      seq: row.seq,
      kind: row.kind,
      id: row.subject_id,
      version: row.version,
      body: JSON.parse(row.body) as unknown,
    })),
    cursor: String(more ? sent[sent.length - 1]!.seq : end),
    more,
  };
}

/** The next number of its kind in this year, without gaps: given back when the transaction is undone. */
export async function nextNumber(
  { db, networkId }: Writing,
  kind: 'receipt' | 'request' | 'arrival',
  year: number,
): Promise<number> {
  const { value } = await db
    .insertInto('counters')
    .values({ network_id: networkId, kind, year, value: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['network_id', 'kind', 'year'])
        .doUpdateSet({ value: sql<number>`counters.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

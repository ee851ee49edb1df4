// Sealed bodies: whether an operation is opened yet and in which order they came; the words of a case apart from its
// codes, encrypted; the search index. What was there in plain is encrypted and indexed here, without loss.
import { sql, type Kysely } from 'kysely';
import { addToIndex } from '../search-index';
import type { Writing } from '../ports';
import type { StoreSchema } from '../schema';

export async function sealingColumns(step: Kysely<unknown>, searchKey: Buffer): Promise<void> {
  const add = (table: string, column: string, type: 'text' | 'bigint', given?: string | number) =>
    step.schema
      .alterTable(table)
      .addColumn(column, sql.raw(type), (made) =>
        given === undefined ? made : made.notNull().defaultTo(given),
      )
      .execute();
  await add('operations', 'sealed', 'bigint', 0);
  await add('operations', 'opening', 'text', 'plain');
  await add('operations', 'arrival', 'bigint', 0);
  await add('operations', 'refused_reason', 'text');
  await step.schema
    .createIndex('operations_by_opening')
    .on('operations')
    .columns(['network_id', 'opening', 'arrival'])
    .execute();
  await add('cases', 'contents', 'text', 'opened');
  await add('cases', 'sighting_text', 'text');
  await add('cases', 'unreadable_reason', 'text');
  await step.schema
    .createTable('search_pieces')
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('record_id', 'text', (column) => column.notNull().references('cases.record_id'))
    .addColumn('piece', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pk_search_pieces', ['network_id', 'piece', 'record_id'])
    .execute();
  await encryptWhatIsThere(step, searchKey);
}

/** The database encrypts on writing (encrypted-columns.ts): reading and writing back is enough. */
async function encryptWhatIsThere(db: Kysely<StoreSchema>, searchKey: Buffer): Promise<void> {
  const index = (networkId: string, recordId: string, text: string) =>
    addToIndex({ db, networkId, searchKey } as unknown as Writing, recordId, text);
  for (const row of await db
    .selectFrom('cases')
    .select(['record_id', 'network_id', 'sighting', 'feedback'])
    .execute()) {
    const { otherSign, freeText, ...codes } = JSON.parse(row.sighting) as Record<string, unknown>;
    const words = { otherSign, freeText };
    await db
      .updateTable('cases')
      .set({ sighting: JSON.stringify(codes), sighting_text: JSON.stringify(words), feedback: row.feedback })
      .where('record_id', '=', row.record_id)
      .execute();
    for (const text of [otherSign, freeText])
      if (typeof text === 'string') await index(row.network_id, row.record_id, text);
  }
  for (const row of await db
    .selectFrom('case_events')
    .select(['id', 'network_id', 'record_id', 'text'])
    .execute()) {
    if (row.text === null) continue;
    await db.updateTable('case_events').set({ text: row.text }).where('id', '=', row.id).execute();
    await index(row.network_id, row.record_id, row.text);
  }
  for (const row of await db.selectFrom('instructions').select(['id', 'body']).execute())
    await db.updateTable('instructions').set({ body: row.body }).where('id', '=', row.id).execute();
  for (const row of await db.selectFrom('feed').select(['network_id', 'seq', 'body']).execute())
    await db
      .updateTable('feed')
      .set({ body: row.body })
      .where('network_id', '=', row.network_id)
      .where('seq', '=', row.seq)
      .execute();
}

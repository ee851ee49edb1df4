// A database from before sealing: what was there in plain is encrypted and found again, and nothing is lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { encryptedColumns } from '../../server/store/encrypted-columns';
import { firstSchema } from '../../server/store/migrations/first-schema';
import { sealingColumns } from '../../server/store/migrations/sealing';
import { readCase } from '../../server/store/cases';
import { openSqlite } from '../../server/store/sqlite';
import { findInTexts } from '../../server/store/search-index';
import { aSighting, testId } from '../support/sightings';

const AT = '2026-11-24T00:00:00.000Z';

test('words of before are encrypted and searchable, codes stay as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-before-'));
  const bare = openSqlite(folder).db;
  await firstSchema(bare as Kysely<unknown>, 'sqlite', 'epoch-of-a-test');
  const [network, organisation, member, record] = [testId(), testId(), testId(), testId()];
  const insert = (table: string, row: Record<string, unknown>) =>
    bare
      .insertInto(table as 'cases')
      .values(row as never)
      .execute();
  await insert('networks', { id: network, name: '試し', profile: '{}', feed_seq: 0, created_at: AT });
  await insert('organisations', {
    id: organisation,
    network_id: network,
    kind: 'member',
    name: '生協',
    created_at: AT,
  });
  await insert('members', { id: member, network_id: network, organisation_id: organisation, kind: 'member', display_name: '見本', job_kind: 'outside_work', created_at: AT }); // prettier-ignore
  const sighting = aSighting({ freeText: '白い軽トラック', otherSign: '屋根の話' });
  await insert('cases', { record_id: record, network_id: network, member_id: member, receipt_no: 'T-2026-0001', state: 'closed', urgency_rank: 0, sighting: JSON.stringify(sighting), marked: 0, version: 3, received_at: AT, changed_at: AT, feedback: JSON.stringify({ recordId: record, outcome: 'consulted', text: 'ありがとう', sentAt: AT }) }); // prettier-ignore
  await insert('case_events', { id: testId(), network_id: network, record_id: record, place: 1, at: AT, actor: 'secretariat', kind: 'note', text: '電話した' }); // prettier-ignore
  await insert('feed', {
    network_id: network,
    seq: 1,
    kind: 'feedback',
    subject_id: record,
    version: 1,
    body: '{"text":"ありがとう"}',
  });

  const [key, searchKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const db = bare.withPlugin(encryptedColumns(key));
  await sealingColumns(db as unknown as Kysely<unknown>, searchKey);

  const plain = JSON.stringify([
    await bare.selectFrom('cases').selectAll().execute(),
    await bare.selectFrom('case_events').selectAll().execute(),
    await bare.selectFrom('feed').selectAll().execute(),
  ]);
  for (const words of ['軽トラック', '屋根', 'ありがとう', '電話した']) expect(plain).not.toContain(words);
  expect(plain).toContain('OUT-03');
  const read = await readCase(db, network, record);
  expect(read).toMatchObject({ sighting, contents: 'opened', feedback: { text: 'ありがとう' }, version: 3 });
  for (const words of ['軽トラ', '電話'])
    expect(await findInTexts(db, searchKey, network, words)).toEqual([record]);
  expect(await findInTexts(db, Buffer.alloc(32, 3), network, '軽トラ')).toEqual([]);
  await db.destroy();
  rmSync(folder, { recursive: true });
});

// Deleting what is over its time, in every table that holds a part of it. What stays: counts, audit rows (ids only), and the hash
// of each operation, so that a phone that offers it again hears "duplicate" and the report does not come back.
import type { CaseState } from '../../src/domain/case-state';
import type { Db, Writing } from './ports';
import type { PurgesTable } from './schema';

const ENDED: CaseState[] = ['closed', 'merged', 'withdrawn'];

export interface EndedCase {
  recordId: string;
  /** when it ended the last time, ISO */
  endedAt: string;
  reportIds: string[];
}

/** Cases that have ended and are not open again. */
export async function endedCases(db: Db, networkId: string): Promise<EndedCase[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('case_events', 'case_events.record_id', 'cases.record_id')
    .select(['cases.record_id', (eb) => eb.fn.max('case_events.at').as('ended_at')])
    .where('cases.network_id', '=', networkId)
    .where('cases.state', 'in', ENDED)
    .whereRef('case_events.state', '=', 'cases.state')
    .groupBy('cases.record_id')
    .execute();
  const reports = await db
    .selectFrom('personal_reports')
    .select(['id', 'record_id'])
    .where('network_id', '=', networkId)
    .execute();
  return rows.map(({ record_id, ended_at }) => ({
    recordId: record_id,
    endedAt: ended_at,
    reportIds: reports.filter((report) => report.record_id === record_id).map(({ id }) => id),
  }));
}

/** Reports that were never taken, whose sealed body is still kept. */
export async function refusedReports(db: Db, networkId: string, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('operations')
    .select('id')
    .where('network_id', '=', networkId)
    .where('kind', '=', 'personal-report.submit')
    .where('opening', '=', 'refused')
    .where('body', '!=', '')
    .where('received_at', '<=', before)
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteReports({ db, networkId }: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('personal_reports')
    .where('network_id', '=', networkId)
    .where('id', 'in', ids)
    .execute();
  // The reasons of the officers who looked may name somebody; that they looked stays in the audit.
  await db
    .deleteFrom('personal_report_views')
    .where('network_id', '=', networkId)
    .where('report_id', 'in', ids)
    .execute();
  await emptyOperations({ db, networkId }, ids);
}

async function emptyOperations(
  { db, networkId }: Pick<Writing, 'db' | 'networkId'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('operations')
    .set({ body: '' })
    .where('network_id', '=', networkId)
    .where('id', 'in', ids)
    .execute();
  await db
    .deleteFrom('operation_conflicts')
    .where('network_id', '=', networkId)
    .where('operation_id', 'in', ids)
    .execute();
}

/** A case with everything that hangs on it. */
export async function deleteCase(writing: Writing, recordId: string): Promise<void> {
  const { db, networkId } = writing;
  const idsOf = async (table: 'operations' | 'instructions' | 'personal_reports') =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .where('network_id', '=', networkId)
        .where('record_id', '=', recordId)
        .execute()
    ).map(({ id }) => id);
  await deleteReports(writing, await idsOf('personal_reports'));
  await emptyOperations(writing, await idsOf('operations'));
  await deletePhotos(writing, recordId);
  await db
    .deleteFrom('feed')
    .where('network_id', '=', networkId)
    .where('subject_id', 'in', [recordId, ...(await idsOf('instructions'))])
    .execute();
  for (const table of ['search_pieces', 'desk_requests', 'instructions', 'case_events', 'cases'] as const)
    await db
      .deleteFrom(table)
      .where('network_id', '=', networkId)
      .where('record_id', '=', recordId)
      .execute();
}

/** Photos that no other case names. */
async function deletePhotos({ db, networkId }: Writing, recordId: string): Promise<void> {
  const named = await db
    .selectFrom('case_photos')
    .select(['member_id', 'sha256'])
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .execute();
  await db
    .deleteFrom('case_photos')
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .execute();
  for (const { member_id, sha256 } of named) {
    const still = await db
      .selectFrom('case_photos')
      .select('record_id')
      .where('network_id', '=', networkId)
      .where('member_id', '=', member_id)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (still !== undefined) continue;
    for (const table of ['photo_parts', 'photos'] as const)
      await db
        .deleteFrom(table)
        .where('network_id', '=', networkId)
        .where('member_id', '=', member_id)
        .where('sha256', '=', sha256)
        .execute();
  }
}

/** @returns the id of the count, for its audit row */
export async function countPurge(
  { db, networkId, at, newId }: Writing,
  kind: PurgesTable['kind'],
  count: number,
): Promise<string> {
  const id = newId();
  await db.insertInto('purges').values({ id, network_id: networkId, at, kind, count }).execute();
  return id;
}

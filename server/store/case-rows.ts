// Reading cases for the desk: the rows of 「受付箱」 and the events of one case. Reads only.
import * as z from 'zod/mini';
import { sql } from 'kysely';
import type { CaseState } from '../../src/domain/case-state';
import { caseEventSchema, type CaseEvent, type CaseRow } from '../../src/domain/desk-contract';
import { URGENCIES, type Urgency } from '../../src/domain/flow-sheet';
import { readSighting } from './cases';
import { findInTexts } from './search-index';
import type { Db, Store } from './ports';

/** Most rows of one list; beyond it the filters help. */
export const CASE_ROWS_MAX = 500;

export interface CaseFilter {
  recordId?: string | undefined;
  state?: CaseState | undefined;
  urgency?: Urgency | undefined;
  /** looked for in the receipt number, the organisation, the answers and what was written */
  text?: string | undefined;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Ended ones last; before that urgent first, then what waits for an answer, oldest first. */
export async function listCaseRows(
  { db, searchKey }: Pick<Store, 'db' | 'searchKey'>,
  networkId: string,
  filter: CaseFilter,
): Promise<CaseRow[]> {
  let query = db
    .selectFrom('cases')
    .innerJoin('members', 'members.id', 'cases.member_id')
    .innerJoin('organisations', 'organisations.id', 'members.organisation_id')
    .leftJoin('officers', 'officers.id', 'cases.assignee_id')
    .selectAll('cases')
    .select([
      'organisations.name as organisation',
      'officers.name as officer_name',
      'officers.display_name as officer_display_name',
    ])
    .where('cases.network_id', '=', networkId);
  if (filter.recordId !== undefined) query = query.where('cases.record_id', '=', filter.recordId);
  if (filter.state !== undefined) query = query.where('cases.state', '=', filter.state);
  if (filter.urgency !== undefined)
    query = query.where('cases.urgency_rank', '=', URGENCIES.indexOf(filter.urgency));
  if (filter.text !== undefined) {
    const like = `%${escapeLike(filter.text)}%`;
    const receipt = `%${escapeLike(filter.text.toUpperCase())}%`;
    const inTexts = await findInTexts(db, searchKey, networkId, filter.text);
    const matches = sql<boolean>`(cases.receipt_no like ${receipt} escape '\\' or organisations.name like ${like} escape '\\' or cases.sighting like ${like} escape '\\')`;
    query = query.where((eb) =>
      inTexts.length === 0 ? matches : eb.or([matches, eb('cases.record_id', 'in', inTexts)]),
    );
  }
  const rows = await query
    .orderBy(sql`case when cases.state in ('closed', 'merged', 'withdrawn') then 1 else 0 end`)
    .orderBy('cases.urgency_rank')
    .orderBy(sql`case when cases.state in ('received', 'reviewing') then 0 else 1 end`)
    .orderBy('cases.received_at')
    .orderBy('cases.receipt_no')
    .limit(CASE_ROWS_MAX)
    .execute();
  const complete = await completePhotos(db, networkId, rows.map((row) => row.record_id)); // prettier-ignore
  return rows.map((row) => {
    const sighting = row.contents === 'opened' ? readSighting(row) : null;
    return {
      recordId: row.record_id,
      receiptNo: row.receipt_no,
      state: row.state,
      urgency: sighting?.urgency ?? 'high',
      place: sighting?.place ?? 'other',
      signs: sighting?.signs ?? [],
      troubleTypes: sighting?.troubleTypes ?? [],
      organisation: row.organisation,
      receivedAt: row.received_at,
      changedAt: row.changed_at,
      assignee:
        row.assignee_id === null
          ? null
          : {
              id: row.assignee_id,
              name: row.officer_name ?? '',
              displayName: row.officer_display_name ?? '',
            },
      photos: { expected: sighting?.photos.length ?? 0, complete: complete.get(row.record_id) ?? 0 },
      marked: row.marked === 1,
      contents: row.contents,
      unreadable: row.unreadable_reason,
      version: row.version,
    };
  });
}

async function completePhotos(db: Db, networkId: string, recordIds: string[]): Promise<Map<string, number>> {
  if (recordIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_photos')
    .innerJoin('photos', (join) =>
      join
        .onRef('photos.network_id', '=', 'case_photos.network_id')
        .onRef('photos.member_id', '=', 'case_photos.member_id')
        .onRef('photos.sha256', '=', 'case_photos.sha256'),
    )
    .select(['case_photos.record_id', (eb) => eb.fn.sum<number>('photos.complete').as('complete')])
    .where('case_photos.network_id', '=', networkId)
    .where('case_photos.record_id', 'in', recordIds)
    .groupBy('case_photos.record_id')
    .execute();
  return new Map(rows.map((row) => [row.record_id, Number(row.complete)]));
}

/** How many cases the network has in each state, whatever the list is filtered by. */
export async function countCases(db: Db, networkId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('cases')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('network_id', '=', networkId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
}

/** oldest first */
export async function listCaseEvents(db: Db, networkId: string, recordId: string): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('case_events')
    .leftJoin('officers', 'officers.id', 'case_events.officer_id')
    .selectAll('case_events')
    .select('officers.display_name as officer')
    .where('case_events.network_id', '=', networkId)
    .where('case_events.record_id', '=', recordId)
    .orderBy('place')
    .execute();
  return rows.map((row) =>
    z.parse(caseEventSchema, {
      at: row.at,
      by: row.actor,
      officer: row.officer,
      kind: row.kind,
      ...(row.state === null ? {} : { state: row.state }),
      ...(row.instruction_id === null ? {} : { instructionId: row.instruction_id }),
      ...(row.text === null ? {} : { text: row.text }),
      ...(row.done === null ? {} : { done: JSON.parse(row.done) as unknown }),
    }),
  );
}

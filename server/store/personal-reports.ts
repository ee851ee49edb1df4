// 個人情報を含む報告 at rest: the sealed bytes as the phone sent them, in a table of their own. Nothing here opens them; lists and
// search never touch this table. Who looked, when and why is kept beside it.
import type { ReportSummary, ReportView } from '../../src/domain/desk-contract';
import type { PersonalReport } from '../../src/domain/personal-report';
import { Refused } from '../refused';
import type { Db, Writing } from './ports';

/** Moves the sealed body of an operation into the table: there is one copy, and the purge knows where. */
export async function keepReport(
  { db, networkId, at }: Writing,
  operationId: string,
  memberId: string,
  report: PersonalReport,
): Promise<void> {
  const { body } = await db
    .selectFrom('operations')
    .select('body')
    .where('network_id', '=', networkId)
    .where('id', '=', operationId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('personal_reports')
    .values({
      id: operationId,
      network_id: networkId,
      record_id: report.recordId,
      member_id: memberId,
      request_no: report.request?.no ?? null,
      basis: report.basis,
      approval_later: report.companyApproval === 'later' ? 1 : 0,
      sealed: body,
      received_at: at,
    })
    .execute();
  // Its hash stays, so that the same bytes are still known as a duplicate.
  await db
    .updateTable('operations')
    .set({ body: '' })
    .where('network_id', '=', networkId)
    .where('id', '=', operationId)
    .execute();
}

/** What the case shows without opening: never a word of the contents. */
export async function listReports(db: Db, networkId: string, recordId: string): Promise<ReportSummary[]> {
  const rows = await db
    .selectFrom('personal_reports')
    .select(['id', 'received_at', 'basis', 'request_no', 'approval_later'])
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .orderBy('received_at')
    .execute();
  const views = await db
    .selectFrom('personal_report_views')
    .select(['report_id', (eb) => eb.fn.countAll<number>().as('views')])
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .groupBy('report_id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    receivedAt: row.received_at,
    basis: row.basis,
    requestNo: row.request_no,
    approvalLater: row.approval_later === 1,
    views: Number(views.find((view) => view.report_id === row.id)?.views ?? 0),
  }));
}

/** @throws Refused not-found when this case of this network has no such report */
export async function readSealedReport(
  db: Db,
  networkId: string,
  recordId: string,
  id: string,
): Promise<string> {
  const row = await db
    .selectFrom('personal_reports')
    .select('sealed')
    .where('network_id', '=', networkId)
    .where('record_id', '=', recordId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Refused('not-found');
  return row.sealed;
}

/** @returns the id of the view, for the audit row */
export async function logView(
  { db, networkId, at, newId }: Writing,
  view: { reportId: string; recordId: string; officerId: string } & ReportView,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('personal_report_views')
    .values({
      id,
      network_id: networkId,
      report_id: view.reportId,
      record_id: view.recordId,
      officer_id: view.officerId,
      at,
      purpose: view.purpose,
      reason: view.reason,
    })
    .execute();
  return id;
}

// Personal reports apart from everything else, still sealed; who looked at them and why; and how many were purged.
import { sql, type Kysely } from 'kysely';

export async function personalReportTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('personal_reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('record_id', 'text', (column) => column.notNull().references('cases.record_id'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id'))
    .addColumn('request_no', 'text')
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('approval_later', sql.raw('bigint'), (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('personal_reports_by_record')
    .on('personal_reports')
    .columns(['network_id', 'record_id'])
    .execute();
  await db.schema
    .createTable('personal_report_views')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('report_id', 'text', (column) => column.notNull())
    .addColumn('record_id', 'text', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull().references('officers.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('personal_report_views_by_report')
    .on('personal_report_views')
    .columns(['network_id', 'report_id'])
    .execute();
  await db.schema
    .createTable('purges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('count', sql.raw('bigint'), (column) => column.notNull())
    .execute();
}

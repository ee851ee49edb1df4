// 「監査記録」: reading it page by page, checking its chain, taking it out as CSV. Reads only; what reads all of it is itself written down.
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  AUDIT_PAGE_ROWS,
  auditCheckSchema,
  auditPageSchema,
  type AuditFilter,
} from '../../src/domain/desk-accounts';
import { idSchema, instantSchema } from '../../src/domain/ids';
import { writeAudit } from '../audit';
import { CSV_START, csvLine } from '../csv';
import { Refused } from '../refused';
import { auditActions, checkAudit, listAudit } from '../store/audit-chain';
import { listOfficers } from '../store/officers';
import { hasUnstorableText } from '../unstorable-text';
import type { DeskCaller } from './desk-guard';
import { endpoint, reply } from './endpoint';

const EXPORT_CHUNK_ROWS = 1000;
const QUERY = {
  officer: '利用者の番号',
  action: 'したこと',
  from: 'この時刻から',
  to: 'この時刻の前まで',
};
const filterSchema = z.object({
  officer: z.optional(idSchema),
  action: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  before: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

function readFilter(context: Context): { filter: AuditFilter; before: number | null } {
  const filled = Object.entries(context.req.query()).filter(([, value]) => value !== '');
  const query = z.safeParse(filterSchema, Object.fromEntries(filled));
  if (!query.success || hasUnstorableText(query.data)) throw new Refused('invalid-body', ['query']);
  const { before, ...filter } = query.data;
  return { filter, before: before ?? null };
}

const actorOf = (caller: DeskCaller) => ({ kind: 'officer', id: caller.officer.id }) as const;

export const deskAuditEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskAudit,
    operationId: 'readAudit',
    summary: '監査記録（新しいものから）',
    auth: 'desk',
    request: null,
    query: { ...QUERY, before: 'この番号より前' },
    replies: [{ status: 200, description: '1ページ', schema: auditPageSchema }],
    problems: ['invalid-body'],
    async handle({ context, deps: { store }, caller }) {
      const { filter, before } = readFilter(context);
      const { networkId } = caller;
      const rows = await listAudit(store.db, networkId, filter, before, AUDIT_PAGE_ROWS + 1);
      const page = rows.slice(0, AUDIT_PAGE_ROWS);
      const officers = await listOfficers(store.db, networkId);
      return reply(auditPageSchema, {
        rows: page,
        before: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
        officers: officers.map(({ id, displayName }) => ({ id, displayName })),
        actions: await auditActions(store.db, networkId),
      });
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskAuditCheck,
    operationId: 'checkAudit',
    summary: '監査記録のつながりを初めから確かめる',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '確かめた結果', schema: auditCheckSchema }],
    problems: [],
    async handle({ deps: { store }, caller }) {
      const result = await checkAudit(store.db, caller.networkId);
      await store.write(caller.networkId, (writing) =>
        writeAudit(writing, actorOf(caller), 'audit:check', caller.networkId),
      );
      return reply(auditCheckSchema, result);
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskAuditCsv,
    operationId: 'exportAudit',
    summary: '監査記録を CSV で取り出す（古いものから）',
    auth: 'desk',
    request: null,
    query: QUERY,
    replies: [{ status: 200, description: 'CSV', schema: null, contentType: 'text/csv' }],
    problems: ['invalid-body'],
    async handle({ context, deps: { store }, caller }) {
      const { filter } = readFilter(context);
      await store.write(caller.networkId, (writing) =>
        writeAudit(writing, actorOf(caller), 'audit:export', caller.networkId),
      );
      const lines: string[] = [];
      for (let before: number | null = null; ;) {
        const rows = await listAudit(store.db, caller.networkId, filter, before, EXPORT_CHUNK_ROWS);
        for (const one of rows)
          lines.push(csvLine([one.seq, one.at, one.actorKind, one.actorId, one.officerName ?? '', one.action, one.subjectId, one.hash])); // prettier-ignore
        before = rows.at(-1)?.seq ?? null;
        if (rows.length < EXPORT_CHUNK_ROWS) break;
      }
      const head = csvLine(['番号', '時刻', '種類', 'した人の番号', '名前', 'したこと', '対象の番号', 'つながりの印']); // prettier-ignore
      return new Response(CSV_START + head + lines.reverse().join(''), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="audit.csv"',
        },
      });
    },
  }),
];

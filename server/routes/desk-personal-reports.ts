// Opening a personal report at the desk: each time with a purpose and a reason, written down before anything is shown.
// The opened words leave in this one answer; they are stored, logged and indexed nowhere.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { openedReportSchema, reportViewSchema } from '../../src/domain/desk-contract';
import { idSchema } from '../../src/domain/ids';
import { personalReportSchema } from '../../src/domain/personal-report';
import { writeAudit } from '../audit';
import { Refused } from '../refused';
import { openOperation } from '../sealing/open-operation';
import { addCaseEvent } from '../store/cases';
import { logView, readSealedReport } from '../store/personal-reports';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;

export const deskPersonalReportEndpoints = [
  endpoint({
    method: 'POST',
    path: API.deskPersonalReportViews('{recordId}', '{reportId}'),
    operationId: 'viewPersonalReport',
    summary: '個人情報を含む報告を、理由を残して開く',
    auth: 'desk',
    request: { schema: reportViewSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: '報告の内容', schema: openedReportSchema }],
    problems: ['not-found', 'sealed-unreadable'],
    async handle({ context, deps, caller, body }) {
      const recordId = z.safeParse(idSchema, context.req.param('recordId'));
      const reportId = z.safeParse(idSchema, context.req.param('reportId'));
      if (!recordId.success || !reportId.success) throw new Refused('not-found');
      const { store, sealingKeys } = deps;
      const sealed = await readSealedReport(store.db, caller.networkId, recordId.data, reportId.data);
      const operation = { id: reportId.data, kind: 'personal-report.submit' as const, body: sealed };
      const opened = await openOperation(sealingKeys, caller.networkId, operation);
      if (opened.status !== 'opened') throw new Refused('sealed-unreadable');
      // Committed before it is shown: nobody sees it without a trace.
      await store.write(caller.networkId, async (writing) => {
        const view = {
          reportId: reportId.data,
          recordId: recordId.data,
          officerId: caller.officer.id,
          ...body,
        };
        const viewId = await logView(writing, view);
        await writeAudit(
          writing,
          { kind: 'officer', id: caller.officer.id },
          `personal-report:view:${body.purpose}`,
          viewId,
        );
        await addCaseEvent(writing, recordId.data, {
          by: 'secretariat',
          officerId: caller.officer.id,
          kind: 'personal-viewed',
        });
        writing.tellDesk({ kind: 'cases', recordId: recordId.data });
      });
      return reply(openedReportSchema, { report: z.parse(personalReportSchema, opened.body) });
    },
  }),
];

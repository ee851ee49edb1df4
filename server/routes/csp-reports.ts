// POST /api/v1/csp-reports: where browsers say that the page's policy stopped something. In a sound release nothing ever
// comes here, so one line in the log is a bug or an attack. Only the directive and the scheme of what was blocked are
// written down: addresses carry invitations and record ids, samples carry whatever was typed.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { checkShape } from '../check-shape';
import { Refused } from '../refused';
import { callerAddress } from './caller-address';
import { endpoint } from './endpoint';

const TYPES = ['application/csp-report', 'application/json'];
const REPORT_MAX_BYTES = 8 * 1024;

/** @see https://www.w3.org/TR/CSP3/#deprecated-serialize-violation */
const reportSchema = z.object({
  'csp-report': z.object({
    'effective-directive': z.optional(z.string()),
    'violated-directive': z.optional(z.string()),
    'blocked-uri': z.optional(z.string()),
  }),
});

export const cspReportEndpoints = [
  endpoint({
    method: 'POST',
    path: API.cspReports,
    operationId: 'reportPolicyViolation',
    summary: 'ブラウザーが、ページの決まりに反するものを止めたことを知らせる',
    auth: 'none',
    request: null,
    bytes: { contentTypes: TYPES, headers: {}, maxBytes: REPORT_MAX_BYTES },
    replies: [{ status: 204, description: '書きとめた', schema: null }],
    problems: ['too-many-requests'],
    async handle({ context, deps, bytes }) {
      await deps.gates.cspReport.pass(callerAddress(context, deps));
      const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!TYPES.includes(type)) throw new Refused('wrong-content-type');
      const report = checkShape(reportSchema, parsed(bytes));
      if (!report.ok) throw new Refused('invalid-body');
      const { 'csp-report': found } = report.value;
      const directive = wordOf(found['effective-directive'] ?? found['violated-directive'] ?? '');
      deps.log.info({ directive, blocked: schemeOf(found['blocked-uri'] ?? '') }, 'csp-report');
      return new Response(null, { status: 204 });
    },
  }),
];

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    throw new Refused('malformed-json');
  }
}

/** The name of a directive, e.g. `script-src-elem`; anything else is only `other`. */
function wordOf(directive: string): string {
  const word = directive.split(' ')[0] ?? '';
  return /^[a-z-]{1,32}$/.test(word) ? word : 'other';
}

/** `https`, `data`, or a keyword such as `inline`, `eval`, `trusted-types-sink`; never the address. */
function schemeOf(blocked: string): string {
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(blocked)?.[1]?.toLowerCase();
  return scheme ?? (/^[a-z-]{1,24}$/.test(blocked) ? blocked : 'other');
}

// Assembles the HTTP side of the server from what it is given: API, built app, problem documents, request log.
// Listens to nothing; `main.ts` and tests do.
import { Hono, type Context } from 'hono';
import type { Deps } from './deps';
import { logError } from './log';
import { problemResponse } from './problem-response';
import { Refused } from './refused';
import { badgeEndpoints } from './routes/badges';
import { callerAddress } from './routes/caller-address';
import { cspReportEndpoints } from './routes/csp-reports';
import { deskAccountEndpoints } from './routes/desk-account';
import { deskAuditEndpoints } from './routes/desk-audit';
import { deskBadgeEndpoints } from './routes/desk-badges';
import { deskCaseEndpoints } from './routes/desk-cases';
import { deskDeviceEndpoints } from './routes/desk-devices';
import { deskEventEndpoints } from './routes/desk-events';
import { deskInvitationEndpoints } from './routes/desk-invitations';
import { deskOfficerEndpoints } from './routes/desk-officers';
import { deskPersonalReportEndpoints } from './routes/desk-personal-reports';
import { deskSessionEndpoints } from './routes/desk-session';
import { mount, type Endpoint } from './routes/endpoint';
import { enrolmentEndpoints } from './routes/enrolments';
import { healthEndpoints } from './routes/health';
import { openapiEndpoint } from './routes/openapi';
import { commonHeaders, NO_PAGE_POLICY } from './routes/page-headers';
import { photoEndpoints } from './routes/photos';
import { staticFile } from './routes/static-files';
import { syncEndpoints } from './routes/sync';
import { isStoreTrouble } from './store/trouble';

const described: readonly Endpoint[] = [
  ...healthEndpoints,
  ...cspReportEndpoints,
  ...enrolmentEndpoints,
  ...badgeEndpoints,
  ...syncEndpoints,
  ...photoEndpoints,
  ...deskSessionEndpoints,
  ...deskAccountEndpoints,
  ...deskOfficerEndpoints,
  ...deskAuditEndpoints,
  ...deskCaseEndpoints,
  ...deskEventEndpoints,
  ...deskInvitationEndpoints,
  ...deskBadgeEndpoints,
  ...deskPersonalReportEndpoints,
  ...deskDeviceEndpoints,
];

/** Seconds after which a phone may come again when the database is busy. */
const BUSY_RETRY_AFTER = '5';

export function createApp(deps: Deps): Hono {
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    const secure = deps.origin().startsWith('https:');
    for (const [name, value] of Object.entries(commonHeaders(secure))) context.res.headers.set(name, value);
    if (!context.res.headers.has('content-security-policy'))
      context.res.headers.set('content-security-policy', NO_PAGE_POLICY);
  });
  app.use('/api/*', async (context, next) => {
    const began = performance.now();
    await next();
    context.res.headers.set('cache-control', 'no-store');
    // The pattern of the route, not the path: a path may carry whatever a stranger typed.
    const route = described.find(({ path }) => matches(path, context.req.path))?.path ?? 'unknown';
    const took = Math.round(performance.now() - began);
    // Why something was refused: sign-ins, roles, shapes, quotas. A code of ours, never what was sent.
    const refused = context.error instanceof Refused ? { code: context.error.problem } : {};
    const { method } = context.req;
    deps.log.info({ method, route, status: context.res.status, ...refused, ms: took }, 'request');
  });
  app.use('/api/*', async (context, next) => {
    await deps.gates.requestsOfAddress.pass(callerAddress(context, deps));
    await next();
  });
  mount(app, [...described, openapiEndpoint(described)], deps);
  app.all('/api/*', () => problemResponse('not-found'));
  app.on(['GET', 'HEAD'], '*', (context) => page(context, deps));
  app.notFound(() => problemResponse('not-found'));
  app.onError((error) => answerError(error, deps));
  return app;
}

async function page(context: Context, deps: Deps): Promise<Response> {
  return (await staticFile(context, deps.config.distFolder)) ?? problemResponse('not-found');
}

function answerError(error: Error, { log }: Deps): Response {
  if (error instanceof Refused) {
    const { paths, headers, details } = error;
    return problemResponse(error.problem, { paths, headers, details });
  }
  logError(log, error);
  if (isStoreTrouble(error)) return problemResponse('busy', { headers: { 'retry-after': BUSY_RETRY_AFTER } });
  return problemResponse('internal');
}

function matches(pattern: string, path: string): boolean {
  const [ours, theirs] = [pattern.split('/'), path.split('/')];
  return (
    ours.length === theirs.length &&
    ours.every((part, place) => part.startsWith('{') || part === theirs[place])
  );
}

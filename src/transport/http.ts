// The only fetch of the phone. It answers with a typed outcome and never throws; what it cannot parse as ours is `foreign`
// (a Wi-Fi login page answers 200 with HTML: law 3).
import * as z from 'zod/mini';
import { PROBLEM_CONTENT_TYPE, problemCodeSchema, problemSchema } from '../domain/problem';
import { SIGNATURE_HEADER, TIME_HEADER } from '../domain/signed-request';
import type { DevicePass, TransportOutcome } from '../sync/ports';

export interface HttpContext {
  fetch: typeof fetch;
  /** e.g. `https://mimamori.example`; empty for the page's own */
  origin: string;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  limitMs: number;
  /** signs what is about to leave, body as it travels; left out where nobody is enrolled yet */
  sign?: DevicePass['sign'];
}

/** Only the code matters: titles and status may change. What else a code carries is taken when it has our shape. */
const problemShape = z.object({
  code: z.string(),
  serverClock: z.catch(problemSchema.shape.serverClock, undefined),
  wipe: z.catch(problemSchema.shape.wipe, undefined),
});
const GZIP_FROM_CHARACTERS = 1024;

export async function requestJson<T>(
  context: HttpContext,
  request: HttpRequest,
  schema: z.ZodMiniType<T>,
): Promise<TransportOutcome<T>> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), request.limitMs);
  try {
    const response = await context.fetch(context.origin + request.path, {
      ...(await signed(request, await encodeBody(request))),
      method: request.method,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: aborter.signal,
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim();
    const body: unknown = type.endsWith('json') ? await response.json() : null;
    if (response.ok && type === 'application/json') {
      const parsed = z.safeParse(schema, body);
      return parsed.success
        ? { kind: 'reply', value: parsed.data }
        : { kind: 'foreign', status: response.status };
    }
    const problem = z.safeParse(problemShape, body);
    if (type !== PROBLEM_CONTENT_TYPE || !problem.success)
      return { kind: 'foreign', status: response.status };
    const code = z.safeParse(problemCodeSchema, problem.data.code);
    const { serverClock, wipe } = problem.data;
    return {
      kind: 'problem',
      status: response.status,
      code: code.success ? code.data : null,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
      ...(serverClock === undefined ? {} : { serverClock }),
      ...(wipe === undefined ? {} : { wipe }),
    };
  } catch {
    return aborter.signal.aborted ? { kind: 'timed-out' } : { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds only: the date form would need a right clock. @see RFC 9110 §10.2.3 */
function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}

interface EncodedBody {
  body?: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** Text of some length goes gzipped where the platform can. */
async function encodeBody({ body, headers }: HttpRequest): Promise<EncodedBody> {
  if (body === undefined) return { headers };
  if (typeof body !== 'string') return { body, headers };
  const plain = new TextEncoder().encode(body);
  if (body.length < GZIP_FROM_CHARACTERS || typeof CompressionStream === 'undefined')
    return { body: plain, headers };
  const packed = new Response(plain).body!.pipeThrough(new CompressionStream('gzip'));
  return {
    body: new Uint8Array(await new Response(packed).arrayBuffer()),
    headers: { ...headers, 'content-encoding': 'gzip' },
  };
}

async function signed({ method, path, sign }: HttpRequest, encoded: EncodedBody): Promise<EncodedBody> {
  if (sign === undefined) return encoded;
  const { time, signature } = await sign({ method, path, body: encoded.body ?? new Uint8Array(0) });
  const headers = { ...encoded.headers, [TIME_HEADER]: time, [SIGNATURE_HEADER]: signature };
  return { ...encoded, headers };
}

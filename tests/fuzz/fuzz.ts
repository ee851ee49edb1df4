// Malformed requests derived from the schemas of our own OpenAPI document, sent to the whole server in this process.
// An answer of 5xx, a value repeated in an answer, a touched prototype or an unexpected error in the log is a finding.
import * as z from 'zod/mini';
import type { SealingKey } from '../../src/domain/sealing';
import { mustBeSealed } from '../../src/domain/sealing';
import { operationBodySchemas, OPERATION_KINDS } from '../../src/domain/sync-protocol';
import { API } from '../../src/domain/api-paths';
import { sealToNetwork } from '../../src/seal/seal-to-network';
import type { Desk } from '../server/desk';
import type { Phone } from '../server/phone';
import { testId } from '../support/sightings';
import type { TestServer } from '../support/server';
import { chanceOf, type Chance } from './chance';
import { CANARY, mutateValue, toBytes } from './mutate';
import { valueOfSchema, type JsonSchema } from './value-of-schema';

interface Operation {
  method: string;
  path: string;
  auth: 'none' | 'device' | 'desk';
  schema: JsonSchema | null;
  takesBytes: boolean;
  query: string[];
}
export interface Sender {
  server: TestServer;
  phone: Phone;
  desk: Desk;
  sealingKey: SealingKey;
}
export interface FuzzReport {
  runs: number;
  byStatus: Record<number, number>;
  /** how often each operation was called */
  byOperation: Record<string, number>;
  findings: string[];
}

/** Enough to look into; a broken server would fill the memory otherwise. */
const FINDINGS_MAX = 20;
const innerSchemas = Object.fromEntries(
  OPERATION_KINDS.map((kind) => [
    kind,
    z.toJSONSchema(operationBodySchemas[kind], { io: 'input', unrepresentable: 'any' }) as JsonSchema,
  ]),
);

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        security: z.array(z.record(z.string(), z.unknown())),
        parameters: z.optional(z.array(z.looseObject({ name: z.string(), in: z.string() }))),
        requestBody: z.optional(
          z.looseObject({
            content: z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) })),
          }),
        ),
      }),
    ),
  ),
});

/** Everything the server says it takes. */
export async function readOperations({ app }: Pick<TestServer, 'app'>): Promise<Operation[]> {
  const { paths } = z.parse(documentSchema, await (await app.request(API.openapi)).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, parameters, requestBody }]) => {
      const scheme = Object.keys(security[0] ?? {})[0];
      const content = Object.entries(requestBody?.content ?? {});
      const json = content.find(([type, { schema }]) => type === 'application/json' && schema !== undefined);
      return {
        method: method.toUpperCase(),
        path,
        auth: scheme === 'device' ? 'device' : scheme === undefined ? 'none' : 'desk',
        schema: (json?.[1].schema as JsonSchema | undefined) ?? null,
        takesBytes: json === undefined && content.length > 0,
        query: (parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
      } satisfies Operation;
    }),
  );
}

/** @param seed the same number makes the same requests. @param tell called now and then, for a long run */
export async function fuzz(
  sender: Sender,
  { runs, seed, tell }: { runs: number; seed: number; tell?: (done: number) => void },
): Promise<FuzzReport> {
  const operations = await readOperations(sender.server);
  // Bodies are where the trouble is: what takes one is called four times as often.
  const weighted = operations.flatMap((one) => (one.schema === null ? [one] : Array<Operation>(4).fill(one)));
  const report: FuzzReport = { runs, byStatus: {}, byOperation: {}, findings: [] };
  const untouched = Object.getOwnPropertyNames(Object.prototype).length;
  const chance = chanceOf(seed);
  for (let run = 0; run < runs; run += 1) {
    const operation = chance.oneOf(weighted);
    const { status, text } = await send(sender, operation, chance);
    const name = `${operation.method} ${operation.path}`;
    report.byStatus[status] = (report.byStatus[status] ?? 0) + 1;
    report.byOperation[name] = (report.byOperation[name] ?? 0) + 1;
    const wrong =
      status >= 500 ? `${status}`
      : status >= 400 && text.includes(CANARY) ? 'repeats a value'
      : Object.getOwnPropertyNames(Object.prototype).length !== untouched ? 'touched a prototype'
      : null; // prettier-ignore
    if (wrong !== null && report.findings.length < FINDINGS_MAX)
      report.findings.push(`seed ${seed} run ${run}: ${name}: ${wrong}`);
    if (run % 10_000 === 9_999) tell?.(run + 1);
  }
  return report;
}

async function send(
  sender: Sender,
  operation: Operation,
  chance: Chance,
): Promise<{ status: number; text: string }> {
  const { server, phone, desk } = sender;
  const path = operation.path.replace(/\{\w+\}/g, () => encodeURIComponent(paramOf(chance)));
  const query = operation.query.filter(() => chance.is(0.6)).map((name) => `${name}=${encodeURIComponent(paramOf(chance))}`); // prettier-ignore
  const { body, headers } = await bodyOf(sender, operation, chance);
  const signed =
    operation.auth === 'device' ? phone.signed(operation.method, path, body ?? '')
    : operation.auth === 'desk' && !endsSessions(operation) ? { cookie: desk.cookie }
    : {}; // prettier-ignore
  const response = await server.app.request(
    server.url + path + (query.length === 0 ? '' : `?${query.join('&')}`),
    {
      method: operation.method,
      headers: { 'sec-fetch-site': 'same-origin', ...headers, ...signed },
      ...(body === null ? {} : { body }),
    },
  );
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('event-stream') || !type.includes('json')) {
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  return { status: response.status, text: await response.text() };
}

/** Would sign our officer out, and the rest of the run would only meet a closed door: these are called without a cookie. */
const endsSessions = ({ method, path }: Operation): boolean =>
  method === 'DELETE' && /\/sessions?\b/.test(path);

const paramOf = (chance: Chance): string =>
  chance.oneOf([
    testId(), 'a'.repeat(64), '0', CANARY, '__proto__', '..', '\u0000', 'あ', "' or 1=1 --", '%2e', 'x'.repeat(2_000),
    'received', 'emergency', '1', '-1', '9'.repeat(20), '\ud800x'.slice(1),
  ]); // prettier-ignore

interface Sent {
  body: Uint8Array<ArrayBuffer> | null;
  headers: Record<string, string>;
}

async function bodyOf(sender: Sender, operation: Operation, chance: Chance): Promise<Sent> {
  if (operation.takesBytes) {
    const body = new Uint8Array(chance.below(200)).map(() => chance.below(256));
    const total = chance.oneOf([body.length, 0, 999_999, -1]);
    const type = chance.oneOf([
      'image/jpeg',
      'application/octet-stream',
      'application/csp-report',
      'text/html',
    ]);
    return {
      body,
      headers: { 'content-type': type, 'content-range': `bytes 0-${body.length - 1}/${total}` },
    };
  }
  if (operation.schema === null) return { body: null, headers: {} };
  const honest =
    operation.path === API.sync && chance.is(0.7)
      ? await syncBody(sender, chance)
      : valueOfSchema(operation.schema, chance);
  return toBytes(chance.is(0.9) ? mutateValue(honest, chance) : honest, chance);
}

/** A round whose operations are as good as real; what is bad lies inside them, partly inside the seal. */
async function syncBody({ sealingKey }: Sender, chance: Chance): Promise<unknown> {
  const operations = [];
  for (let count = 1 + chance.below(2); count > 0; count -= 1) {
    const kind = chance.oneOf(OPERATION_KINDS);
    const id = testId();
    const inner = valueOfSchema(innerSchemas[kind] ?? {}, chance);
    const text = JSON.stringify(chance.is(0.7) ? mutateValue(inner, chance) : inner) ?? 'null';
    const sealed = mustBeSealed(kind) && chance.is(0.8);
    const plain = new Uint8Array(new TextEncoder().encode(text));
    const body = sealed ? await sealToNetwork(plain, sealingKey, { operationId: id, kind }) : text;
    operations.push({ id, kind, body, sealed, createdAt: new Date().toISOString() });
  }
  return {
    protocol: 1,
    deviceClock: { at: new Date().toISOString(), zone: 'Asia/Tokyo' },
    cursor: null,
    operations,
  };
}

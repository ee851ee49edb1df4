// GET /api/v1/openapi.json: OpenAPI 3.1 written from the endpoints themselves and the contract's schemas.
// @see https://spec.openapis.org/oas/v3.1.0
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { PROBLEM_CONTENT_TYPE, problemSchema, PROBLEMS, type ProblemCode } from '../../src/domain/problem';
import { rolesFor } from '../roles';
import { VERSION } from '../version';
import { endpoint, type AuthKind, type Endpoint } from './endpoint';

const documentSchema = z.looseObject({ openapi: z.literal('3.1.0') });

const OF_AUTH: Record<AuthKind, { security: object[]; problems: ProblemCode[] }> = {
  none: { security: [], problems: [] },
  device: { security: [{ device: [] }], problems: ['token-wrong', 'clock-skew', 'device-revoked'] },
  desk: { security: [{ desk: [] }], problems: ['signed-out', 'not-allowed'] },
};
const OF_BODY: ProblemCode[] = [
  'malformed-json',
  'invalid-body',
  'wrong-content-type',
  'body-too-large',
  'request-timeout',
];
const OF_ALL: ProblemCode[] = ['method-not-allowed', 'busy', 'internal'];

/** @param others every other endpoint; this one describes itself too */
export function openapiEndpoint(others: readonly Endpoint[]): Endpoint {
  const self: Endpoint = endpoint({
    method: 'GET',
    path: API.openapi,
    operationId: 'openapi',
    summary: 'この文書',
    auth: 'none',
    request: null,
    replies: [{ status: 200, description: 'OpenAPI 3.1', schema: documentSchema }],
    problems: [],
    handle: () => Promise.resolve(Response.json(document)),
  });
  const document = describe([...others, self]);
  return self;
}

function describe(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of endpoints)
    paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: operation(one) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'みまもりノート',
      version: VERSION,
      description: '見守りネットワークの事務局サーバー。端末と事務局の画面が使う。',
    },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        device: {
          type: 'http',
          scheme: 'bearer',
          description:
            '登録のときに受け取った端末のトークン。どの要求にも端末の鍵の署名（x-mimamori-time, x-mimamori-signature）が要る',
        },
        desk: { type: 'apiKey', in: 'cookie', name: '__Host-mimamori-desk' },
      },
    },
  };
}

function operation(one: Endpoint): object {
  const parameters = [
    ...Array.from(one.path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(one.query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      required: false,
      description,
      schema: { type: 'string' },
    })),
    ...Object.entries(one.bytes?.headers ?? {}).map(([name, description]) => ({
      name,
      in: 'header',
      required: true,
      description,
      schema: { type: 'string' },
    })),
  ];
  return {
    operationId: one.operationId,
    summary: one.summary,
    security: OF_AUTH[one.auth].security,
    ...(one.auth === 'desk' ? { 'x-roles': rolesFor(one.operationId) } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(one),
    responses: responses(one),
  };
}

function requestBody(one: Endpoint): object {
  const content =
    one.request !== null
      ? { 'application/json': { schema: jsonSchema(one.request.schema, 'input') } }
      : one.bytes !== undefined
        ? Object.fromEntries(one.bytes.contentTypes.map((type) => [type, {}]))
        : null;
  return content === null ? {} : { requestBody: { required: true, content } };
}

function responses(one: Endpoint): Record<string, object> {
  const answers: Record<string, object> = {};
  for (const { status, description, schema, contentType } of one.replies) {
    const type = contentType ?? (schema === null ? null : 'application/json');
    const content = type === null ? {} : { content: { [type]: schema === null ? {} : { schema: jsonSchema(schema, 'output') } } }; // prettier-ignore
    answers[status] = { description, ...content };
  }
  const byStatus = new Map<number, ProblemCode[]>();
  const changes = one.auth === 'desk' && one.method !== 'GET';
  const codes = [
    ...OF_AUTH[one.auth].problems,
    ...(changes ? (['cross-site'] as const) : []),
    ...(one.request !== null || one.bytes !== undefined ? OF_BODY : []),
    ...(one.request?.protocol === true ? (['protocol-unsupported'] as const) : []),
    ...one.problems,
    ...OF_ALL,
  ];
  for (const code of new Set(codes)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, named] of byStatus)
    answers[status] = {
      description: named.map((code) => `${code}: ${PROBLEMS[code].title}`).join(' / '),
      content: { [PROBLEM_CONTENT_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  return answers;
}

/** Checks that only code can make (two fields together) are left out of the document; the server makes them all the same. */
function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

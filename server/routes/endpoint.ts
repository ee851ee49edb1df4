// One description for each route of the API: what is mounted, what guards it, and what the OpenAPI document says of it
// are the same object, so that none can be without the others.
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { ProblemCode } from '../../src/domain/problem';
import type { Deps } from '../deps';
import { problemResponse } from '../problem-response';
import type { Device } from '../store/devices';
import { requireDesk, type DeskCaller, type SignInStatus } from './desk-guard';
import { meetDevice } from './device-guard';
import { acceptJson, parseJson, readBytes } from './read-body';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Callers {
  none: null;
  device: Device;
  desk: DeskCaller;
}
export type AuthKind = keyof Callers;

export interface ReplyDescription {
  status: number;
  description: string;
  /** null: no body, or bytes of `contentType` */
  schema: z.core.$ZodType | null;
  contentType?: string;
}
export interface RequestDescription<T> {
  schema: z.core.$ZodType<T>;
  maxBytes: number;
  gzip?: boolean;
  /** the body names its protocol, which is checked before its shape */
  protocol?: boolean;
}

interface EndpointText {
  method: Method;
  /** with parameters in braces, as in OpenAPI */
  path: string;
  operationId: string;
  summary: string;
  /** parameters of the query, each optional */
  query?: Readonly<Record<string, string>>;
  /** a body of bytes, handed to the handler as it came */
  bytes?: {
    contentTypes: readonly string[];
    headers: Readonly<Record<string, string>>;
    maxBytes: number;
  };
  replies: readonly ReplyDescription[];
  problems: readonly ProblemCode[];
  /** of the desk: how far a sign-in must have got; all the way when left out */
  sessions?: readonly SignInStatus[];
}
export interface Endpoint extends EndpointText {
  auth: AuthKind;
  request: RequestDescription<unknown> | null;
  run(context: Context, deps: Deps): Promise<Response>;
}

export interface Call<A extends AuthKind, T> {
  context: Context;
  deps: Deps;
  caller: Callers[A];
  body: T;
  /** the body as it travelled; empty when the endpoint takes none */
  bytes: Uint8Array;
}

/** @param spec its `handle` runs after the guard let the caller in and the body was read */
export function endpoint<A extends AuthKind, T = null>(
  spec: EndpointText & {
    auth: A;
    request: RequestDescription<T> | null;
    handle(call: Call<A, T>): Promise<Response>;
  },
): Endpoint {
  return {
    ...spec,
    async run(context, deps) {
      const admit = await guards[spec.auth](context, deps, spec);
      const { request } = spec;
      const raw = context.req.raw;
      if (request !== null) acceptJson(raw, { gzip: request.gzip ?? false });
      const maxBytes = request?.maxBytes ?? spec.bytes?.maxBytes ?? 0;
      const bytes = maxBytes === 0 ? NOTHING : await readBytes(raw, maxBytes, deps.limits);
      const caller = await admit(bytes);
      const body = (
        request === null
          ? null
          : await parseJson(bytes, request.schema, {
              maxBytes,
              gzipped: raw.headers.get('content-encoding')?.trim().toLowerCase() === 'gzip',
              protocol: request.protocol ?? false,
            })
      ) as T;
      return spec.handle({ context, deps, caller, body, bytes });
    },
  };
}

const NOTHING = new Uint8Array(0);

/** A guard looks at the headers before the body is read; what it returns sees the body before anything is done with it. */
type Guard<C> = (
  context: Context,
  deps: Deps,
  spec: EndpointText,
) => Promise<(body: Uint8Array) => Promise<C>>;
const guards: { [A in AuthKind]: Guard<Callers[A]> } = {
  none: () => Promise.resolve(() => Promise.resolve(null)),
  device: meetDevice,
  desk: async (context, deps, { operationId, sessions }) => {
    const caller = await requireDesk(context, deps, operationId, sessions);
    return () => Promise.resolve(caller);
  },
};

/** Mounts all, and answers `method-not-allowed` on the same paths for every other method. */
export function mount(app: Hono, endpoints: readonly Endpoint[], deps: Deps): void {
  const methods = new Map<string, string[]>();
  for (const one of endpoints) {
    const path = one.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(one.method, path, (context) => one.run(context, deps));
    methods.set(path, [...(methods.get(path) ?? []), one.method]);
  }
  for (const [path, allowed] of methods)
    app.all(path, () => problemResponse('method-not-allowed', { headers: { allow: allowed.join(', ') } }));
}

/** JSON of the contract; the type says what the schema of the reply promises. */
export function reply<T>(schema: z.core.$ZodType<T>, value: T, status = 200): Response {
  void schema;
  return Response.json(value, { status });
}

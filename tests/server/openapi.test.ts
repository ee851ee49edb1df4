// The document and the server are the same thing said twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { PROBLEM_CODES } from '../../src/domain/problem';
import { startServer, type TestServer } from '../support/server';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; security: unknown[]; responses: Record<string, { description: string }> }>>;
} // prettier-ignore
let server: TestServer;
let document: Document;

beforeAll(async () => {
  server = await startServer();
  document = (await (await fetch(server.url + API.openapi)).json()) as Document;
});
afterAll(() => server.stop());

/** What the app really has mounted, whoever mounted it. */
const mounted = () =>
  server.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
const described = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

test('every mounted route is in the document, and every described one is mounted', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(described().sort()).toEqual([...new Set(mounted())].sort());
  expect(described().length).toBeGreaterThan(12);
});

test('every path of the contract is there', () => {
  const contract = Object.values(API).map((path) => (typeof path === 'string' ? path : path('{a}', '{b}')));
  const shape = (path: string) => path.replace(/\{\w+\}/g, '{}');
  expect(new Set(Object.keys(document.paths).map(shape))).toEqual(new Set(contract.map(shape)));
});

test('every operation has its own name, and every problem it names exists', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { responses } of operations)
    for (const [status, { description }] of Object.entries(responses))
      if (Number(status) >= 400)
        for (const one of description.split(' / ')) expect(PROBLEM_CODES).toContain(one.split(':')[0]);
});

test('what the document says is guarded refuses everybody without a token or a session', async () => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { security }] of Object.entries(methods)) {
      if (security.length === 0) continue;
      const url = server.url + path.replace(/\{\w+\}/g, '0');
      const headers = { 'sec-fetch-site': 'same-origin' };
      const response = await fetch(url, { method: method.toUpperCase(), headers });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
});

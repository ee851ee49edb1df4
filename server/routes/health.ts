// GET /api/v1/health: is this server able to take reports? Asks the database every time.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { PROTOCOL } from '../../src/domain/protocol-version';
import { Refused } from '../refused';
import { logError } from '../log';
import { VERSION } from '../version';
import { endpoint, reply } from './endpoint';

export const healthSchema = z.object({
  status: z.literal('ok'),
  protocol: z.int(),
  version: z.string(),
  database: z.enum(['sqlite', 'postgres']),
});

export const healthEndpoints = [
  endpoint({
    method: 'GET',
    path: API.health,
    operationId: 'health',
    summary: 'サーバーとデータベースが動いているか',
    auth: 'none',
    request: null,
    replies: [{ status: 200, description: '動いている', schema: healthSchema }],
    problems: [],
    async handle({ deps: { store, log } }) {
      try {
        await store.ping();
      } catch (error) {
        logError(log, error);
        throw new Refused('busy', [], { 'retry-after': '5' });
      }
      return reply(healthSchema, {
        status: 'ok',
        protocol: PROTOCOL,
        version: VERSION,
        database: store.dialect,
      });
    },
  }),
];

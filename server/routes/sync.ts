// POST /api/v1/sync: takes the operations, then hands out what this member has not seen yet. Answers after the commit.
import { API } from '../../src/domain/api-paths';
import { PROTOCOL } from '../../src/domain/protocol-version';
import { SYNC_REQUEST_MAX_BYTES, syncReplySchema, syncRequestSchema } from '../../src/domain/sync-protocol';
import { receiveBatch } from '../operations/receive-batch';
import { readFeed } from '../store/feed';
import { endpoint, reply } from './endpoint';

export const syncEndpoints = [
  endpoint({
    method: 'POST',
    path: API.sync,
    operationId: 'sync',
    summary: '端末の操作を受け取り、端末がまだ知らない変化を返す',
    auth: 'device',
    request: { schema: syncRequestSchema, maxBytes: SYNC_REQUEST_MAX_BYTES, gzip: true, protocol: true },
    replies: [{ status: 200, description: '操作ごとの結果と、次の変化', schema: syncReplySchema }],
    problems: ['too-many-requests'],
    async handle({ deps, caller, body }) {
      const { gates } = deps;
      await gates.syncOfDevice.pass(caller.id);
      await gates.syncOfMember.pass(caller.memberId);
      await gates.operationsOfDevice.pass(caller.id, body.operations.length);
      await gates.operationsOfMember.pass(caller.memberId, body.operations.length);
      const results = await receiveBatch(deps.store, deps.log, caller, body);
      if (body.operations.some(({ sealed }) => sealed)) deps.opening.wake(caller.networkId);
      const pulled = await readFeed(deps.store.db, caller.networkId, caller.memberId, body.cursor);
      return reply(syncReplySchema, {
        protocol: PROTOCOL,
        epoch: deps.store.epoch,
        results,
        ...pulled,
        serverClock: deps.store.now().toISOString(),
      });
    },
  }),
];

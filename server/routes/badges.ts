// GET /api/v1/badges/{id}: 「この構成員は本物か」 for anybody who reads a badge. Tells organisation, kind, network and whether the
// office still calls it valid; never who the person is. A badge's code is taken for nothing else anywhere.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { badgeAnswerSchema, badgeIdSchema } from '../../src/domain/badge';
import { Refused } from '../refused';
import { verifyKeyOf } from '../signing-keys';
import { findBadge } from '../store/badges';
import { readProfile } from '../store/networks';
import { callerAddress } from './caller-address';
import { endpoint, reply } from './endpoint';

export const badgeEndpoints = [
  endpoint({
    method: 'GET',
    path: API.badge('{id}'),
    operationId: 'readBadge',
    summary: '構成員証が本物で、いまも有効か（だれでも聞ける。氏名は答えない）',
    auth: 'none',
    request: null,
    replies: [{ status: 200, description: '団体・区分・ネットワークと、有効か', schema: badgeAnswerSchema }],
    problems: ['not-found', 'too-many-requests'],
    async handle({ context, deps }) {
      await deps.gates.badge.pass(callerAddress(context, deps));
      const id = z.safeParse(badgeIdSchema, context.req.param('id'));
      const badge = id.success ? await findBadge(deps.store.db, id.data) : null;
      if (badge === null) throw new Refused('not-found');
      const network = await readProfile(deps.store.db, badge.networkId);
      return reply(badgeAnswerSchema, {
        organisation: badge.organisation,
        kind: badge.kind,
        network: network.name,
        valid: badge.revokedAt === null,
        verifyKey: verifyKeyOf(deps, badge.networkId),
      });
    },
  }),
];

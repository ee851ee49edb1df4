// 構成員証 at the desk: the list with what goes into each QR, and 「この構成員証を無効にする」.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  badgeCode,
  badgeIdSchema,
  badgeListSchema,
  badgeRowSchema,
  badgeText,
  type BadgeRow,
} from '../../src/domain/badge';
import { writeAudit } from '../audit';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { signForNetwork } from '../signing-keys';
import { listBadges, revokeBadge, type BadgeRecord } from '../store/badges';
import { endpoint, reply } from './endpoint';

/** Where a badge's QR leads. @param origin without a slash at its end */
export const badgeLink = (origin: string, code: string) => `${origin}/v/${code}`;

function toRow(deps: Deps, { networkId, ...badge }: BadgeRecord): BadgeRow {
  const signature = signForNetwork(deps, networkId, badgeText(badge.id));
  return { ...badge, link: badgeLink(deps.origin(), badgeCode({ id: badge.id, signature })) };
}

export const deskBadgeEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskBadges,
    operationId: 'listBadges',
    summary: '構成員証の一覧',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '構成員証の一覧', schema: badgeListSchema }],
    problems: [],
    async handle({ deps, caller }) {
      const badges = await listBadges(deps.store.db, caller.networkId);
      return reply(badgeListSchema, { badges: badges.map((badge) => toRow(deps, badge)) });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskBadge('{id}'),
    operationId: 'revokeBadge',
    summary: '構成員証を無効にする',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '無効にした（またはもう無効だった）', schema: badgeRowSchema }],
    problems: ['not-found'],
    async handle({ context, deps, caller }) {
      const id = z.safeParse(badgeIdSchema, context.req.param('id'));
      if (!id.success) throw new Refused('not-found');
      await deps.store.write(caller.networkId, async (writing) => {
        if (!(await revokeBadge(writing, id.data))) return;
        await writeAudit(writing, { kind: 'officer', id: caller.officer.id }, 'badge:revoke', id.data);
        writing.tellDesk({ kind: 'invitations', recordId: null });
      });
      const [badge] = await listBadges(deps.store.db, caller.networkId, id.data);
      if (badge === undefined) throw new Refused('not-found');
      return reply(badgeRowSchema, toRow(deps, badge));
    },
  }),
];

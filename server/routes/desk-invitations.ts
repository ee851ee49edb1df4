// 招待 and the organisations they are for. The code is told once, when it is made; the link carries it after `#`,
// which browsers never send to a server.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  createdInvitationSchema,
  invitationListSchema,
  invitationRowSchema,
  newInvitationSchema,
  newOrganisationSchema,
  organisationListSchema,
} from '../../src/domain/desk-contract';
import { idSchema, INVITATION_LENGTH } from '../../src/domain/ids';
import { organisationSchema } from '../../src/domain/member';
import { writeAudit } from '../audit';
import { Refused } from '../refused';
import { keptTo } from '../roles';
import { addInvitation, listInvitations, revokeInvitation } from '../store/invitations';
import { addMember, addOrganisation, listOrganisations, readOrganisation } from '../store/networks';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;

/** Where an invitation is opened. @param origin without a slash at its end */
export const invitationLink = (origin: string, code: string) => `${origin}/join#${code}`;

export const deskInvitationEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskInvitations,
    operationId: 'listInvitations',
    summary: '招待の一覧（新しいものから）',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '招待の一覧', schema: invitationListSchema }],
    problems: [],
    handle: async ({ deps: { store }, caller }) =>
      reply(invitationListSchema, {
        invitations: await listInvitations(store.db, caller.networkId, store.now().toISOString(), {
          organisationId: keptTo(caller),
        }),
      }),
  }),
  endpoint({
    method: 'POST',
    path: API.deskInvitations,
    operationId: 'createInvitation',
    summary: '構成員1人分の招待を作る',
    auth: 'desk',
    request: { schema: newInvitationSchema, maxBytes: BODY_MAX_BYTES },
    replies: [
      { status: 201, description: '作った。コードが出るのはこの1回だけ', schema: createdInvitationSchema },
    ],
    problems: ['not-found'],
    async handle({ deps, caller, body }) {
      const { store } = deps;
      const made = await store.write(caller.networkId, async (writing) => {
        const organisation = await readOrganisation(writing.db, writing.networkId, body.organisationId);
        const only = keptTo(caller);
        if (organisation === null || (only !== null && organisation.id !== only))
          throw new Refused('not-found', ['organisationId']);
        const memberId = await addMember(writing, { ...body, kind: body.memberKind });
        const invitation = await addInvitation(writing, memberId, deps.randomBytes(INVITATION_LENGTH));
        await writeAudit(
          writing,
          { kind: 'officer', id: caller.officer.id },
          'invitation:create',
          invitation.id,
        );
        writing.tellDesk({ kind: 'invitations', recordId: null });
        return invitation;
      });
      const [row] = await listInvitations(store.db, caller.networkId, store.now().toISOString(), {
        id: made.id,
      });
      if (row === undefined) throw new Error('the invitation is gone');
      return reply(
        createdInvitationSchema,
        { invitation: row, code: made.code, link: invitationLink(deps.origin(), made.code) },
        201,
      );
    },
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskInvitation('{id}'),
    operationId: 'revokeInvitation',
    summary: 'まだ使われていない招待を取り消す',
    auth: 'desk',
    request: null,
    replies: [
      { status: 200, description: '取り消した（またはもう使えなかった）', schema: invitationRowSchema },
    ],
    problems: ['not-found', 'invitation-used'],
    async handle({ context, deps: { store }, caller }) {
      const id = z.safeParse(idSchema, context.req.param('id'));
      if (!id.success) throw new Refused('not-found');
      await store.write(caller.networkId, async (writing) => {
        const was = await revokeInvitation(writing, id.data, keptTo(caller));
        if (was === null) throw new Refused('not-found');
        if (was === 'used') throw new Refused('invitation-used');
        if (was !== 'unused') return;
        await writeAudit(writing, { kind: 'officer', id: caller.officer.id }, 'invitation:revoke', id.data);
        writing.tellDesk({ kind: 'invitations', recordId: null });
      });
      const [row] = await listInvitations(store.db, caller.networkId, store.now().toISOString(), {
        id: id.data,
      });
      if (row === undefined) throw new Refused('not-found');
      return reply(invitationRowSchema, row);
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskOrganisations,
    operationId: 'listOrganisations',
    summary: '構成団体・協力団体の一覧',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '団体の一覧', schema: organisationListSchema }],
    problems: [],
    async handle({ deps: { store }, caller }) {
      const only = keptTo(caller);
      const all = await listOrganisations(store.db, caller.networkId);
      return reply(organisationListSchema, {
        organisations: all.filter(({ id }) => only === null || id === only),
      });
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskOrganisations,
    operationId: 'addOrganisation',
    summary: '構成団体・協力団体を加える',
    auth: 'desk',
    request: { schema: newOrganisationSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 201, description: '加えた', schema: organisationSchema }],
    problems: ['name-taken'],
    async handle({ deps: { store }, caller, body }) {
      const made = await store.write(caller.networkId, async (writing) => {
        const organisation = await addOrganisation(writing, body);
        if (organisation === null) throw new Refused('name-taken', ['name']);
        await writeAudit(
          writing,
          { kind: 'officer', id: caller.officer.id },
          'organisation:create',
          organisation.id,
        );
        return organisation;
      });
      return reply(organisationSchema, made, 201);
    },
  }),
];

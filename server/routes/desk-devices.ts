// 構成員と端末 at the desk: the list, 「この端末を止める」, another invitation for the same member, and 「救出ファイルを読み込む」.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { createdInvitationSchema } from '../../src/domain/desk-contract';
import { deviceListSchema, memberDevicesSchema, stopDeviceSchema } from '../../src/domain/desk-devices';
import { idSchema, INVITATION_LENGTH } from '../../src/domain/ids';
import { RESCUE_FILE_MAX_BYTES, rescueResultSchema } from '../../src/domain/rescue';
import { writeAudit } from '../audit';
import { readRescue } from '../operations/read-rescue';
import { Refused } from '../refused';
import { keptTo } from '../roles';
import { isMemberHere, listMembersWithDevices, readDevice, stopDevice } from '../store/device-list';
import { addInvitation, listInvitations } from '../store/invitations';
import { invitationLink } from './desk-invitations';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 1024;

function idParam(text: string | undefined): string {
  const id = z.safeParse(idSchema, text);
  if (!id.success) throw new Refused('not-found');
  return id.data;
}

export const deskDeviceEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskDevices,
    operationId: 'listDevices',
    summary: '構成員とその端末の一覧',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '構成員と端末', schema: deviceListSchema }],
    problems: [],
    handle: async ({ deps: { store }, caller }) =>
      reply(deviceListSchema, {
        members: await listMembersWithDevices(store.db, caller.networkId, keptTo(caller)),
      }),
  }),
  endpoint({
    method: 'POST',
    path: API.deskDeviceStop('{id}'),
    operationId: 'stopDevice',
    summary: '端末を止める。次の連絡で、端末は中身を消す',
    auth: 'desk',
    request: { schema: stopDeviceSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: '止めた（またはもう止まっていた）', schema: memberDevicesSchema }],
    problems: ['not-found'],
    async handle({ context, deps: { store }, caller, body }) {
      const id = idParam(context.req.param('id'));
      const device = await readDevice(store.db, caller.networkId, id);
      if (
        device === null ||
        !(await isMemberHere(store.db, caller.networkId, device.memberId, keptTo(caller)))
      )
        throw new Refused('not-found');
      await store.write(caller.networkId, async (writing) => {
        if (!(await stopDevice(writing, id, body.reason))) return;
        await writeAudit(
          writing,
          { kind: 'officer', id: caller.officer.id },
          `device:stop:${body.reason}`,
          id,
        );
        writing.tellDesk({ kind: 'invitations', recordId: null });
      });
      const members = await listMembersWithDevices(store.db, caller.networkId, keptTo(caller));
      const member = members.find(({ memberId }) => memberId === device.memberId);
      if (member === undefined) throw new Refused('not-found');
      return reply(memberDevicesSchema, member);
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskMemberInvitations('{id}'),
    operationId: 'inviteAgain',
    summary: 'すでにいる構成員の、もう1台（買い替えなど）の招待を作る',
    auth: 'desk',
    request: null,
    replies: [
      { status: 201, description: '作った。コードが出るのはこの1回だけ', schema: createdInvitationSchema },
    ],
    problems: ['not-found'],
    async handle({ context, deps, caller }) {
      const { store } = deps;
      const memberId = idParam(context.req.param('id'));
      if (!(await isMemberHere(store.db, caller.networkId, memberId, keptTo(caller))))
        throw new Refused('not-found');
      const made = await store.write(caller.networkId, async (writing) => {
        const invitation = await addInvitation(writing, memberId, deps.randomBytes(INVITATION_LENGTH));
        const officer = { kind: 'officer' as const, id: caller.officer.id };
        await writeAudit(writing, officer, 'invitation:create', invitation.id);
        writing.tellDesk({ kind: 'invitations', recordId: null });
        return invitation;
      });
      const [row] = await listInvitations(store.db, caller.networkId, store.now().toISOString(), {
        id: made.id,
      });
      if (row === undefined) throw new Error('the invitation is gone');
      const link = invitationLink(deps.origin(), made.code);
      return reply(createdInvitationSchema, { invitation: row, code: made.code, link }, 201);
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskRescues,
    operationId: 'readRescue',
    summary: '救出ファイルを読み込む（同じファイルは何度読み込んでも同じ）',
    auth: 'desk',
    request: null,
    bytes: { contentTypes: ['application/octet-stream'], headers: {}, maxBytes: RESCUE_FILE_MAX_BYTES },
    replies: [{ status: 200, description: '受け取った数', schema: rescueResultSchema }],
    problems: ['rescue-unreadable'],
    async handle({ deps, caller, bytes }) {
      const officer = { kind: 'officer' as const, id: caller.officer.id };
      return reply(rescueResultSchema, await readRescue(deps, caller.networkId, officer, bytes));
    },
  }),
];

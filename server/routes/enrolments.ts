// POST /api/v1/enrolments: an invitation becomes a device, once. The same invitation with the same key gets the same
// answer again, because the first reply may have been lost; any other key is told that it is used.
import { API } from '../../src/domain/api-paths';
import {
  enrolmentReplySchema,
  enrolmentRequestSchema,
  enrolmentText,
  type EnrolmentReply,
  type EnrolmentRequest,
} from '../../src/domain/enrolment';
import { PROTOCOL } from '../../src/domain/protocol-version';
import { writeAudit } from '../audit';
import type { Deps } from '../deps';
import { isSignedBy } from '../device-signature';
import { Refused } from '../refused';
import { verifyKeyOf } from '../signing-keys';
import { addSecrecyAcceptance } from '../store/badges';
import { addDevice } from '../store/devices';
import { findInvitation, stateOf, takeInvitation } from '../store/invitations';
import { readMember, readProfile } from '../store/networks';
import { callerAddress } from './caller-address';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 8 * 1024;

export const enrolmentEndpoints = [
  endpoint({
    method: 'POST',
    path: API.enrolments,
    operationId: 'enrol',
    summary: '招待コードを使って、端末を1人の構成員のものとして登録する',
    auth: 'none',
    request: { schema: enrolmentRequestSchema, maxBytes: BODY_MAX_BYTES, protocol: true },
    replies: [
      { status: 200, description: '登録した（同じ鍵なら何度でも同じ答え）', schema: enrolmentReplySchema },
    ],
    problems: [
      'invitation-unknown',
      'invitation-used',
      'invitation-expired',
      'invitation-revoked',
      'too-many-requests',
    ],
    async handle({ context, deps, body }) {
      const address = callerAddress(context, deps);
      await deps.gates.enrolment.pass(address);
      if (!isSignedBy(body.deviceKey, enrolmentText(body), body.proof))
        throw new Refused('invalid-body', ['proof']);
      const answer = await enrol(deps, body);
      await deps.gates.enrolment.giveBack(address);
      return reply(enrolmentReplySchema, answer);
    },
  }),
];

/** @throws Refused */
async function enrol(deps: Deps, request: EnrolmentRequest): Promise<EnrolmentReply> {
  const { store, secrets } = deps;
  const found = await findInvitation(store.db, request.invitation);
  if (found === undefined) throw new Refused('invitation-unknown');
  // The order of the keys is fixed by the schema's own order, so equal keys are equal text.
  const { kty, crv, x, y } = request.deviceKey;
  const key = JSON.stringify({ kty, crv, x, y });
  const deviceId = await store.write(found.network_id, async (writing) => {
    const made = writing.newId();
    if (await takeInvitation(writing, found.id, { id: made, key })) {
      await addDevice(writing, {
        id: made,
        memberId: found.member_id,
        token: secrets.deviceToken(made),
        key,
        appVersion: request.device.appVersion,
        system: request.device.system,
      });
      await addSecrecyAcceptance(writing, {
        deviceId: made,
        memberId: found.member_id,
        acceptedAt: request.secrecyAcceptedAt,
        textVersion: request.secrecyText,
      });
      const member = { kind: 'member' as const, id: found.member_id };
      await writeAudit(writing, member, 'invitation:redeem', found.id);
      await writeAudit(writing, member, 'secrecy:accept', made);
      writing.tellDesk({ kind: 'invitations', recordId: null });
      return made;
    }
    const now = await findInvitation(writing.db, request.invitation);
    if (now === undefined) throw new Refused('invitation-unknown');
    const state = stateOf(now, writing.at);
    if (state === 'revoked') throw new Refused('invitation-revoked');
    if (state === 'expired') throw new Refused('invitation-expired');
    if (now.device_key !== key || now.device_id === null) throw new Refused('invitation-used');
    return now.device_id;
  });
  return {
    protocol: PROTOCOL,
    deviceId,
    token: secrets.deviceToken(deviceId),
    member: await readMember(store.db, found.network_id, found.member_id),
    network: await readProfile(store.db, found.network_id),
    networkVerifyKey: verifyKeyOf(deps, found.network_id),
    serverClock: store.now().toISOString(),
  };
}

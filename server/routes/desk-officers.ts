// 「利用者」: accounts of the desk, by admins only. Passphrases that are made here are told once and replaced by the officer's own.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  endedSessionsSchema,
  newOfficerSchema,
  officerChangeSchema,
  officerListSchema,
  officerPassphraseSchema,
  officerRowSchema,
  type OfficerRow,
} from '../../src/domain/desk-accounts';
import { idSchema } from '../../src/domain/ids';
import {
  changeAccount,
  createAccount,
  endAccountSessions,
  givePassphrase,
  resetAccount,
  resetAccountTotp,
} from '../accounts';
import type { Actor } from '../audit';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { listOfficers } from '../store/officers';
import type { Writing } from '../store/ports';
import type { DeskCaller } from './desk-guard';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;
const actorOf = (caller: DeskCaller): Actor => ({ kind: 'officer', id: caller.officer.id });

/** @throws Refused not-found */
function idParam(text: string | undefined): string {
  const id = z.safeParse(idSchema, text);
  if (!id.success) throw new Refused('not-found');
  return id.data;
}

async function change<T>(
  deps: Deps,
  { networkId }: DeskCaller,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const done = await deps.store.write(networkId, work);
  deps.hub.askAgain(networkId);
  return done;
}

async function row({ store }: Deps, { networkId }: DeskCaller, id: string): Promise<OfficerRow> {
  const [officer] = await listOfficers(store.db, networkId, id);
  if (officer === undefined) throw new Refused('not-found');
  return officer;
}

export const deskOfficerEndpoints = [
  endpoint({
    method: 'GET',
    path: API.deskOfficers,
    operationId: 'listOfficers',
    summary: '利用者の一覧',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '利用者の一覧', schema: officerListSchema }],
    problems: [],
    handle: async ({ deps: { store }, caller }) =>
      reply(officerListSchema, { officers: await listOfficers(store.db, caller.networkId) }),
  }),
  endpoint({
    method: 'POST',
    path: API.deskOfficers,
    operationId: 'createOfficer',
    summary: '利用者を加える',
    auth: 'desk',
    request: { schema: newOfficerSchema, maxBytes: BODY_MAX_BYTES },
    replies: [
      {
        status: 201,
        description: '加えた。パスフレーズが出るのはこの1回だけ',
        schema: officerPassphraseSchema,
      },
    ],
    problems: ['name-taken', 'not-found'],
    async handle({ deps, caller, body }) {
      const { passphrase, hash } = await givePassphrase(deps.randomBytes);
      const id = await change(deps, caller, (writing) => createAccount(writing, actorOf(caller), body, hash));
      return reply(officerPassphraseSchema, { officer: await row(deps, caller, id), passphrase }, 201);
    },
  }),
  endpoint({
    method: 'PUT',
    path: API.deskOfficer('{id}'),
    operationId: 'changeOfficer',
    summary: '表示する名前、役割、使えるかどうかを変える',
    auth: 'desk',
    request: { schema: officerChangeSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: '変えた', schema: officerRowSchema }],
    problems: ['not-found', 'last-admin'],
    async handle({ context, deps, caller, body }) {
      const id = idParam(context.req.param('id'));
      await change(deps, caller, (writing) => changeAccount(writing, actorOf(caller), id, body));
      return reply(officerRowSchema, await row(deps, caller, id));
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskOfficerPassphrase('{id}'),
    operationId: 'resetPassphrase',
    summary: 'パスフレーズを作り直す',
    auth: 'desk',
    request: null,
    replies: [
      {
        status: 200,
        description: '作り直した。パスフレーズが出るのはこの1回だけ',
        schema: officerPassphraseSchema,
      },
    ],
    problems: ['not-found'],
    async handle({ context, deps, caller }) {
      const id = idParam(context.req.param('id'));
      const { passphrase, hash } = await givePassphrase(deps.randomBytes);
      await change(deps, caller, (writing) => resetAccount(writing, actorOf(caller), id, hash));
      return reply(officerPassphraseSchema, { officer: await row(deps, caller, id), passphrase });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskOfficerTotp('{id}'),
    operationId: 'resetTotp',
    summary: '確認コードの設定を消す。次のサインインで設定し直す',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '消した', schema: officerRowSchema }],
    problems: ['not-found'],
    async handle({ context, deps, caller }) {
      const id = idParam(context.req.param('id'));
      await change(deps, caller, (writing) => resetAccountTotp(writing, actorOf(caller), id));
      return reply(officerRowSchema, await row(deps, caller, id));
    },
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskOfficerSessions('{id}'),
    operationId: 'endOfficerSessions',
    summary: '利用者のサインインをすべて終える',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '終えた数', schema: endedSessionsSchema }],
    problems: ['not-found'],
    async handle({ context, deps, caller }) {
      const id = idParam(context.req.param('id'));
      const ended = await change(deps, caller, (writing) => endAccountSessions(writing, actorOf(caller), id));
      return reply(endedSessionsSchema, { ended });
    },
  }),
];

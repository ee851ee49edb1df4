// Sign-in at the desk. The session lives on the server; the browser holds only a cookie no script can read.
import { API } from '../../src/domain/api-paths';
import {
  deskSessionSchema,
  signInSchema,
  type DeskSession,
  type Officer,
} from '../../src/domain/desk-contract';
import { writeAudit } from '../audit';
import type { Deps } from '../deps';
import { passphraseMatches } from '../passphrases';
import { Refused } from '../refused';
import { readProfile } from '../store/networks';
import { addSession, findOfficer, removeOldSessions, removeSession } from '../store/officers';
import { callerAddress } from './caller-address';
import { ABSOLUTE_MS, DESK_COOKIE, IDLE_MS, requireSameOrigin } from './desk-guard';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;
const TOKEN_BYTES = 32;

const cookie = (value: string, maxAgeSeconds: number) =>
  `${DESK_COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Strict`;

async function describe({ store }: Deps, networkId: string, officer: Officer): Promise<DeskSession> {
  return {
    officer,
    network: await readProfile(store.db, networkId),
    serverClock: store.now().toISOString(),
  };
}

export const deskSessionEndpoints = [
  endpoint({
    method: 'POST',
    path: API.deskSession,
    operationId: 'signIn',
    summary: '事務局の利用者としてサインインする',
    auth: 'none',
    request: { schema: signInSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: 'サインインした', schema: deskSessionSchema }],
    problems: ['sign-in-failed', 'too-many-requests', 'cross-site'],
    async handle({ context, deps, body }) {
      requireSameOrigin(context, deps);
      const { gates, store } = deps;
      const address = callerAddress(context, deps);
      const name = body.name.normalize('NFKC').trim();
      const fromHere = `${name}\n${address}`;
      await gates.signInAddress.pass(address);
      await gates.signInAccountFromAddress.pass(fromHere);
      await gates.signInAccount.pass(name);
      const account = await findOfficer(store.db, name);
      const matches = await passphraseMatches(account?.passphraseHash ?? null, body.passphrase);
      if (!matches || account === null) throw new Refused('sign-in-failed');
      await gates.signInAddress.giveBack(address);
      await gates.signInAccount.giveBack(name);
      await gates.signInAccountFromAddress.forget(fromHere);

      const token = Buffer.from(deps.randomBytes(TOKEN_BYTES)).toString('base64url');
      await store.write(account.networkId, async (writing) => {
        const before = new Date(Date.parse(writing.at) - IDLE_MS).toISOString();
        await removeOldSessions(writing.db, writing.networkId, before);
        await addSession(writing, token, account.id);
        await writeAudit(writing, { kind: 'officer', id: account.id }, 'desk:sign-in', account.id);
      });
      const { id, displayName } = account;
      const response = reply(
        deskSessionSchema,
        await describe(deps, account.networkId, { id, name: account.name, displayName }),
      );
      response.headers.set('set-cookie', cookie(token, ABSOLUTE_MS / 1000));
      return response;
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskSession,
    operationId: 'deskSession',
    summary: 'いまサインインしている利用者',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: 'サインインしている', schema: deskSessionSchema }],
    problems: [],
    handle: async ({ deps, caller }) =>
      reply(deskSessionSchema, await describe(deps, caller.networkId, caller.officer)),
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskSession,
    operationId: 'signOut',
    summary: 'サインアウトする',
    auth: 'desk',
    request: null,
    replies: [{ status: 204, description: 'サインアウトした', schema: null }],
    problems: [],
    async handle({ deps, caller }) {
      await removeSession(deps.store.db, caller.token);
      await deps.store.write(caller.networkId, (writing) =>
        writeAudit(writing, { kind: 'officer', id: caller.officer.id }, 'desk:sign-out', caller.officer.id),
      );
      return new Response(null, { status: 204, headers: { 'set-cookie': cookie('', 0) } });
    },
  }),
];

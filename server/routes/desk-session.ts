// Sign-in at the desk: passphrase, then the second factor. The session lives on the server; the browser holds only a cookie
// no script can read, and gets another one with each step.
import { API } from '../../src/domain/api-paths';
import { codeSchema } from '../../src/domain/desk-accounts';
import { deskSessionSchema, SIGN_IN_STATES, signInSchema } from '../../src/domain/desk-contract';
import { writeAudit } from '../audit';
import { browserName } from '../browser-name';
import { changeSession, describeSession, deskCookie, statusOf } from '../desk-door';
import type { Deps } from '../deps';
import { passphraseMatches } from '../passphrases';
import { Refused } from '../refused';
import { removeOldSessions, removeSession } from '../store/desk-sessions';
import { readProfile } from '../store/networks';
import {
  changeOfficerRow,
  findOfficer,
  readOfficer,
  unusedRecoveryCodes,
  useRecoveryCode,
} from '../store/officers';
import { looksLikeRecoveryCode, recoveryCodeMatches, totpStep, unlockTotp } from '../totp';
import { callerAddress } from './caller-address';
import { IDLE_MS, requireSameOrigin, type DeskCaller, type SignInStatus } from './desk-guard';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;

/** The reply of a step: the session as it now is, and the cookie for it. */
export async function stepReply(
  deps: Deps,
  caller: { networkId: string; officerId: string },
  status: SignInStatus,
  token: string,
): Promise<Response> {
  const response = reply(
    deskSessionSchema,
    await describeSession(deps, caller.networkId, caller.officerId, status),
  );
  response.headers.set('set-cookie', deskCookie(token));
  return response;
}

/** Counts a code that is tried, by officer: codes are short. @throws Refused too-many-requests */
export async function countCode({ gates }: Deps, officerId: string): Promise<void> {
  await gates.codeOfOfficer.pass(officerId);
  await gates.codeOfOfficerInADay.pass(officerId);
}
export async function forgiveCode({ gates }: Deps, officerId: string): Promise<void> {
  await gates.codeOfOfficer.forget(officerId);
  await gates.codeOfOfficerInADay.giveBack(officerId);
}

export const deskSessionEndpoints = [
  endpoint({
    method: 'POST',
    path: API.deskSession,
    operationId: 'signIn',
    summary: '事務局の利用者としてサインインする',
    auth: 'none',
    request: { schema: signInSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: 'サインインした。または次の段', schema: deskSessionSchema }],
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
      // A name nobody has and an account that is shut take the same way: the same work, the same answer.
      const hash = account === null || account.disabled ? null : account.passphraseHash;
      const matches = await passphraseMatches(hash, body.passphrase);
      if (!matches || account === null) {
        deps.log.info({ officer: account?.id ?? null }, 'sign-in refused');
        throw new Refused('sign-in-failed');
      }
      await gates.signInAddress.giveBack(address);
      await gates.signInAccount.giveBack(name);
      await gates.signInAccountFromAddress.forget(fromHere);

      const status = statusOf(account, await readProfile(store.db, account.networkId), false);
      const browser = browserName(context.req.header('user-agent'));
      const token = await store.write(account.networkId, async (writing) => {
        const before = new Date(Date.parse(writing.at) - IDLE_MS).toISOString();
        await removeOldSessions(writing, before);
        if (status === 'signed-in')
          await writeAudit(writing, { kind: 'officer', id: account.id }, 'desk:sign-in', account.id);
        return changeSession(deps, writing, { officerId: account.id, status, browser, before: null });
      });
      return stepReply(deps, { networkId: account.networkId, officerId: account.id }, status, token);
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskSessionCode,
    operationId: 'signInCode',
    summary: '確認コードか予備のコードで、サインインを終える',
    auth: 'desk',
    sessions: ['code-wanted'],
    request: { schema: codeSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: 'サインインした。または次の段', schema: deskSessionSchema }],
    problems: ['code-wrong', 'too-many-requests'],
    async handle({ deps, caller, body }) {
      await countCode(deps, caller.officer.id);
      const spare = await matchingRecoveryCode(deps, caller, body.code);
      const network = await readProfile(deps.store.db, caller.networkId);
      const officer = { kind: 'officer', id: caller.officer.id } as const;
      const done = await deps.store.write(caller.networkId, async (writing) => {
        const account = await readOfficer(writing.db, writing.networkId, caller.officer.id);
        if (account === null) return null;
        let isGood = false;
        if (spare !== null) {
          isGood = await useRecoveryCode(writing, account.id, spare.place, spare.code_hash);
          if (isGood) await writeAudit(writing, officer, 'desk:recovery-code', account.id);
        } else if (account.totpSecret !== null) {
          const secret = unlockTotp(deps.secrets, account.id, account.totpSecret);
          const step = totpStep(secret, body.code, deps.store.now(), account.totpLastStep);
          isGood = step !== null;
          if (isGood) await changeOfficerRow(writing, account.id, { totp_last_step: step });
        }
        if (!isGood) {
          await writeAudit(writing, officer, 'desk:code-refused', account.id);
          return null;
        }
        const status = statusOf(account, network, true);
        if (status === 'signed-in') await writeAudit(writing, officer, 'desk:sign-in', account.id);
        const next = { officerId: account.id, status, browser: caller.browser, before: caller.token };
        return { status, token: await changeSession(deps, writing, next) };
      });
      if (done === null) throw new Refused('code-wrong');
      await forgiveCode(deps, caller.officer.id);
      return stepReply(deps, { networkId: caller.networkId, officerId: caller.officer.id }, done.status, done.token); // prettier-ignore
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskSession,
    operationId: 'deskSession',
    summary: 'いまサインインしている利用者',
    auth: 'desk',
    sessions: SIGN_IN_STATES,
    request: null,
    replies: [{ status: 200, description: 'サインインしている、またはその途中', schema: deskSessionSchema }],
    problems: [],
    handle: async ({ deps, caller }) =>
      reply(
        deskSessionSchema,
        await describeSession(deps, caller.networkId, caller.officer.id, caller.status),
      ),
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskSession,
    operationId: 'signOut',
    summary: 'サインアウトする',
    auth: 'desk',
    sessions: SIGN_IN_STATES,
    request: null,
    replies: [{ status: 204, description: 'サインアウトした', schema: null }],
    problems: [],
    async handle({ deps, caller }) {
      await removeSession(deps.store.db, caller.token);
      await deps.store.write(caller.networkId, (writing) =>
        writeAudit(writing, { kind: 'officer', id: caller.officer.id }, 'desk:sign-out', caller.officer.id),
      );
      deps.hub.askAgain(caller.networkId);
      return new Response(null, { status: 204, headers: { 'set-cookie': deskCookie('', 0) } });
    },
  }),
];

/** Tried outside the transaction, because argon2 takes its time; used up inside it. */
async function matchingRecoveryCode({ store }: Deps, caller: DeskCaller, code: string) {
  if (!looksLikeRecoveryCode(code)) return null;
  for (const one of await unusedRecoveryCodes(store.db, caller.networkId, caller.officer.id))
    if (await recoveryCodeMatches(one.code_hash, code)) return one;
  return null;
}

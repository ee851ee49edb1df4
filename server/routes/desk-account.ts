// One's own account at the desk: second factor, passphrase, and where one is signed in.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import {
  codeSchema,
  endedSessionsSchema,
  newPassphraseSchema,
  ownSessionListSchema,
  startTotpSchema,
  totpOfferSchema,
  totpSetSchema,
} from '../../src/domain/desk-accounts';
import { deskSessionSchema } from '../../src/domain/desk-contract';
import { idSchema } from '../../src/domain/ids';
import { writeAudit, type Actor } from '../audit';
import { changeSession, describeSession, deskCookie, statusOf } from '../desk-door';
import type { Deps } from '../deps';
import { hashPassphrase, isWeak, passphraseMatches } from '../passphrases';
import { Refused } from '../refused';
import { endSessions, listSessions } from '../store/desk-sessions';
import { readProfile } from '../store/networks';
import { changeOfficerRow, readOfficer, replaceRecoveryCodes, setPassphrase } from '../store/officers';
import type { OfficerAccount } from '../store/officers';
import {
  hashRecoveryCode,
  lockTotp,
  RECOVERY_RANDOM_BYTES,
  recoveryCodes,
  totpSecret,
  totpStep,
  totpUri,
  TOTP_IV_BYTES,
  TOTP_SECRET_BYTES,
  unlockTotp,
} from '../totp';
import { ABSOLUTE_MS, IDLE_MS, type DeskCaller } from './desk-guard';
import { countCode, forgiveCode, stepReply } from './desk-session';
import { endpoint, reply } from './endpoint';

const BODY_MAX_BYTES = 4 * 1024;
const actorOf = (caller: DeskCaller): Actor => ({ kind: 'officer', id: caller.officer.id });

async function ownAccount({ store }: Deps, caller: DeskCaller): Promise<OfficerAccount> {
  const account = await readOfficer(store.db, caller.networkId, caller.officer.id);
  if (account === null) throw new Refused('signed-out');
  return account;
}

/** Counted like a sign-in. @throws Refused sign-in-failed, too-many-requests */
async function requirePassphrase({ gates }: Deps, account: OfficerAccount, passphrase: string) {
  await gates.signInAccount.pass(account.name);
  if (!(await passphraseMatches(account.passphraseHash, passphrase))) throw new Refused('sign-in-failed');
  await gates.signInAccount.giveBack(account.name);
}

export const deskAccountEndpoints = [
  endpoint({
    method: 'POST',
    path: API.deskTotp,
    operationId: 'startTotp',
    summary: '確認コードのアプリに入れる秘密をもらう。使えるのは、そのコードを1度入れてから',
    auth: 'desk',
    sessions: ['totp-wanted', 'signed-in'],
    request: { schema: startTotpSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: 'アプリに入れるもの', schema: totpOfferSchema }],
    problems: ['sign-in-failed', 'too-many-requests', 'invalid-body'],
    async handle({ deps, caller, body }) {
      const account = await ownAccount(deps, caller);
      if (caller.status === 'signed-in') {
        if (body.passphrase === null) throw new Refused('invalid-body', ['passphrase']);
        await requirePassphrase(deps, account, body.passphrase);
      } else if (account.totpSecret !== null) throw new Refused('signed-out');
      const secret = totpSecret(deps.randomBytes(TOTP_SECRET_BYTES));
      const locked = lockTotp(deps.secrets, account.id, secret, deps.randomBytes(TOTP_IV_BYTES));
      await deps.store.write(caller.networkId, (writing) =>
        changeOfficerRow(writing, account.id, { totp_offered: locked }),
      );
      return reply(totpOfferSchema, { secret, uri: totpUri(secret, account.name) });
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskTotpCode,
    operationId: 'confirmTotp',
    summary: '確認コードを設定し終える。予備のコードが出るのはこの1回だけ',
    auth: 'desk',
    sessions: ['totp-wanted', 'signed-in'],
    request: { schema: codeSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: '設定した', schema: totpSetSchema }],
    problems: ['code-wrong', 'too-many-requests'],
    async handle({ deps, caller, body }) {
      const officerId = caller.officer.id;
      await countCode(deps, officerId);
      const codes = recoveryCodes(deps.randomBytes(RECOVERY_RANDOM_BYTES));
      const hashes = await Promise.all(codes.map(hashRecoveryCode));
      const network = await readProfile(deps.store.db, caller.networkId);
      const done = await deps.store.write(caller.networkId, async (writing) => {
        const account = await readOfficer(writing.db, writing.networkId, officerId);
        if (account === null || account.totpOffered === null) return null;
        if (caller.status === 'totp-wanted' && account.totpSecret !== null) return null;
        const secret = unlockTotp(deps.secrets, officerId, account.totpOffered);
        const step = totpStep(secret, body.code, deps.store.now(), null);
        if (step === null) return null;
        await changeOfficerRow(writing, officerId, { totp_secret: account.totpOffered, totp_offered: null, totp_last_step: step }); // prettier-ignore
        await replaceRecoveryCodes(writing, officerId, hashes);
        await endSessions(writing, { officerId, exceptId: caller.sessionId });
        await writeAudit(writing, actorOf(caller), 'desk:totp-set', officerId);
        const status = statusOf({ ...account, totpSecret: account.totpOffered }, network, true);
        if (status === 'signed-in' && caller.status !== 'signed-in')
          await writeAudit(writing, actorOf(caller), 'desk:sign-in', officerId);
        const next = { officerId, status, browser: caller.browser, before: caller.token };
        return { status, token: await changeSession(deps, writing, next) };
      });
      if (done === null) throw new Refused('code-wrong');
      await forgiveCode(deps, officerId);
      deps.hub.askAgain(caller.networkId);
      const session = await describeSession(deps, caller.networkId, officerId, done.status);
      const response = reply(totpSetSchema, { session, recoveryCodes: codes });
      response.headers.set('set-cookie', deskCookie(done.token));
      return response;
    },
  }),
  endpoint({
    method: 'POST',
    path: API.deskPassphrase,
    operationId: 'changePassphrase',
    summary: '自分のパスフレーズを変える。ほかの端末のサインインは終わる',
    auth: 'desk',
    sessions: ['passphrase-wanted', 'signed-in'],
    request: { schema: newPassphraseSchema, maxBytes: BODY_MAX_BYTES },
    replies: [{ status: 200, description: '変えた', schema: deskSessionSchema }],
    problems: ['sign-in-failed', 'passphrase-weak', 'too-many-requests'],
    async handle({ deps, caller, body }) {
      const account = await ownAccount(deps, caller);
      await requirePassphrase(deps, account, body.current);
      const network = await readProfile(deps.store.db, caller.networkId);
      const about = [account.name, account.displayName, network.name, network.municipality];
      const isSame = body.next.normalize('NFKC') === body.current.normalize('NFKC');
      if (isSame || isWeak(body.next, about)) throw new Refused('passphrase-weak', ['next']);
      const hash = await hashPassphrase(body.next);
      const done = await deps.store.write(caller.networkId, async (writing) => {
        await setPassphrase(writing, account.id, hash, false);
        await writeAudit(writing, actorOf(caller), 'desk:passphrase', account.id);
        const status = statusOf({ ...account, passphraseGiven: false }, network, true);
        if (status === 'signed-in' && caller.status !== 'signed-in')
          await writeAudit(writing, actorOf(caller), 'desk:sign-in', account.id);
        const next = { officerId: account.id, status, browser: caller.browser, before: caller.token };
        return { status, token: await changeSession(deps, writing, next) };
      });
      deps.hub.askAgain(caller.networkId);
      return stepReply(deps, { networkId: caller.networkId, officerId: account.id }, done.status, done.token);
    },
  }),
  endpoint({
    method: 'GET',
    path: API.deskSessions,
    operationId: 'listOwnSessions',
    summary: '自分がサインインしている端末',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '新しいものから', schema: ownSessionListSchema }],
    problems: [],
    async handle({ deps: { store }, caller }) {
      const now = store.now().getTime();
      const since = {
        lastSeen: new Date(now - IDLE_MS).toISOString(),
        made: new Date(now - ABSOLUTE_MS).toISOString(),
      };
      const { networkId, officer, sessionId } = caller;
      const sessions = await listSessions(store.db, networkId, officer.id, sessionId, since);
      return reply(ownSessionListSchema, { sessions });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskSessions,
    operationId: 'endOtherSessions',
    summary: 'この端末のほかの、自分のサインインをすべて終える',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '終えた数', schema: endedSessionsSchema }],
    problems: [],
    handle: ({ deps, caller }) => end(deps, caller, { exceptId: caller.sessionId }),
  }),
  endpoint({
    method: 'DELETE',
    path: API.deskOneSession('{id}'),
    operationId: 'endOwnSession',
    summary: '自分のサインインを1つ終える',
    auth: 'desk',
    request: null,
    replies: [{ status: 200, description: '終えた数', schema: endedSessionsSchema }],
    problems: ['not-found'],
    handle({ context, deps, caller }) {
      const id = z.safeParse(idSchema, context.req.param('id'));
      if (!id.success) throw new Refused('not-found');
      return end(deps, caller, { onlyId: id.data });
    },
  }),
];

/** @throws Refused not-found when the one that is named is not the caller's */
async function end(
  deps: Deps,
  caller: DeskCaller,
  which: { exceptId: string } | { onlyId: string },
): Promise<Response> {
  const officerId = caller.officer.id;
  const ended = await deps.store.write(caller.networkId, async (writing) => {
    const count = await endSessions(writing, { officerId, ...which });
    if (count === 0 && 'onlyId' in which) throw new Refused('not-found');
    if (count > 0) await writeAudit(writing, actorOf(caller), 'desk:end-session', officerId);
    return count;
  });
  deps.hub.askAgain(caller.networkId);
  return reply(endedSessionsSchema, { ended });
}

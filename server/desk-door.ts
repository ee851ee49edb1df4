// How far a sign-in got, and the change of session that goes with every step: a token never outlives the step it was made in.
import type { DeskSession } from '../src/domain/desk-contract';
import type { Deps } from './deps';
import { operationsOf } from './roles';
import { ABSOLUTE_MS, DESK_COOKIE, type SignInStatus } from './routes/desk-guard';
import { addSession } from './store/desk-sessions';
import { readProfile } from './store/networks';
import { readOfficer, type OfficerAccount } from './store/officers';
import type { Writing } from './store/ports';
import { sha256Of } from './secrets';

const TOKEN_BYTES = 32;

/** @param maxAgeSeconds 0 takes the cookie back */
export const deskCookie = (value: string, maxAgeSeconds = ABSOLUTE_MS / 1000): string =>
  `${DESK_COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Strict`;

/** @param codeGiven the second factor was shown in this sign-in. A demo network goes without one, and without nothing else. */
export function statusOf(
  account: OfficerAccount,
  network: { demo: boolean },
  codeGiven: boolean,
): SignInStatus {
  if (account.totpSecret !== null) {
    if (!codeGiven) return 'code-wanted';
  } else if (!network.demo) return 'totp-wanted';
  return account.passphraseGiven ? 'passphrase-wanted' : 'signed-in';
}

/** Ends the session that asked, if there was one, and makes the next. @returns its token */
export async function changeSession(
  deps: Pick<Deps, 'randomBytes'>,
  writing: Writing,
  next: { officerId: string; status: SignInStatus; browser: string; before: string | null },
): Promise<string> {
  const token = Buffer.from(deps.randomBytes(TOKEN_BYTES)).toString('base64url');
  if (next.before !== null)
    await writing.db.deleteFrom('desk_sessions').where('token_sha256', '=', sha256Of(next.before)).execute();
  await addSession(writing, token, next);
  return token;
}

/** What the desk is told of a session. Before it is all the way in, it may nothing. */
export async function describeSession(
  { store }: Pick<Deps, 'store'>,
  networkId: string,
  officerId: string,
  status: SignInStatus,
): Promise<DeskSession> {
  const account = await readOfficer(store.db, networkId, officerId);
  if (account === null) throw new Error('the officer is gone');
  const { id, name, displayName, roles } = account;
  return {
    status,
    roles,
    may: status === 'signed-in' ? operationsOf(roles) : [],
    hasTotp: account.totpSecret !== null,
    officer: { id, name, displayName },
    network: await readProfile(store.db, networkId),
    serverClock: store.now().toISOString(),
  };
}

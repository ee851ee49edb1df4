// Lets an officer in by the session cookie, as far as the session got and as the roles allow, and refuses changes that come
// from another site. Roles and organisation are read with each request: what is taken away is gone at once.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { DeskSession, Officer } from '../../src/domain/desk-contract';
import type { Role } from '../../src/domain/roles';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { may } from '../roles';
import { findSession, removeSession, touchSession, type DeskSessionRecord } from '../store/desk-sessions';
import { readOfficer } from '../store/officers';

export const DESK_COOKIE = '__Host-mimamori-desk';
export const IDLE_MS = 60 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
/** A sign-in that stops half-way is forgotten after this long. */
export const UNFINISHED_MS = 15 * 60_000;
/** A session in use is written down again only after this long. */
const TOUCH_AFTER_MS = 60_000;

export type SignInStatus = DeskSession['status'];
export interface DeskCaller {
  officer: Officer;
  networkId: string;
  token: string;
  sessionId: string;
  status: SignInStatus;
  browser: string;
  roles: readonly Role[];
  /** the one organisation an organisation coordinator is for */
  organisationId: string | null;
}

/**
 * @param open which sessions may: only those that are all the way in, when left out
 * @throws Refused cross-site, signed-out, not-allowed
 */
export async function requireDesk(
  context: Context,
  deps: Deps,
  operationId: string,
  open: readonly SignInStatus[] = ['signed-in'],
): Promise<DeskCaller> {
  if (context.req.method !== 'GET') requireSameOrigin(context, deps);
  const token = getCookie(context, DESK_COOKIE);
  const caller = token === undefined ? null : await readDeskCaller(deps, token);
  if (caller === null || !open.includes(caller.status)) throw new Refused('signed-out');
  requireRole(caller, operationId);
  return caller;
}

/** @throws Refused not-allowed */
export function requireRole({ roles }: Pick<DeskCaller, 'roles'>, operation: string): void {
  if (!may(roles, operation)) throw new Refused('not-allowed');
}

/** null when the session is unknown, idle for too long or too old, or the officer may no longer sign in. */
export async function readDeskCaller({ store }: Deps, token: string): Promise<DeskCaller | null> {
  const session = await findSession(store.db, token);
  if (session === null) return null;
  const now = store.now().getTime();
  if (!isAlive(session, now)) {
    await removeSession(store.db, token);
    return null;
  }
  const account = await readOfficer(store.db, session.networkId, session.officerId);
  if (account === null || account.disabled) return null;
  if (now - Date.parse(session.lastSeenAt) > TOUCH_AFTER_MS)
    await touchSession(store.db, token, new Date(now).toISOString());
  const { id, name, displayName, roles, organisationId } = account;
  return {
    officer: { id, name, displayName },
    networkId: session.networkId,
    token,
    sessionId: session.id,
    status: session.status,
    browser: session.browser,
    roles,
    organisationId,
  };
}

/** @param nowMs ms since 1970 */
export function isAlive(session: DeskSessionRecord, nowMs: number): boolean {
  const oldMs = nowMs - Date.parse(session.createdAt);
  if (session.status !== 'signed-in') return oldMs <= UNFINISHED_MS;
  return nowMs - Date.parse(session.lastSeenAt) <= IDLE_MS && oldMs <= ABSOLUTE_MS;
}

/**
 * A browser says where a request comes from; one that says nothing is no browser of ours.
 * @throws Refused cross-site
 */
export function requireSameOrigin(context: Context, { origin }: Deps): void {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) {
    if (site !== 'same-origin') throw new Refused('cross-site');
    return;
  }
  const from = context.req.header('origin');
  if (from === undefined) throw new Refused('cross-site');
  if (from !== origin() && !sameHost(from, context.req.header('host'))) throw new Refused('cross-site');
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

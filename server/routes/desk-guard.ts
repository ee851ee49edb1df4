// Lets an officer in by the session cookie, and refuses changes that come from another site.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Officer } from '../../src/domain/desk-contract';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { findSession, removeSession, touchSession } from '../store/officers';

export const DESK_COOKIE = '__Host-mimamori-desk';
export const IDLE_MS = 60 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
/** A session in use is written down again only after this long. */
const TOUCH_AFTER_MS = 60_000;

export interface DeskCaller {
  officer: Officer;
  networkId: string;
  token: string;
}

/** @throws Refused cross-site, signed-out */
export async function requireDesk(context: Context, deps: Deps): Promise<DeskCaller> {
  if (context.req.method !== 'GET') requireSameOrigin(context, deps);
  const token = getCookie(context, DESK_COOKIE);
  const caller = token === undefined ? null : await readDeskCaller(deps, token);
  if (caller === null) throw new Refused('signed-out');
  return caller;
}

/** null when the session is unknown, idle for too long or too old. */
export async function readDeskCaller({ store }: Deps, token: string): Promise<DeskCaller | null> {
  const session = await findSession(store.db, token);
  if (session === null) return null;
  const now = store.now().getTime();
  const idleMs = now - Date.parse(session.lastSeenAt);
  if (idleMs > IDLE_MS || now - Date.parse(session.createdAt) > ABSOLUTE_MS) {
    await removeSession(store.db, token);
    return null;
  }
  if (idleMs > TOUCH_AFTER_MS) await touchSession(store.db, token, new Date(now).toISOString());
  return { officer: session.officer, networkId: session.networkId, token };
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

// The address a request comes from, for counting tries. Never logged.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../deps';

/** The last entry of X-Forwarded-For when a proxy of ours stands in front; else the socket's; `local` without a socket. */
export function callerAddress(context: Context, { config }: Deps): string {
  if (config.trustProxy) {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').pop()?.trim();
    if (forwarded !== undefined && forwarded !== '') return forwarded;
  }
  try {
    return getConnInfo(context).remote.address ?? 'local';
  } catch {
    return 'local';
  }
}

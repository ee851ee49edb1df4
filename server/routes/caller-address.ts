// The address a request comes from, for counting tries. Never logged.
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../deps';

/**
 * The last entry of X-Forwarded-For when a proxy of ours stands in front; else the socket's; `local` without a socket.
 * An IPv6 address counts as its /64, which is what one line is given.
 */
export function callerAddress(context: Context, deps: Deps): string {
  return networkOf(fullAddress(context, deps));
}

function fullAddress(context: Context, { config }: Deps): string {
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

/** @see RFC 6177: one site holds at least a /64 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

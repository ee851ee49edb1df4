// Tells the database's own trouble (busy, full, gone) from a mistake in our code. Decides by code, never by message.

/** Another network's id, or one that is no more. */
export class UnknownNetwork extends Error {}

/**
 * The connection broke, or the database gave the whole transaction up by itself (SQLite does on a full disk):
 * nothing of it may be acknowledged.
 */
export class StoreGone extends Error {}

/** The database cannot take a write now: nothing was stored, the sender may come again (`busy`, 503). */
export function isStoreTrouble(error: unknown): boolean {
  if (error instanceof StoreGone) return true;
  const code = codeOf(error);
  if (code === null) return false;
  if (/^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|NOMEM)/.test(code)) return true;
  // PostgreSQL classes: connection, resources, operator intervention, deadlock and serialisation. @see its appendix A
  if (/^(08|53|57)[0-9A-Z]{3}$/.test(code) || code === '40001' || code === '40P01' || code === '55P03')
    return true;
  return ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'ENOSPC'].includes(code);
}

/** The code an error carries, or null. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

// What the scanner's cache lacks and what it no longer needs. Pure.

/** @param listed paths of this release, e.g. `/assets/scanner-abc.js` @param cached paths now in the cache */
export function scannerDifference(
  listed: readonly string[],
  cached: readonly string[],
): { missing: string[]; obsolete: string[] } {
  return {
    missing: listed.filter((path) => !cached.includes(path)),
    obsolete: cached.filter((path) => !listed.includes(path)),
  };
}

/** A file of ours: arrived whole, and not the HTML of a Wi-Fi login page (law 3). */
export function isScannerFile(reply: { ok: boolean; redirected: boolean; type: string | null }): boolean {
  return reply.ok && !reply.redirected && !(reply.type ?? '').startsWith('text/html');
}

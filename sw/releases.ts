// Which precached files may go. Pure. A page of the release before may still be open with a half-written record when
// the new release takes over (law 13): the files of two releases stay, older ones go.

/** What the worker remembers of its releases, newest first; each a list of cache keys (whole URLs). */
export type Releases = readonly (readonly string[])[];

/** Puts this release in front. The same release again (a worker that was restarted) changes nothing. */
export function withRelease(known: Releases, current: readonly string[]): Releases {
  const newest = known[0];
  const same = newest?.length === current.length && newest.every((key) => current.includes(key));
  return same ? known.slice(0, 2) : [current, ...known].slice(0, 2);
}

/** The cached keys that belong to none of the releases. */
export function obsoleteKeys(cached: readonly string[], kept: Releases): string[] {
  const wanted = new Set(kept.flat());
  return cached.filter((key) => !wanted.has(key));
}

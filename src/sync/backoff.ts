// When to try again after a failed round: full jitter, so that 500 phones never return in the same second. Pure.
// @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/

export const BASE_DELAY_MS = 5_000;
export const MAX_DELAY_MS = 15 * 60_000;
/** A longer Retry-After is cut to this, so that a wrong header cannot silence a phone for days. */
export const RETRY_AFTER_MAX_MS = 60 * 60_000;

/**
 * Milliseconds to wait.
 * @param failures failed rounds in a row, this one included (≥ 1)
 * @param fraction chance, 0 ≤ x < 1
 * @param retryAfterMs what the server asked for; null when it did not. It is a floor, with jitter on top.
 */
export function delayAfter(failures: number, fraction: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** Math.min(failures - 1, 20));
  const jittered = Math.floor(fraction * ceiling);
  if (retryAfterMs === null) return jittered;
  return Math.min(retryAfterMs, RETRY_AFTER_MAX_MS) + jittered;
}

/** True when a round may start. A wait longer than any we set means the clock was moved back: then it may (law 11). */
export function isDue(notBeforeMs: number | null, nowMs: number): boolean {
  if (notBeforeMs === null || nowMs >= notBeforeMs) return true;
  return notBeforeMs - nowMs > RETRY_AFTER_MAX_MS + MAX_DELAY_MS;
}

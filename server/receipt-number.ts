// 受付番号 and 要請番号: K-2026-0123, K-R-2026-0007. Counted per network and year in Japan. Pure.
const JAPAN_OFFSET_MS = 9 * 3_600_000;

/** @param at ISO instant. Japan has no summer time. */
export function yearInJapan(at: string): number {
  return new Date(Date.parse(at) + JAPAN_OFFSET_MS).getUTCFullYear();
}

/** @param parts what stands before the year */
export function numberText(parts: readonly string[], year: number, value: number): string {
  return [...parts, year, String(value).padStart(4, '0')].join('-');
}

// How long what members sent is kept. Personal reports have a clock of their own, shorter than that of the sightings. Pure.
import { yearInJapan } from './receipt-number';

export interface Retention {
  /** days a personal report stays after its case ended */
  reportDays: number;
  /** whole fiscal years a sighting stays after the one in which its case ended */
  sightingYears: number;
}
export const RETENTION_BY_DEFAULT: Retention = { reportDays: 365, sightingYears: 3 };

export const DAY_MS = 86_400_000;
const JAPAN_MS = 9 * 3_600_000;

/** The instant from which a sighting may go: 1 April in Japan. @param endedAt ISO */
export function sightingOverAt(endedAt: string, years: number): string {
  const month = new Date(Date.parse(endedAt) + JAPAN_MS).getUTCMonth();
  const fiscalYear = yearInJapan(endedAt) - (month < 3 ? 1 : 0);
  return new Date(Date.UTC(fiscalYear + 1 + years, 3, 1) - JAPAN_MS).toISOString();
}
export function reportOverAt(endedAt: string, days: number): string {
  return new Date(Date.parse(endedAt) + days * DAY_MS).toISOString();
}

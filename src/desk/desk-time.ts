// Days and times as the office reads them: Japan's own time, whatever the PC says. Pure.
import { dayAndTime } from '../i18n/ja/time';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Japan has one zone and no summer time. */
const JST_OFFSET_MS = 9 * HOUR_MS;

const WITH_YEAR = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const DAY = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const DAY_WITH_YEAR = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});

/** 11月23日(月) 午前9:05; with the year when it is another one than now. @param nowMs the desk's clock */
export function instantWords(instant: string, nowMs: number): string {
  const ms = Date.parse(instant);
  const sameYear = dayOf(ms).slice(0, 4) === dayOf(nowMs).slice(0, 4);
  return sameYear ? dayAndTime(instant) : WITH_YEAR.format(ms);
}

/** 3分前, 2時間前, 昨日, 4日前. A time ahead of the desk's clock is たった今. */
export function ageWords(instant: string, nowMs: number): string {
  const ms = Date.parse(instant);
  const age = nowMs - ms;
  if (age < MINUTE_MS) return 'たった今';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)}分前`;
  const days = Math.round((startOfDay(nowMs) - startOfDay(ms)) / DAY_MS);
  if (days === 0) return `${Math.floor(age / HOUR_MS)}時間前`;
  return days === 1 ? '昨日' : `${days}日前`;
}

/** The calendar day in Japan, YYYY-MM-DD. */
export function dayOf(ms: number): string {
  return new Date(ms + JST_OFFSET_MS).toISOString().slice(0, 10);
}

/** 11月30日(月). @param day YYYY-MM-DD */
export function dayWords(day: string): string {
  return DAY.format(Date.parse(day));
}

/** 2026年11月30日(月). @param day YYYY-MM-DD */
export function dayWithYearWords(day: string): string {
  return DAY_WITH_YEAR.format(Date.parse(day));
}

/** @param day YYYY-MM-DD; `days` may be negative */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The instant at which the calendar day in Japan ends, ms. */
export function endOfDay(ms: number): number {
  return startOfDay(ms) + DAY_MS;
}

/** End of the n-th weekday after this instant; holidays are not known here. */
export function endOfWeekday(ms: number, weekdays: number): number {
  let day = startOfDay(ms);
  for (let left = weekdays; left > 0;) {
    day += DAY_MS;
    const weekday = new Date(day + JST_OFFSET_MS).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day + DAY_MS;
}

function startOfDay(ms: number): number {
  return Date.parse(`${dayOf(ms)}T00:00:00Z`) - JST_OFFSET_MS;
}

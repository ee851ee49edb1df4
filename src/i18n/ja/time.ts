// Dates and times as the field reads them: 11月23日(月) 午前9:05. Always Japan's clock: members all work there,
// and a phone set to another zone must not move a report to another day.

const ZONE = 'Asia/Tokyo';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: ZONE, ...options });

const clock = format({ hour: 'numeric', minute: '2-digit' });
const dayAndClock = format({
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});
const dayOnly = format({ month: 'long', day: 'numeric', weekday: 'short' });
const dayWithYear = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const numericDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** `9:05` */
export const clockTime = (instant: string | Date): string => clock.format(new Date(instant));

/** `11月23日(月) 午前9:05` */
export const dayAndTime = (instant: string | Date): string => dayAndClock.format(new Date(instant));

/** `11月23日(月)` of an instant */
export const dayOf = (instant: string | Date): string => dayOnly.format(new Date(instant));

/** `2026年11月23日(月)` of a calendar day YYYY-MM-DD */
export const fullDay = (day: string): string => dayWithYear.format(new Date(`${day}T00:00:00+09:00`));

/** The calendar day YYYY-MM-DD of an instant. */
export const calendarDay = (instant: Date): string => numericDay.format(instant);

const DAY_MS = 86_400_000;

/** Whole days from one instant to another by the calendar; negative when `to` is earlier. */
export function daysBetween(from: string | Date, to: string | Date): number {
  const day = (instant: string | Date) => Date.parse(`${calendarDay(new Date(instant))}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / DAY_MS);
}

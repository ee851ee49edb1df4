import { expect, it } from 'vitest';
import { calendarDay, clockTime, dayAndTime, daysBetween, fullDay } from '../../src/i18n/ja/time';

it('a time reads as the field writes it', () => {
  expect(dayAndTime('2026-11-23T00:05:00.000Z')).toBe('11月23日(月) 午前9:05');
  expect(dayAndTime('2026-11-23T03:05:00.000Z')).toBe('11月23日(月) 午後0:05');
  expect(clockTime('2026-11-23T00:05:00.000Z')).toBe('9:05');
  expect(fullDay('2026-11-30')).toBe('2026年11月30日(月)');
});

it("the calendar day is Japan's, also an hour before midnight in London", () => {
  expect(calendarDay(new Date('2026-11-23T15:00:00.000Z'))).toBe('2026-11-24');
});

it('days are counted by the calendar, not by 24 hours', () => {
  expect(daysBetween('2026-11-22T14:59:00.000Z', '2026-11-22T15:01:00.000Z')).toBe(1);
});

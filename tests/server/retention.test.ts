// The two clocks, counted in Japan.
import { expect, test } from 'vitest';
import { reportOverAt, sightingOverAt } from '../../server/retention';

test.each([
  ['2026-11-24T01:00:00.000Z', '2030-03-31T15:00:00.000Z'],
  // 31 March 23:59 in Japan is still the old fiscal year, a minute later it is the new one
  ['2027-03-31T14:59:00.000Z', '2030-03-31T15:00:00.000Z'],
  ['2027-03-31T15:00:00.000Z', '2031-03-31T15:00:00.000Z'],
  // New Year's day in Japan while it is still the old year in UTC
  ['2026-12-31T15:30:00.000Z', '2030-03-31T15:00:00.000Z'],
])('a sighting whose case ended %s may go from %s: three fiscal years later', (endedAt, over) => {
  expect(sightingOverAt(endedAt, 3)).toBe(over);
});

test('a personal report may go 365 days after its case ended', () => {
  expect(reportOverAt('2026-11-24T01:00:00.000Z', 365)).toBe('2027-11-24T01:00:00.000Z');
});

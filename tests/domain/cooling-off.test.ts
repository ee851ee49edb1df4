// The checked vectors of shared/domain/cooling-off.json.
import { describe, expect, it } from 'vitest';
import { coolingOffRules, coolingOffStatus } from '../../src/domain/cooling-off';

describe('cooling-off days', () => {
  it.each([
    ['2024-10-10', 8, '2024-10-17', '基本'],
    ['2024-02-25', 8, '2024-03-03', 'うるう年'],
    ['2023-02-25', 8, '2023-03-04', '平年'],
    ['2024-12-28', 8, '2025-01-04', '年をまたぐ（年末年始でも延びない）'],
    ['2024-02-15', 20, '2024-03-05', '20日・うるう年'],
    ['2023-02-15', 20, '2023-03-06', '20日・平年'],
    ['2024-05-31', 8, '2024-06-07', '月末'],
    ['2024-12-15', 20, '2025-01-03', '20日・年をまたぐ'],
  ])('received on %s with %i days ends on %s (%s)', (received, days, lastDay) => {
    expect(coolingOffStatus(received, days, received)).toMatchObject({ lastDay, remainingDays: days });
  });

  it.each([
    ['2024-10-10', '2024-10-10', 'open', 8],
    ['2024-10-16', '2024-10-10', 'open', 2],
    ['2024-10-17', '2024-10-10', 'last_day', 1],
    ['2024-10-18', '2024-10-10', 'expired_consult', 0],
  ])('on %s, received %s is %s with %i days left', (today, received, status, remainingDays) => {
    expect(coolingOffStatus(received, 8, today)).toMatchObject({ status, remainingDays });
  });

  it('has not begun while no document was received', () => {
    expect(coolingOffStatus(null, 8, '2024-10-18')).toEqual({ status: 'not_started_consult' });
  });

  it('asks to look again at a day in the future', () => {
    expect(coolingOffStatus('2024-10-10', 8, '2024-10-09')).toEqual({ status: 'invalid_future_date' });
  });

  it('counts 8 days for visits, telephone and purchase, 20 for side jobs, and none for a mail order', () => {
    const days = (type: Parameters<typeof coolingOffRules>[0][number]) =>
      coolingOffRules([type]).map((rule) => rule.days);
    for (const type of ['visit_sales', 'inspection', 'serial_sales', 'phone_sales', 'home_purchase'] as const)
      expect(days(type), type).toEqual([8]);
    expect(days('side_job')).toEqual([20]);
    expect(days('subscription')).toEqual([]);
  });

  it('names each law once, the shortest count first', () => {
    expect(coolingOffRules(['side_job', 'visit_sales', 'inspection']).map((rule) => rule.law)).toEqual([
      '特定商取引法9条',
      '特定商取引法40条・58条',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { dueAt, inOrder, isLate, keep } from '../../src/desk/inbox/inbox-order';
import { aCase, NOON } from './fake-desk';

const minutesAgo = (minutes: number) => new Date(NOON - minutes * 60_000).toISOString();

describe('the order of 受付箱', () => {
  it('puts urgent cases first, then the newest, and finished ones last whatever their urgency', () => {
    const rows = [
      aCase({ receiptNo: 'K-2026-1001', urgency: 'info', receivedAt: minutesAgo(1) }).row,
      aCase({ receiptNo: 'K-2026-1002', urgency: 'high', receivedAt: minutesAgo(90) }).row,
      aCase({ receiptNo: 'K-2026-1003', urgency: 'emergency', state: 'closed' }).row,
      aCase({ receiptNo: 'K-2026-1004', urgency: 'high', receivedAt: minutesAgo(30) }).row,
      aCase({ receiptNo: 'K-2026-1005', urgency: 'emergency', receivedAt: minutesAgo(300) }).row,
      aCase({ receiptNo: 'K-2026-1006', urgency: 'medium' }).row,
    ];
    expect(inOrder(rows).map((row) => row.receiptNo.slice(-1))).toEqual(['5', '4', '2', '6', '1', '3']);
  });

  it('puts what waits for the office before what waits for the member, within one urgency', () => {
    const rows = [
      aCase({ urgency: 'emergency', state: 'instructed' }).row,
      aCase({ urgency: 'emergency', state: 'reviewing' }).row,
      aCase({ urgency: 'emergency', state: 'received', receivedAt: minutesAgo(500) }).row,
    ];
    expect(inOrder(rows).map((row) => row.state)).toEqual(['received', 'reviewing', 'instructed']);
  });

  it('leaves the list it was given as it was', () => {
    const rows = [aCase({ urgency: 'info' }).row, aCase({ urgency: 'emergency' }).row];
    inOrder(rows);
    expect(rows.map((row) => row.urgency)).toEqual(['info', 'emergency']);
  });
});

describe('the mark for waiting too long', () => {
  const row = (urgency: 'emergency' | 'high' | 'medium' | 'info', receivedAt: string) =>
    aCase({ urgency, receivedAt }).row;

  it('comes 15 minutes after an urgent case', () => {
    const urgent = row('emergency', '2026-11-24T00:00:00.000Z');
    expect(isLate(urgent, Date.parse('2026-11-24T00:15:00.000Z'))).toBe(false);
    expect(isLate(urgent, Date.parse('2026-11-24T00:15:00.001Z'))).toBe(true);
  });

  it('comes at the end of the same day in Japan for 高', () => {
    // 11月24日 午後11:59 in Japan is 14:59 UTC
    const high = row('high', '2026-11-24T00:00:00.000Z');
    expect(isLate(high, Date.parse('2026-11-24T14:59:59.000Z'))).toBe(false);
    expect(isLate(high, Date.parse('2026-11-24T15:00:01.000Z'))).toBe(true);
  });

  it('counts three weekdays for the rest: Thursday’s case is late after Tuesday', () => {
    const thursday = row('info', '2026-11-26T03:00:00.000Z');
    expect(isLate(thursday, Date.parse('2026-12-01T14:59:00.000Z'))).toBe(false);
    expect(isLate(thursday, Date.parse('2026-12-01T15:00:01.000Z'))).toBe(true);
  });

  it('never stands on a case that waits for the member or is finished', () => {
    for (const state of [
      'instructed',
      'in_progress',
      'need_info',
      'need_personal',
      'closed',
      'merged',
    ] as const)
      expect(dueAt({ ...row('emergency', '2020-01-01T00:00:00.000Z'), state })).toBeNull();
  });
});

describe('the text filter', () => {
  const rows = [
    aCase({ receiptNo: 'K-2026-0123', organisation: '見本宅配' }).row,
    aCase({ receiptNo: 'K-2026-0456', organisation: '見本銀行', signs: ['SH-01'], place: 'shop' }).row,
  ];
  const found = (text: string) => keep(rows, { state: null, text }).map((row) => row.receiptNo);

  it('finds a receipt number typed in full width, in part, or without hyphens', () => {
    expect(found('Ｋ－２０２６－０１２３'.replaceAll('－', '-'))).toEqual(['K-2026-0123']);
    expect(found('0456')).toEqual(['K-2026-0456']);
    expect(found('k20260456')).toEqual(['K-2026-0456']);
  });

  it('finds by organisation and by the words of a sign, and needs every word', () => {
    expect(found('見本銀行')).toEqual(['K-2026-0456']);
    expect(found('ATM　見本銀行')).toEqual(['K-2026-0456']);
    expect(found('ATM 見本宅配')).toEqual([]);
  });
});

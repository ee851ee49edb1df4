import { describe, expect, it } from 'vitest';
import { deliveryLink, deliveryWords } from '../../src/app/delivery-words';

// 9:30 in Japan
const NOW = new Date('2026-11-23T00:30:00.000Z');
const AT_9_07 = '2026-11-23T00:07:00.000Z';

describe("the header's line of delivery", () => {
  it('claims nothing before the phone knows', () => {
    expect(deliveryWords(null, NOW)).toBe('');
  });

  it('says when everything has arrived, and when that was', () => {
    expect(deliveryWords({ status: 'all-delivered', at: AT_9_07 }, NOW)).toBe('すべて届いています 9:07');
  });

  it('counts what waits and says when it last reached the secretariat', () => {
    expect(deliveryWords({ status: 'waiting', waiting: 2, lastContactAt: AT_9_07 }, NOW)).toBe(
      '送信待ち 2件・最終送信 9:07',
    );
  });

  it('names the day when the last contact was on another one', () => {
    const yesterday = '2026-11-22T00:07:00.000Z';
    expect(deliveryWords({ status: 'waiting', waiting: 1, lastContactAt: yesterday }, NOW)).toBe(
      '送信待ち 1件・最終送信 11月22日(日) 9:07',
    );
  });

  it('leaves the time out when the secretariat was never reached', () => {
    expect(deliveryWords({ status: 'waiting', waiting: 1, lastContactAt: null }, NOW)).toBe('送信待ち 1件');
  });

  it('neither counts nothing nor claims that all has arrived before that is proven', () => {
    expect(deliveryWords({ status: 'waiting', waiting: 0, lastContactAt: AT_9_07 }, NOW)).toBe(
      '最終送信 9:07',
    );
  });

  it('says before enrolment that records wait here', () => {
    expect(deliveryWords({ status: 'not-enrolled', waiting: 0 }, NOW)).toBe(
      '登録するまで、この端末で待ちます',
    );
    expect(deliveryWords({ status: 'not-enrolled', waiting: 3 }, NOW)).toContain('送信待ち 3件');
  });

  it('says 送っています while it sends', () => {
    expect(deliveryWords({ status: 'sending', waiting: 2 }, NOW)).toBe('送っています（2件）');
  });

  it('leads to the place where a refused or paused delivery can be mended, and nowhere else', () => {
    expect(deliveryLink({ status: 'attention', refused: 1, waiting: 0 })).toBe('/sightings');
    expect(deliveryLink({ status: 'paused', problem: 'device-revoked', waiting: 0 })).toBe('/settings');
    expect(deliveryLink({ status: 'never-contacted' })).toBeNull();
  });
});

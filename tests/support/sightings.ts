// Sightings and ids for tests, in the field's words.
import { uuidV7 } from '../../src/domain/ids';
import type { Sighting } from '../../src/domain/sighting';

let made = 0;
/** A valid, distinct id each time; the same sequence in every run. */
export function testId(): string {
  made += 1;
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, made);
  return uuidV7(Date.UTC(2026, 10, 24, 0, 0, 0) + made, bytes);
}

/** 玄関先で長いやりとりが続く, seen from outside the home. */
export function aSighting(change: Partial<Sighting> = {}): Sighting {
  return {
    place: 'outside',
    signs: ['OUT-03'],
    urgency: 'emergency',
    troubleTypes: ['visit_sales'],
    moneyStatus: 'unknown',
    approach: 'not_yet',
    ageBand: 'unknown',
    household: 'unknown',
    careNeeds: [],
    occurred: 'now',
    contactBack: 'app',
    photos: [],
    personalDataMarks: [],
    written: {
      createdAt: '2026-11-24T00:00:00.000Z',
      finishedAt: '2026-11-24T00:00:20.000Z',
      timeZone: 'Asia/Tokyo',
      offline: true,
    },
    appVersion: 'test',
    ...change,
  };
}

import { describe, expect, it } from 'vitest';
import { SIGNS } from '../../../src/content/signs';
import { EMPTY_ANSWERS, type SightingAnswers } from '../../../src/domain/sighting';
import {
  likelyTroubles,
  offersToRaise,
  signsOfGroup,
  withCareNeed,
  withOtherSign,
  withPlace,
  withSign,
  withUrgency,
} from '../../../src/features/sighting/sheet-answers';

const find = (id: string) => SIGNS.find((sign) => sign.id === id);
const empty: SightingAnswers = { ...EMPTY_ANSWERS, place: 'outside' };

describe('urgency', () => {
  it('is the heaviest of the ticked signs, and follows when a tick is taken away', () => {
    const medium = withSign(empty, 'OUT-05', true, find);
    const emergency = withSign(medium, 'OUT-03', true, find);
    expect([medium.urgency, emergency.urgency]).toEqual(['medium', 'emergency']);
    expect(withSign(emergency, 'OUT-03', false, find).urgency).toBe('medium');
  });
  it('of a free sign alone is 中, and of nothing is none', () => {
    const free = withOtherSign(empty, '知らない車', find);
    expect(free.urgency).toBe('medium');
    expect(withOtherSign(free, '', find).urgency).toBeUndefined();
  });
  it('stays where the member put it', () => {
    const lowered = withUrgency(withSign(empty, 'OUT-03', true, find), 'info');
    expect(withSign(lowered, 'OUT-09', true, find).urgency).toBe('info');
  });
  it('is offered to be raised only when money moves and it is lower than 高', () => {
    const about = { ...withSign(empty, 'OUT-05', true, find), moneyStatus: 'about_to' as const };
    expect(offersToRaise(about)).toBe(true);
    expect(offersToRaise({ ...about, moneyStatus: 'none' })).toBe(false);
    expect(offersToRaise({ ...about, urgency: 'emergency' })).toBe(false);
  });
});

it('another place keeps the ticks', () => {
  const ticked = withSign(empty, 'OUT-03', true, find);
  expect(withPlace(ticked, 'shop').signs).toEqual(['OUT-03']);
});

it('three troubles are suggested at most', () => {
  const ticked = ['OUT-02', 'OUT-09', 'OUT-11'].reduce((a, id) => withSign(a, id, true, find), empty);
  expect(likelyTroubles(ticked, find)).toHaveLength(3);
});

it('特にない and a need exclude each other', () => {
  const hearing = withCareNeed(empty, 'hearing', true);
  const none = withCareNeed(hearing, 'none', true);
  expect(none.careNeeds).toEqual(['none']);
  expect(withCareNeed(none, 'memory', true).careNeeds).toEqual(['memory']);
});

it('signs used often come first, the rest as in the pack', () => {
  const ids = signsOfGroup(SIGNS, 'outside', new Map([['OUT-07', 3]])).map((sign) => sign.id);
  expect(ids.slice(0, 3)).toEqual(['OUT-07', 'OUT-01', 'OUT-02']);
});

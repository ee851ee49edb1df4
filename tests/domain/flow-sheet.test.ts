import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  firstPlace,
  placesInOrder,
  raiseForMoney,
  signGroupsAt,
  suggestedTroubles,
  suggestedUrgency,
  visibleWhen,
} from '../../src/domain/flow-sheet';
import { finishSighting } from '../../src/domain/finish-sighting';
import { EMPTY_ANSWERS, missingFrom, sightingSchema, type SightingAnswers } from '../../src/domain/sighting';

const TODAY = '2026-11-24';
const context = {
  weightOf: () => 'high' as const,
  photos: [],
  written: {
    createdAt: '2026-11-24T00:00:00.000Z',
    finishedAt: '2026-11-24T00:00:20.000Z',
    timeZone: 'Asia/Tokyo',
    offline: true,
  },
  appVersion: 'test',
  today: TODAY,
};
const answers = (change: Partial<SightingAnswers>): SightingAnswers => ({
  ...EMPTY_ANSWERS,
  place: 'outside',
  ...change,
});

describe('the edges of the sheet', () => {
  it('電話・その他 shows 本人の様子', () => {
    expect(signGroupsAt('phone')).toEqual(['person']);
    expect(signGroupsAt('other')).toEqual(['person']);
    expect(signGroupsAt('inside')).toEqual(['inside', 'person']);
  });
  it('the first place comes from the job kind', () => {
    expect(firstPlace('outside_work')).toBe('outside');
    expect(firstPlace('inside_work')).toBe('shop');
    expect(placesInOrder('inside_work')).toEqual(['shop', 'inside', 'outside', 'phone', 'other']);
  });
  it('the heaviest sign sets the urgency; a free sign alone weighs 中; nothing ticked suggests nothing', () => {
    expect(suggestedUrgency(['medium', 'emergency', 'high'], false)).toBe('emergency');
    expect(suggestedUrgency([], true)).toBe('medium');
    expect(suggestedUrgency([], false)).toBeNull();
  });
  it('money that moves offers 高, and never lowers', () => {
    expect(raiseForMoney('medium', 'paid')).toBe('high');
    expect(raiseForMoney('emergency', 'about_to')).toBe('emergency');
    expect(raiseForMoney('info', 'unknown')).toBe('info');
  });
  it('reaction and consent show only after talking; the contract date only for contract troubles', () => {
    expect(visibleWhen({})).toEqual({
      reaction: false,
      consentShare: false,
      docReceivedOn: false,
      occurredOn: false,
    });
    expect(visibleWhen({ approach: 'talked', troubleTypes: ['home_purchase'], occurred: 'earlier' })).toEqual(
      {
        reaction: true,
        consentShare: true,
        docReceivedOn: true,
        occurredOn: true,
      },
    );
  });
  it('the troubles most signs point to come first', () => {
    expect(suggestedTroubles([['debt', 'romance'], ['romance'], ['emoney', 'romance', 'debt']])).toEqual([
      'romance',
      'debt',
      'emoney',
    ]);
  });
});

describe('sending', () => {
  it('needs a place and one sign, nothing else', () => {
    expect(missingFrom({ ...EMPTY_ANSWERS }, TODAY)).toEqual(['place', 'signs']);
    expect(missingFrom(answers({ signs: ['OUT-03'] }), TODAY)).toEqual([]);
    expect(missingFrom(answers({ otherSign: '見慣れない印' }), TODAY)).toEqual([]);
  });
  it('asks when more than ten signs are ticked', () => {
    const signs = Array.from({ length: 11 }, (_, i) => `IN-${String(i + 1).padStart(2, '0')}`);
    expect(missingFrom(answers({ signs }), TODAY)).toEqual(['too-many-signs']);
    expect(missingFrom(answers({ signs: signs.slice(1) }), TODAY)).toEqual([]);
  });
  it('takes no day in the future', () => {
    expect(missingFrom(answers({ signs: ['IN-01'], docReceivedOn: '2026-11-25' }), TODAY)).toEqual([
      'docReceivedOn-future',
    ]);
    expect(missingFrom(answers({ signs: ['IN-01'], docReceivedOn: 'not_received' }), TODAY)).toEqual([]);
  });
  it('leaves out answers whose condition is no longer true', () => {
    const sighting = finishSighting(
      answers({
        signs: ['IN-01'],
        reaction: 'upset',
        consentShare: 'no',
        docReceivedOn: '2026-11-20',
        occurredOn: '2026-11-01',
      }),
      context,
    );
    expect(sighting).toMatchObject({ troubleTypes: ['unknown'], approach: 'not_yet', urgency: 'high' });
    expect(sighting).not.toHaveProperty('reaction', 'upset');
    expect(sighting?.docReceivedOn).toBeUndefined();
    expect(sighting?.occurredOn).toBeUndefined();
  });
  it('whatever is answered, what is not missing is a valid sighting', () => {
    const text = fc.option(fc.string({ maxLength: 220, unit: 'grapheme' }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.subarray(['IN-01', 'OUT-03', 'SH-01', 'ME-14']),
        text,
        text,
        fc.constantFrom('not_yet', 'talked', undefined),
        fc.constantFrom('2026-11-20', 'unknown', '', undefined),
        (signs, otherSign, freeText, approach, docReceivedOn) => {
          const sheet = answers({
            signs,
            troubleTypes: ['visit_sales'],
            ...(otherSign === undefined ? {} : { otherSign }),
            ...(freeText === undefined ? {} : { freeText }),
            ...(approach === undefined ? {} : { approach }),
            ...(docReceivedOn === undefined ? {} : { docReceivedOn }),
          });
          const sighting = finishSighting(sheet, context);
          expect(sighting === null).toBe(missingFrom(sheet, TODAY).length > 0);
          if (sighting !== null)
            expect(z.safeParse(sightingSchema, JSON.parse(JSON.stringify(sighting))).success).toBe(true);
        },
      ),
    );
  });
});

it('stage 1 has no field for a name, an address, a telephone or a position', () => {
  const fields = Object.keys(sightingSchema.shape);
  expect(fields.filter((field) => /name|address|phone|tel|gps|lat|lon|position/i.test(field))).toEqual([]);
});

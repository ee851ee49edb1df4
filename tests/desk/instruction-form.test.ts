import { describe, expect, it } from 'vitest';
import {
  coolingOff,
  fieldsOf,
  missingIn,
  numbersFor,
  otherTemplates,
  prefill,
  questionsOf,
  suggestedTemplates,
  textOf,
  PLACEHOLDER_WORDS,
} from '../../src/desk/case/instruction-form';
import { INSTRUCTION_TEMPLATES } from '../../src/domain/instruction';
import { aSighting } from '../support/sightings';
import { aSession, NOON, OFFICER } from './fake-desk';

const network = aSession().network;
const occasion = (change = {}) => ({
  network,
  officer: OFFICER,
  receiptNo: 'K-2026-0123',
  sighting: aSighting(change),
  nowMs: NOON,
});

describe('placeholders of an instruction', () => {
  it('are all known by Japanese words', () => {
    for (const template of INSTRUCTION_TEMPLATES)
      for (const name of fieldsOf(template)) expect(PLACEHOLDER_WORDS[name]?.label, name).toBeTruthy();
  });

  it('are filled from the case, the sign and the network, so that T01, T03, T04 and T05 miss nothing', () => {
    const values = prefill(occasion());
    for (const template of ['T01', 'T03', 'T04', 'T05'] as const)
      expect(missingIn(template, values), template).toEqual([]);
    const text = textOf('T01', values);
    expect(text).toContain('受付番号 K-2026-0123');
    expect(text).toContain('000-111-3333（受付 平日 9:00〜16:00）');
    expect(text).toContain('「こんにちは、配達です。何かお困りですか。」のように');
    expect(text).not.toMatch(/[{}]/);
  });

  it('that nobody knows yet are missing: a network without a centre, what to watch, the questions', () => {
    const values = prefill({ ...occasion(), network: { ...network, center: null } });
    expect(missingIn('T01', values)).toEqual(['centerPhone', 'centerHours']);
    expect(missingIn('T06', values)).toEqual(['watchPoint1', 'watchPoint2']);
    expect(missingIn('T08', values)).toEqual(['question1']);
  });

  it('leave {requestNo} for the server and never ask for it', () => {
    expect(fieldsOf('T02')).not.toContain('requestNo');
    expect(textOf('T02', prefill(occasion()))).toContain('要請番号 {requestNo}、佐藤 事務局');
  });

  it('of one question drop the line of the second', () => {
    const values = { question1: 'いつからですか' };
    expect(textOf('T08', values)).not.toContain('2)');
    expect(questionsOf('T08', values)).toEqual(['いつからですか']);
    expect(questionsOf('T01', values)).toEqual([]);
  });
});

describe('クーリング・オフの目安', () => {
  it('counts the day of the document: 8 days, and 20 for 副業・マルチ商法', () => {
    const visit = { docReceivedOn: '2024-10-10', troubleTypes: ['visit_sales'] as const };
    const at = (day: string) => Date.parse(`${day}T03:00:00.000Z`);
    expect(coolingOff({ ...visit, troubleTypes: ['visit_sales'] }, at('2024-10-10'))).toEqual({
      lastDay: '2024-10-17',
      remainingDays: 8,
    });
    expect(coolingOff({ ...visit, troubleTypes: ['visit_sales'] }, at('2024-10-17'))?.remainingDays).toBe(1);
    expect(coolingOff({ ...visit, troubleTypes: ['visit_sales'] }, at('2024-10-18'))?.remainingDays).toBe(0);
    expect(coolingOff({ ...visit, troubleTypes: ['side_job'] }, at('2024-10-10'))?.lastDay).toBe(
      '2024-10-29',
    );
  });

  it('fills T09 while days are left, and leaves a day that has passed for the officer to look at', () => {
    const open = prefill(occasion({ docReceivedOn: '2026-11-20' }));
    expect(textOf('T09', open)).toContain('2026年11月27日(金) が最後の日と考えられます（残り4日）');
    const over = prefill(occasion({ docReceivedOn: '2026-11-01' }));
    expect(missingIn('T09', over)).toEqual(['lastDay', 'remainingDays']);
  });

  it('is not counted without a date', () => {
    expect(coolingOff({ docReceivedOn: 'not_received', troubleTypes: ['visit_sales'] }, NOON)).toBeNull();
    expect(coolingOff({ docReceivedOn: '2026-11-20', troubleTypes: ['romance'] }, NOON)).toBeNull();
  });
});

describe('the template offered first', () => {
  const first = (change: Parameters<typeof aSighting>[0]) => suggestedTemplates(aSighting(change), NOON)[0];
  it('is 110 in an emergency, welfare for worries about health, the consumer centre else', () => {
    expect(first({ urgency: 'emergency' })).toBe('T03');
    expect(first({ urgency: 'high', troubleTypes: ['welfare'] })).toBe('T05');
    expect(first({ urgency: 'high', troubleTypes: ['refund_fraud'] })).toBe('T04');
    expect(first({ urgency: 'medium', troubleTypes: ['subscription'] })).toBe('T01');
    expect(first({ urgency: 'info', troubleTypes: ['unknown'] })).toBe('T07');
  });
  it('is the cooling-off one while its days run', () => {
    expect(first({ urgency: 'high', docReceivedOn: '2026-11-20' })).toBe('T09');
  });
  it('leaves all ten to choose from, each once', () => {
    const suggested = suggestedTemplates(aSighting(), NOON);
    expect([...suggested, ...otherTemplates(suggested)].sort()).toEqual([...INSTRUCTION_TEMPLATES]);
  });
});

describe('numbers to call', () => {
  const values = prefill(occasion());
  const tels = (template: (typeof INSTRUCTION_TEMPLATES)[number], over = {}) =>
    numbersFor(template, { ...values, ...over }, network).map((number) => number.tel);
  it('go with each template', () => {
    expect(tels('T01')).toEqual(['000-111-3333', '188']);
    expect(tels('T03')).toEqual(['110']);
    expect(tels('T04')).toEqual(['#9110']);
    expect(tels('T05')).toEqual(['000-111-4444']);
    expect(tels('T09')).toEqual(['000-111-3333', '188']);
    expect(tels('T06')).toEqual([]);
  });
  it('follow what the officer typed, in full width too, and leave out what cannot be dialled', () => {
    expect(tels('T01', { centerPhone: '０９９ー１' })).toEqual(['099-1', '188']);
    expect(tels('T01', { centerPhone: '代表にかける' })).toEqual(['188']);
  });
});

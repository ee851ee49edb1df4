// The gate and the conditions of 個人情報を含む報告.
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  basesFor,
  EMPTY_REPORT,
  finishReport,
  missingFromReport,
  personalReportSchema,
  reportGate,
  reportShows,
  type ReportAnswers,
  type ReportGate,
} from '../../src/domain/personal-report';
import { parseBadgeCode } from '../../src/domain/badge';
import { testId } from '../support/sightings';

const NOW = '2026-11-24T10:00';
const EMERGENCY: ReportGate = { by: 'emergency' };
const REQUEST: ReportGate = { by: 'request', no: 'K-R-2026-0001', instructionId: testId() };
const context = (gate: ReportGate) => ({
  recordId: testId(),
  gate,
  finishedAt: '2026-11-24T01:00:00.000Z',
  appVersion: 'test',
  toInstant: (local: string) => `${local}:00.000Z`,
});
const urgent: ReportAnswers = {
  ...EMPTY_REPORT,
  basis: 'emergency',
  emergencyReasons: ['threat'],
  whyNoConsent: '本人が電話中',
  subjectOther: '角の家の人の姪',
  companyApproval: 'not_needed',
};
const agreed: ReportAnswers = {
  ...EMPTY_REPORT,
  basis: 'consent',
  consentDetail: 'oral',
  consentAt: '2026-11-24T09:00',
  consentScope: ['center'],
  subjectName: '見本 花子',
  companyApproval: 'done',
};

describe('the gate', () => {
  const open = { id: testId(), requestNo: 'K-R-2026-0001' };
  it.each([
    ['a request number', open, 'info', 'request'],
    ['a request number on an urgent record', open, 'emergency', 'request'],
    ['an urgent record', null, 'emergency', 'emergency'],
    [
      'an instruction without a number on a quiet record',
      { id: testId(), requestNo: null },
      'high',
      'closed',
    ],
    ['nothing', null, 'high', 'closed'],
    ['a record without urgency', null, null, 'closed'],
  ] as const)('with %s: %#', (_case, request, urgency, by) => {
    expect(reportGate(request, urgency).by).toBe(by);
  });

  it('offers 「事務局から求められた」 with a request number only', () => {
    expect(basesFor(EMERGENCY)).toEqual(['consent', 'emergency']);
    expect(basesFor(REQUEST)).toContain('requested');
    expect(missingFromReport({ ...urgent, basis: 'requested' }, EMERGENCY, NOW)).toContain('basis');
  });

  it('shows nothing but the reasons of an urgent one until there is a reason', () => {
    expect(reportShows(EMPTY_REPORT, EMERGENCY)).toMatchObject({ emergencyReasons: true, rest: false });
    expect(reportShows(urgent, EMERGENCY).rest).toBe(true);
    expect(reportShows(EMPTY_REPORT, REQUEST).rest).toBe(true);
  });

  it('finishes nothing behind a closed gate', () => {
    expect(finishReport(urgent, context({ by: 'closed' }))).toBeNull();
  });
});

describe('what must be there', () => {
  it('an urgent report, one with consent and a requested one are whole', () => {
    const whole: [ReportAnswers, ReportGate][] = [
      [urgent, EMERGENCY],
      [{ ...agreed, emergencyReasons: ['health'] }, EMERGENCY],
      [agreed, REQUEST],
      [{ ...agreed, basis: 'requested' }, REQUEST],
    ];
    for (const [answers, gate] of whole) {
      expect(missingFromReport(answers, gate, NOW)).toEqual([]);
      expect(finishReport(answers, context(gate))).not.toBeNull();
    }
  });

  it.each<[string, ReportAnswers, ReportGate, string]>([
    ['a reason, also when the person agreed', agreed, EMERGENCY, 'emergencyReasons'],
    ['why consent cannot be asked', { ...urgent, whyNoConsent: ' ' }, EMERGENCY, 'whyNoConsent'],
    ['how consent was given', { ...agreed, consentDetail: 'none' }, REQUEST, 'consentDetail'],
    ['when consent was given', { ...agreed, consentAt: '' }, REQUEST, 'consentAt'],
    ['a moment that has been', { ...agreed, consentAt: '2026-11-24T10:01' }, REQUEST, 'consentAt-future'],
    ['the scope of consent', { ...agreed, consentScope: [] }, REQUEST, 'consentScope'],
    ['whom it is about', { ...agreed, subjectName: ' ' }, REQUEST, 'subject'],
    ['a number that can be dialled', { ...agreed, subjectPhone: 'でんわ' }, REQUEST, 'subjectPhone-shape'],
    [
      'the own company',
      { ...EMPTY_REPORT, ...agreed, companyApproval: undefined },
      REQUEST,
      'companyApproval',
    ],
    [
      'a name of 50 letters at most',
      { ...agreed, subjectName: 'あ'.repeat(51) },
      REQUEST,
      'subjectName-too-long',
    ],
  ])('asks for %s', (_case, answers, gate, missing) => {
    expect(missingFromReport(answers, gate, NOW)).toEqual([missing]);
    expect(missing.endsWith('-future') || finishReport(answers, context(gate)) === null).toBe(true);
  });

  it('leaves out what is hidden, and reads full-width telephone numbers', () => {
    const report = finishReport({ ...urgent, ...agreed, basis: 'requested', subjectPhone: '０００−７７７ー８８８８' }, context(REQUEST)); // prettier-ignore
    expect(report).toMatchObject({ consentScope: [], emergencyReasons: [], subjectPhone: '000-777-8888' });
    expect(report).not.toHaveProperty('consentAt', expect.anything());
    expect(report?.whyNoConsent).toBeUndefined();
  });

  it('the schema itself refuses a report that no gate opened', () => {
    const whole = finishReport(urgent, context(EMERGENCY))!;
    const isTaken = (change: object) => z.safeParse(personalReportSchema, { ...whole, ...change }).success;
    expect(isTaken({})).toBe(true);
    expect(isTaken({ emergencyReasons: [] })).toBe(false);
    expect(isTaken({ basis: 'requested' })).toBe(false);
    expect(isTaken({ basis: 'consent' })).toBe(false);
    expect(isTaken({ subjectOther: undefined })).toBe(false);
    expect(isTaken({ illness: 'x' })).toBe(false);
  });
});

describe("a badge's code", () => {
  const good = `${'A'.repeat(22)}.${'B'.repeat(86)}`;
  it('has an id and a signature of fixed length', () => {
    expect(parseBadgeCode(good)).toEqual({ id: 'A'.repeat(22), signature: 'B'.repeat(86) });
  });
  it.each(['', 'A', good.slice(1), `${good}.x`, good.replace('.', ''), good.replace('B', '+')])(
    'is not %j',
    (text) => {
      expect(parseBadgeCode(text)).toBeNull();
    },
  );
});

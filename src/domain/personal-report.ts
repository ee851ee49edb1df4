// 個人情報を含む報告 (stage 2). It opens with the secretariat's request number, or from an urgent record with a reason: there
// is no third way, neither on the phone nor at the server. It travels sealed only and is never readable again on the phone.
// Source: shared/domain/flowsheet.json (stage2). No field for an illness, a disability or its grade may be added here.
import * as z from 'zod/mini';
import { idSchema, instantSchema } from './ids';
import type { Urgency } from './flow-sheet';

export const BASES = ['consent', 'emergency', 'requested'] as const;
export const CONSENT_DETAILS = ['oral', 'written', 'none'] as const;
export const CONSENT_SCOPES = ['center', 'police', 'welfare', 'family'] as const;
export const EMERGENCY_REASONS = ['money_now', 'threat', 'health', 'repeat', 'cooling_off'] as const;
export const COMPANY_APPROVALS = ['done', 'not_needed', 'later'] as const;

/** Longest texts, in characters. Source: flowsheet.json `validation`. */
export const REPORT_LIMITS = {
  emergencyNote: 60,
  whyNoConsent: 60,
  subjectName: 50,
  subjectAddress: 100,
  subjectPhone: 20,
  subjectOther: 200,
} as const;
export type ReportText = keyof typeof REPORT_LIMITS;
export const REPORT_TEXTS = Object.keys(REPORT_LIMITS) as ReportText[];
/** At least one of these says whom it is about. */
export const SUBJECT_FIELDS = ['subjectName', 'subjectAddress', 'subjectPhone', 'subjectOther'] as const;

const PHONE = /^[0-9-]+$/;
const line = (most: number) => z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(most)));
const unique = <T>() => z.refine<T[]>((values) => new Set(values).size === values.length);

export const personalReportSchema = z
  .strictObject({
    recordId: idSchema,
    /** 要請番号 and the instruction that named it; null: opened from an urgent record */
    request: z.nullable(
      z.strictObject({ no: z.string().check(z.minLength(1), z.maxLength(32)), instructionId: idSchema }),
    ),
    basis: z.enum(BASES),
    consentDetail: z.optional(z.enum(CONSENT_DETAILS)),
    /** when the person agreed; who asked is the member, for what is `consentScope` */
    consentAt: z.optional(instantSchema),
    consentScope: z.array(z.enum(CONSENT_SCOPES)).check(unique()),
    emergencyReasons: z.array(z.enum(EMERGENCY_REASONS)).check(unique()),
    emergencyNote: line(REPORT_LIMITS.emergencyNote),
    whyNoConsent: line(REPORT_LIMITS.whyNoConsent),
    subjectName: line(REPORT_LIMITS.subjectName),
    subjectAddress: line(REPORT_LIMITS.subjectAddress),
    subjectPhone: z.optional(z.string().check(z.regex(PHONE), z.maxLength(REPORT_LIMITS.subjectPhone))),
    subjectOther: line(REPORT_LIMITS.subjectOther),
    companyApproval: z.enum(COMPANY_APPROVALS),
    finishedAt: instantSchema,
    appVersion: z.string().check(z.maxLength(32)),
  })
  .check(
    // The gate: without a request number there must be an urgent reason.
    z.refine((report) => report.request !== null || report.emergencyReasons.length > 0),
    z.refine((report) => report.basis !== 'requested' || report.request !== null),
    z.refine(
      (report) =>
        report.basis !== 'consent' ||
        (report.consentScope.length > 0 &&
          report.consentAt !== undefined &&
          (report.consentDetail === 'oral' || report.consentDetail === 'written')),
    ),
    // Both conditions of the law: it is urgent, and consent cannot be asked. @see 個人情報の保護に関する法律27条1項2号
    z.refine(
      (report) =>
        report.basis !== 'emergency' ||
        (report.emergencyReasons.length > 0 &&
          report.whyNoConsent !== undefined &&
          report.consentDetail === 'none'),
    ),
    z.refine((report) => SUBJECT_FIELDS.some((field) => report[field] !== undefined)),
  );
export type PersonalReport = z.infer<typeof personalReportSchema>;

/** A report being written. `consentAt`: `YYYY-MM-DDTHH:MM` by the phone's clock, as the field gives it. */
export const reportAnswersSchema = z.object({
  basis: z.optional(z.enum(BASES)),
  consentDetail: z.optional(z.enum(CONSENT_DETAILS)),
  consentAt: z.optional(z.string()),
  consentScope: z.array(z.enum(CONSENT_SCOPES)),
  emergencyReasons: z.array(z.enum(EMERGENCY_REASONS)),
  emergencyNote: z.optional(z.string()),
  whyNoConsent: z.optional(z.string()),
  subjectName: z.optional(z.string()),
  subjectAddress: z.optional(z.string()),
  subjectPhone: z.optional(z.string()),
  subjectOther: z.optional(z.string()),
  companyApproval: z.optional(z.enum(COMPANY_APPROVALS)),
});
export type ReportAnswers = z.infer<typeof reportAnswersSchema>;
export const EMPTY_REPORT: ReportAnswers = { consentScope: [], emergencyReasons: [] };

/** How a report may be opened for a record. */
export type ReportGate =
  | { by: 'request'; no: string; instructionId: string }
  /** the reasons come first: without one of them nothing else is asked */
  | { by: 'emergency' }
  | { by: 'closed' };

/** @param open the newest T02 instruction that is neither taken back nor answered; null when there is none */
export function reportGate(
  open: { id: string; requestNo: string | null } | null,
  urgency: Urgency | null,
): ReportGate {
  if (open !== null && open.requestNo !== null)
    return { by: 'request', no: open.requestNo, instructionId: open.id };
  return urgency === 'emergency' ? { by: 'emergency' } : { by: 'closed' };
}

/** The bases a member may choose from: 「事務局から求められた」 only with a request number. */
export function basesFor(gate: ReportGate): readonly (typeof BASES)[number][] {
  return gate.by === 'request' ? BASES : BASES.filter((basis) => basis !== 'requested');
}

/** The fields that show only under a condition. Source: flowsheet.json `showWhen`, and the gate. */
export function reportShows(answers: ReportAnswers, gate: ReportGate) {
  const { basis } = answers;
  return {
    emergencyReasons: gate.by === 'emergency' || basis === 'emergency',
    whyNoConsent: basis === 'emergency',
    consent: basis === 'consent',
    /** everything after the reasons: an urgent report opens with a reason only */
    rest: gate.by === 'request' || answers.emergencyReasons.length > 0,
  };
}

/** What sending still needs, in the order of the form. Empty: it can go. */
export type ReportMissing =
  | 'emergencyReasons'
  | 'basis'
  | 'consentDetail'
  | 'consentAt'
  | 'consentAt-future'
  | 'consentScope'
  | 'whyNoConsent'
  | 'subject'
  | 'subjectPhone-shape'
  | 'companyApproval'
  | `${ReportText}-too-long`;

const written = (text: string | undefined) => text?.trim() || undefined;
/** Full-width digits and any dash become what the office can dial. */
const phoneOf = (text: string | undefined) =>
  written(text)
    ?.normalize('NFKC')
    .replace(/[‐‑–—ー−\s()]/g, '-')
    .replace(/^-+|-+$/g, '');

/** @param nowLocal `YYYY-MM-DDTHH:MM` by the phone's clock */
export function missingFromReport(
  answers: ReportAnswers,
  gate: ReportGate,
  nowLocal: string,
): ReportMissing[] {
  const shows = reportShows(answers, gate);
  const missing: ReportMissing[] = [];
  if (shows.emergencyReasons && answers.emergencyReasons.length === 0) missing.push('emergencyReasons');
  if (answers.basis === undefined || !basesFor(gate).includes(answers.basis)) missing.push('basis');
  if (shows.whyNoConsent && written(answers.whyNoConsent) === undefined) missing.push('whyNoConsent');
  if (shows.consent) {
    if (answers.consentDetail !== 'oral' && answers.consentDetail !== 'written')
      missing.push('consentDetail');
    if (!answers.consentAt) missing.push('consentAt');
    else if (answers.consentAt > nowLocal) missing.push('consentAt-future');
    if (answers.consentScope.length === 0) missing.push('consentScope');
  }
  if (SUBJECT_FIELDS.every((field) => written(answers[field]) === undefined)) missing.push('subject');
  const phone = phoneOf(answers.subjectPhone);
  if (phone !== undefined && !PHONE.test(phone)) missing.push('subjectPhone-shape');
  if (answers.companyApproval === undefined) missing.push('companyApproval');
  for (const field of REPORT_TEXTS)
    if ((written(answers[field]) ?? '').length > REPORT_LIMITS[field]) missing.push(`${field}-too-long`);
  return missing;
}

export interface ReportContext {
  recordId: string;
  gate: ReportGate;
  /** ISO instant of 「送信する」 */
  finishedAt: string;
  appVersion: string;
  /** `YYYY-MM-DDTHH:MM` of the phone → ISO instant */
  toInstant(local: string): string;
}

/** @returns null while something is missing or the gate is closed; hidden answers are left out */
export function finishReport(answers: ReportAnswers, context: ReportContext): PersonalReport | null {
  const { gate } = context;
  if (gate.by === 'closed' || answers.basis === undefined) return null;
  const shows = reportShows(answers, gate);
  const parsed = z.safeParse(personalReportSchema, {
    recordId: context.recordId,
    request: gate.by === 'request' ? { no: gate.no, instructionId: gate.instructionId } : null,
    basis: answers.basis,
    consentDetail: shows.consent ? answers.consentDetail : shows.whyNoConsent ? 'none' : undefined,
    consentAt: shows.consent && answers.consentAt ? context.toInstant(answers.consentAt) : undefined,
    consentScope: shows.consent ? answers.consentScope : [],
    emergencyReasons: shows.emergencyReasons ? answers.emergencyReasons : [],
    emergencyNote: shows.emergencyReasons ? written(answers.emergencyNote) : undefined,
    whyNoConsent: shows.whyNoConsent ? written(answers.whyNoConsent) : undefined,
    subjectName: written(answers.subjectName),
    subjectAddress: written(answers.subjectAddress),
    subjectPhone: phoneOf(answers.subjectPhone),
    subjectOther: written(answers.subjectOther),
    companyApproval: answers.companyApproval,
    finishedAt: context.finishedAt,
    appVersion: context.appVersion,
  });
  return parsed.success ? parsed.data : null;
}

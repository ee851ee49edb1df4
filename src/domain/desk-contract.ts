// What the secretariat's desk and the server say to each other. Paths: api-paths.ts.
import * as z from 'zod/mini';
import { caseOutcomeSchema, caseStateSchema } from './case-state';
import { placeSchema, troubleTypeSchema, urgencySchema } from './flow-sheet';
import { idSchema, instantSchema } from './ids';
import {
  doneCodeSchema,
  feedbackSchema,
  INSTRUCTION_MAX,
  instructionSchema,
  instructionTemplateSchema,
  namedNumberSchema,
} from './instruction';
import { JOB_KINDS, MEMBER_KINDS, memberSchema, organisationSchema } from './member';
import { networkProfileSchema } from './network';
import { BASES, personalReportSchema } from './personal-report';
import { roleSchema } from './roles';
import { signIdSchema, sightingSchema } from './sighting';

const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const signInSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  passphrase: z.string().check(z.minLength(1), z.maxLength(200)),
});
export const officerSchema = z.object({ id: idSchema, name: z.string(), displayName: z.string() });
export type Officer = z.infer<typeof officerSchema>;
/** `signed-in`, or what is still to do first: the second factor, setting it up, an own passphrase instead of the given one. */
export const SIGN_IN_STATES = ['signed-in', 'code-wanted', 'totp-wanted', 'passphrase-wanted'] as const;
export const deskSessionSchema = z.object({
  status: z.enum(SIGN_IN_STATES),
  roles: z.array(roleSchema),
  /** operations of the API that these roles may use; an action of a case as `actOnCase.note` */
  may: z.array(z.string()),
  hasTotp: z.boolean(),
  officer: officerSchema,
  network: networkProfileSchema,
  serverClock: instantSchema,
});
export type DeskSession = z.infer<typeof deskSessionSchema>;

/** Why a sealed report could not be read: damaged, sealed to a key that is not here or did not fit, or wrong inside. */
export const unreadableReasonSchema = z.enum([
  'malformed',
  'unknown-key',
  'wrong-key-or-changed',
  'too-large',
  'invalid-body',
]);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;

/** A row of 「受付箱」. No free text, no photo: what the row shows names nobody. */
export const caseRowSchema = z.object({
  recordId: idSchema,
  receiptNo: z.string(),
  state: caseStateSchema,
  urgency: urgencySchema,
  place: placeSchema,
  signs: z.array(signIdSchema),
  troubleTypes: z.array(troubleTypeSchema),
  organisation: z.string(),
  receivedAt: instantSchema,
  /** last time anything happened in the case */
  changedAt: instantSchema,
  assignee: z.nullable(officerSchema),
  photos: z.object({ expected: z.int(), complete: z.int() }),
  marked: z.boolean(),
  /** `waiting`: received, opened in a moment. `unreadable`: 「読めない報告」; place, signs and urgency then say nothing */
  contents: z.enum(['opened', 'waiting', 'unreadable']),
  /** why it is unreadable; null when it is not */
  unreadable: z.nullable(unreadableReasonSchema),
  version: z.int(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;
export const caseListSchema = z.object({
  cases: z.array(caseRowSchema),
  counts: z.record(z.string(), z.int()),
});

/** Everything that happened, oldest first. `text` is what a person wrote. */
export const caseEventSchema = z.object({
  at: instantSchema,
  by: z.enum(['member', 'secretariat', 'system']),
  officer: z.nullable(z.string()),
  kind: z.enum([
    'received',
    'supplement',
    'moved',
    'assigned',
    'instructed',
    'retracted',
    'seen',
    'started',
    'done',
    'answered',
    'declined',
    'note',
    'feedback',
    'withdrawn',
    'merged',
    'reopened',
    'conflict',
    'unreadable',
    'reported',
    'personal-viewed',
  ]),
  state: z.optional(caseStateSchema),
  instructionId: z.optional(idSchema),
  text: z.optional(z.string()),
  done: z.optional(z.array(doneCodeSchema)),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export const caseInstructionSchema = z.object({
  id: idSchema,
  instruction: instructionSchema,
  seenAt: z.nullable(instantSchema),
  startedAt: z.nullable(instantSchema),
  doneAt: z.nullable(instantSchema),
  done: z.array(doneCodeSchema),
});
export type CaseInstruction = z.infer<typeof caseInstructionSchema>;

/** 個人情報を含む報告 as the case shows it, closed: no word of its contents. */
export const reportSummarySchema = z.object({
  id: idSchema,
  receivedAt: instantSchema,
  basis: z.enum(BASES),
  requestNo: z.nullable(z.string()),
  /** 「要確認」: the member said the own company is still to be asked */
  approvalLater: z.boolean(),
  /** how often it was opened */
  views: z.int(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;
/** What an officer opens one for. */
export const VIEW_PURPOSES = ['consult', 'police', 'welfare', 'check', 'disclosure', 'other'] as const;
export const reportViewSchema = z.strictObject({
  purpose: z.enum(VIEW_PURPOSES),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});
export type ReportView = z.infer<typeof reportViewSchema>;
export const openedReportSchema = z.object({ report: personalReportSchema });
export type OpenedReport = z.infer<typeof openedReportSchema>;

export const caseDetailSchema = z.object({
  row: caseRowSchema,
  /** null while it is not opened */
  sighting: z.nullable(sightingSchema),
  member: memberSchema,
  photos: z.array(z.object({ sha256: z.string(), complete: z.boolean() })),
  instructions: z.array(caseInstructionSchema),
  personalReports: z.array(reportSummarySchema),
  feedback: z.nullable(feedbackSchema),
  events: z.array(caseEventSchema),
  mergedInto: z.nullable(z.string()),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

/**
 * What the desk does with a case. `version` is the one the officer saw: another one is `case-moved` (409).
 * `requestId` makes a repeated click one action: the same id again answers like the first time.
 */
const action = <K extends string, S extends z.core.$ZodShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), requestId: idSchema, version: z.int(), ...shape });

export const caseActionSchema = z.discriminatedUnion('kind', [
  action('assign', {}),
  action('instruct', {
    template: instructionTemplateSchema,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(INSTRUCTION_MAX)),
    numbers: z.array(namedNumberSchema).check(z.maxLength(4)),
    questions: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))).check(z.maxLength(2)),
  }),
  action('retract', {}),
  action('close', {
    outcome: caseOutcomeSchema,
    text: z.string().check(z.trim(), z.maxLength(INSTRUCTION_MAX)),
  }),
  action('review-again', { reason: note }),
  action('merge', { intoReceiptNo: z.string().check(z.minLength(1), z.maxLength(32)) }),
  action('note', { text: note }),
]);
export type CaseAction = z.infer<typeof caseActionSchema>;

export const invitationRowSchema = z.object({
  id: idSchema,
  state: z.enum(['unused', 'used', 'expired', 'revoked']),
  memberName: z.string(),
  organisation: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  usedAt: z.nullable(instantSchema),
});
export type InvitationRow = z.infer<typeof invitationRowSchema>;
export const invitationListSchema = z.object({ invitations: z.array(invitationRowSchema) });
export const organisationListSchema = z.object({ organisations: z.array(organisationSchema) });

export const newOrganisationSchema = z.strictObject({
  kind: z.enum(MEMBER_KINDS),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
});
export const newInvitationSchema = z.strictObject({
  organisationId: idSchema,
  memberKind: z.enum(MEMBER_KINDS),
  displayName: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  jobKind: z.enum(JOB_KINDS),
});
/** The code is told once, at creation; the server keeps only its hash. */
export const createdInvitationSchema = z.object({
  invitation: invitationRowSchema,
  code: z.string(),
  link: z.string(),
});
export type CreatedInvitation = z.infer<typeof createdInvitationSchema>;

/** Live events (SSE): only that something changed; the desk then asks. */
export const deskEventSchema = z.object({
  kind: z.enum(['cases', 'invitations']),
  recordId: z.nullable(idSchema),
});

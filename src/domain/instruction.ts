// 対応指示 (badge flow ④), feedback (network flow ②), and what a member says was done.
// Words of the templates T01–T11 are content (src/content/instruction-templates.ts).
import * as z from 'zod/mini';
import { caseOutcomeSchema, type CaseState } from './case-state';
import { idSchema, instantSchema } from './ids';

/** T11 is the closing feedback, never an instruction. */
export const INSTRUCTION_TEMPLATES = [
  'T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09', 'T10',
] as const; // prettier-ignore
export const instructionTemplateSchema = z.enum(INSTRUCTION_TEMPLATES);
export type InstructionTemplate = z.infer<typeof instructionTemplateSchema>;

/** Where sending a template moves the case: T08 asks, T02 asks for the personal report, all others instruct. */
export function stateAfter(template: InstructionTemplate): CaseState {
  if (template === 'T08') return 'need_info';
  return template === 'T02' ? 'need_personal' : 'instructed';
}

/** What a member did (`instruction.done`), several at once. Listed here once. */
export const DONE_CODES = [
  'advised_consult',
  'gave_188',
  'called_188',
  'called_110',
  'called_119',
  'called_9110',
  'handed_to_welfare',
  'kept_watching',
  'told_company',
  'posted_notice',
  'person_declined',
  'could_not_meet',
  'other',
] as const;
export const doneCodeSchema = z.enum(DONE_CODES);
export type DoneCode = z.infer<typeof doneCodeSchema>;

/** A telephone number the instruction names; `tel` is what is dialled. */
export const namedNumberSchema = z.object({
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  tel: z.string().check(z.regex(/^[0-9#*+-]{3,20}$/)),
});

/** Longest text of an instruction or a feedback, in characters. */
export const INSTRUCTION_MAX = 1000;

export const instructionSchema = z.object({
  recordId: idSchema,
  template: instructionTemplateSchema,
  text: z.string().check(z.minLength(1), z.maxLength(INSTRUCTION_MAX)),
  numbers: z.array(namedNumberSchema).check(z.maxLength(4)),
  /** T08 only: one or two questions */
  questions: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(2)),
  /** T02 only: 要請番号 */
  requestNo: z.nullable(z.string()),
  sentAt: instantSchema,
  /** set when the desk took it back within 60 seconds: the phone stops showing it */
  retractedAt: z.nullable(instantSchema),
});
export type Instruction = z.infer<typeof instructionSchema>;

export const feedbackSchema = z.object({
  recordId: idSchema,
  outcome: caseOutcomeSchema,
  text: z.string().check(z.minLength(1), z.maxLength(INSTRUCTION_MAX)),
  sentAt: instantSchema,
});
export type Feedback = z.infer<typeof feedbackSchema>;

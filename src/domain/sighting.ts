// 気づきの報告, stage 1: what leaves the phone (Sighting) and what is being written (SightingAnswers).
// There is no field for a name, an address, a telephone number or a position, and none may be added here.
import * as z from 'zod/mini';
import { daySchema, instantSchema, sha256Schema } from './ids';
import {
  AGE_BANDS,
  APPROACHES,
  CARE_NEEDS,
  CONSENTS,
  CONTACT_BACK,
  DOCUMENT_ANSWERS,
  HOUSEHOLDS,
  LIMITS,
  MONEY_STATUSES,
  OCCURRED,
  placeSchema,
  REACTIONS,
  troubleTypeSchema,
  urgencySchema,
} from './flow-sheet';

/** Id of a sign in the signs pack, e.g. `OUT-03`. */
export const signIdSchema = z.string().check(z.regex(/^(IN|OUT|SH|ME)-\d{2}$/));

const unique = <T>() => z.refine<T[]>((values) => new Set(values).size === values.length);

/** What sealing may add to a photo, bytes. */
const SEALED_PHOTO_EXTRA_BYTES = 512;

/**
 * A photo that the sighting names; its bytes travel apart. `bytes` is its length, at most 300 kB.
 * On the wire both name and length are those of the sealed bytes, `type` that of the picture inside.
 */
export const photoNameSchema = z.strictObject({
  sha256: sha256Schema,
  type: z.enum(['image/jpeg', 'image/webp']),
  bytes: z.int().check(z.minimum(1), z.maximum(LIMITS.photoMaxBytes + SEALED_PHOTO_EXTRA_BYTES)),
});

/** What the on-phone check found in free text (flowsheet.md §5): kinds only, never the words. */
export const PERSONAL_DATA_KINDS = [
  'phone',
  'postal_code',
  'address',
  'name',
  'account',
  'email',
  'car_plate',
] as const;

const answerFields = {
  signs: z.array(signIdSchema).check(z.maxLength(LIMITS.signs), unique<string>()),
  otherSign: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.otherSign))),
  troubleTypes: z.array(troubleTypeSchema).check(z.maxLength(LIMITS.troubleTypes), unique()),
  moneyStatus: z.enum(MONEY_STATUSES),
  approach: z.enum(APPROACHES),
  reaction: z.optional(z.enum(REACTIONS)),
  consentShare: z.optional(z.enum(CONSENTS)),
  ageBand: z.enum(AGE_BANDS),
  household: z.enum(HOUSEHOLDS),
  careNeeds: z.array(z.enum(CARE_NEEDS)).check(z.maxLength(CARE_NEEDS.length), unique()),
  occurred: z.enum(OCCURRED),
  occurredOn: z.optional(daySchema),
  docReceivedOn: z.optional(z.union([daySchema, z.enum(DOCUMENT_ANSWERS)])),
  area: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  freeText: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.freeText))),
  contactBack: z.enum(CONTACT_BACK),
};

/** When and how it was written, by the phone's own clock; the server keeps its own time beside it. */
export const writtenSchema = z.strictObject({
  createdAt: instantSchema,
  finishedAt: instantSchema,
  timeZone: z.string().check(z.maxLength(64)),
  offline: z.boolean(),
});

export const sightingSchema = z
  .strictObject({
    place: placeSchema,
    urgency: urgencySchema,
    ...answerFields,
    photos: z.array(photoNameSchema).check(z.maxLength(LIMITS.photos)),
    personalDataMarks: z.array(z.enum(PERSONAL_DATA_KINDS)).check(z.maxLength(PERSONAL_DATA_KINDS.length)),
    written: writtenSchema,
    appVersion: z.string().check(z.maxLength(32)),
  })
  .check(z.refine((sighting) => sighting.signs.length > 0 || sighting.otherSign !== undefined));

export type Sighting = z.infer<typeof sightingSchema>;
/** What a phone may still read of a sighting it has sent: codes only, nothing that was written in words, no photo. */
export type SightingSummary = Omit<Sighting, 'otherSign' | 'freeText' | 'photos'> & {
  wroteOtherSign: boolean;
  wroteFreeText: boolean;
  photoCount: number;
};
export function summaryOf({ otherSign, freeText, photos, ...codes }: Sighting): SightingSummary {
  return {
    ...codes,
    wroteOtherSign: otherSign !== undefined,
    wroteFreeText: freeText !== undefined,
    photoCount: photos.length,
  };
}
export type PhotoName = z.infer<typeof photoNameSchema>;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/**
 * A sheet being written. Nothing is required, `signs` may pass the limit (sending then asks which to keep),
 * and `urgencyByHand` says the member set the urgency, so that further ticks no longer move it.
 */
export const sightingAnswersSchema = z.object({
  place: z.optional(placeSchema),
  signs: z.array(signIdSchema),
  otherSign: z.optional(z.string()),
  urgency: z.optional(urgencySchema),
  urgencyByHand: z.optional(z.boolean()),
  troubleTypes: z.array(troubleTypeSchema),
  moneyStatus: z.optional(z.enum(MONEY_STATUSES)),
  approach: z.optional(z.enum(APPROACHES)),
  reaction: z.optional(z.enum(REACTIONS)),
  consentShare: z.optional(z.enum(CONSENTS)),
  ageBand: z.optional(z.enum(AGE_BANDS)),
  household: z.optional(z.enum(HOUSEHOLDS)),
  careNeeds: z.array(z.enum(CARE_NEEDS)),
  occurred: z.optional(z.enum(OCCURRED)),
  occurredOn: z.optional(z.string()),
  docReceivedOn: z.optional(z.string()),
  area: z.optional(z.string()),
  freeText: z.optional(z.string()),
  contactBack: z.optional(z.enum(CONTACT_BACK)),
});
export type SightingAnswers = z.infer<typeof sightingAnswersSchema>;

export const EMPTY_ANSWERS: SightingAnswers = { signs: [], troubleTypes: [], careNeeds: [] };

/** What sending still needs, in the order of the sheet. Empty: it can go. */
export type Missing =
  | 'place'
  | 'signs'
  | 'too-many-signs'
  | 'otherSign-too-long'
  | 'too-many-troubles'
  | 'occurredOn-future'
  | 'docReceivedOn-future'
  | 'freeText-too-long';

/** @param today the member's calendar day, YYYY-MM-DD */
export function missingFrom(answers: SightingAnswers, today: string): Missing[] {
  const missing: Missing[] = [];
  const length = (text: string | undefined) => (text ?? '').trim().length;
  if (answers.place === undefined) missing.push('place');
  if (answers.signs.length === 0 && length(answers.otherSign) === 0) missing.push('signs');
  if (answers.signs.length > LIMITS.signs) missing.push('too-many-signs');
  if (length(answers.otherSign) > LIMITS.otherSign) missing.push('otherSign-too-long');
  if (answers.troubleTypes.length > LIMITS.troubleTypes) missing.push('too-many-troubles');
  if ((answers.occurredOn ?? '') > today) missing.push('occurredOn-future');
  if (/^\d/.test(answers.docReceivedOn ?? '') && answers.docReceivedOn! > today)
    missing.push('docReceivedOn-future');
  if (length(answers.freeText) > LIMITS.freeText) missing.push('freeText-too-long');
  return missing;
}

// POST /api/v1/sync: one round trip pushes operations and pulls changes. @see src/sync/README.md (laws)
import * as z from 'zod/mini';
import { caseStateSchema } from './case-state';
import { idSchema, instantSchema } from './ids';
import { doneCodeSchema, feedbackSchema, instructionSchema } from './instruction';
import { networkProfileSchema } from './network';
import { personalReportSchema } from './personal-report';
import { problemCodeSchema } from './problem';
import { sightingSchema } from './sighting';

const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Bodies by kind of operation, inside the seal where `mustBeSealed`. An operation's `id` is the sighting's own id for `sighting.submit`. */
export const operationBodySchemas = {
  'sighting.submit': sightingSchema,
  'sighting.supplement': z.strictObject({ recordId: idSchema, text: shortText }),
  'sighting.withdraw': z.strictObject({ recordId: idSchema }),
  'question.answer': z.strictObject({
    recordId: idSchema,
    instructionId: idSchema,
    answers: z.array(shortText).check(z.minLength(1), z.maxLength(2)),
  }),
  'personal-report.submit': personalReportSchema,
  'personal-report.decline': z.strictObject({
    recordId: idSchema,
    instructionId: idSchema,
    reason: z.optional(shortText),
  }),
  'instruction.seen': z.strictObject({ recordId: idSchema, instructionId: idSchema, at: instantSchema }),
  'instruction.started': z.strictObject({ recordId: idSchema, instructionId: idSchema, at: instantSchema }),
  'instruction.done': z.strictObject({
    recordId: idSchema,
    instructionId: idSchema,
    at: instantSchema,
    done: z.array(doneCodeSchema).check(z.minLength(1), z.maxLength(13)),
    note: z.optional(shortText),
  }),
};
export type OperationKind = keyof typeof operationBodySchemas;
export type OperationBody<K extends OperationKind> = z.infer<(typeof operationBodySchemas)[K]>;
export const OPERATION_KINDS = Object.keys(operationBodySchemas) as OperationKind[];

/** Longest `body` in characters: a full sighting is about 3 kB. */
export const OPERATION_BODY_MAX = 64 * 1024;
/** Largest request body after decompression, bytes. */
export const SYNC_REQUEST_MAX_BYTES = 512 * 1024;
/** Most operations in one request. */
export const OPERATIONS_MAX = 500;

export const operationSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(OPERATION_KINDS as [OperationKind, ...OperationKind[]]),
  /** one string: JSON text when plain, base64url when sealed; "same bytes" is the SHA-256 of its UTF-8 */
  body: z.string().check(z.minLength(2), z.maxLength(OPERATION_BODY_MAX)),
  sealed: z.boolean(),
  createdAt: instantSchema,
  /** id of the operation of the same record that must be there first */
  after: z.optional(idSchema),
});
export type Operation = z.infer<typeof operationSchema>;

export const syncRequestSchema = z.strictObject({
  protocol: z.int(),
  deviceClock: z.strictObject({ at: instantSchema, zone: z.string().check(z.maxLength(64)) }),
  /** where the last pull ended; null asks for everything */
  cursor: z.nullable(z.string().check(z.regex(/^\d{1,15}$/))),
  operations: z.array(operationSchema).check(z.maxLength(OPERATIONS_MAX)),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;

export const receiptSchema = z.object({
  receiptNo: z.string().check(z.maxLength(32)),
  receivedAt: instantSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** `accepted` and `duplicate` are success; `conflict` and `rejected` carry the problem. */
export const operationResultSchema = z.object({
  id: idSchema,
  outcome: z.enum(['accepted', 'duplicate', 'conflict', 'rejected']),
  receipt: z.optional(receiptSchema),
  problem: z.optional(problemCodeSchema),
});
export type OperationResult = z.infer<typeof operationResultSchema>;

/** Bodies by kind of change. `id` of a change: the record (receipt, case-state), or the thing itself. */
export const changeBodySchemas = {
  'receipt': receiptSchema,
  'case-state': z.object({ state: caseStateSchema, at: instantSchema }),
  'instruction': instructionSchema,
  'feedback': feedbackSchema,
  'network-profile': networkProfileSchema,
  /** `id`: the operation, whose sealed body could not be opened or was not valid when opened */
  'refusal': z.object({ problem: problemCodeSchema }),
}; // prettier-ignore
export type ChangeKind = keyof typeof changeBodySchemas;
export type ChangeBody<K extends ChangeKind> = z.infer<(typeof changeBodySchemas)[K]>;

/** `kind` is a plain string: a phone keeps kinds it does not know yet for a later version of itself. */
export const changeSchema = z.object({
  seq: z.int().check(z.minimum(1)),
  kind: z.string().check(z.maxLength(40)),
  id: idSchema,
  version: z.int().check(z.minimum(1)),
  body: z.unknown(),
});
export type Change = z.infer<typeof changeSchema>;

export const syncReplySchema = z.object({
  protocol: z.int(),
  /** names one life of the database; another epoch means it was restored */
  epoch: z.string().check(z.minLength(8), z.maxLength(64)),
  results: z.array(operationResultSchema),
  changes: z.array(changeSchema),
  cursor: z.string().check(z.regex(/^\d{1,15}$/)),
  more: z.boolean(),
  serverClock: instantSchema,
});
export type SyncReply = z.infer<typeof syncReplySchema>;

/** GET and PUT /api/v1/photos/{sha256}: how many bytes the secretariat holds; `complete` after its hash was checked. */
export const photoStatusSchema = z.object({ received: z.int().check(z.minimum(0)), complete: z.boolean() });
export type PhotoStatus = z.infer<typeof photoStatusSchema>;
/** One part of a photo, bytes. Parts go in order, each with `Content-Range: bytes a-b/total`. */
export const PHOTO_PART_BYTES = 64 * 1024;

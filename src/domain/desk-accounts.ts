// Accounts of the desk: passphrase, second factor, sessions, officers and the audit log, as desk and server say them.
import * as z from 'zod/mini';
import { deskSessionSchema } from './desk-contract';
import { idSchema, instantSchema } from './ids';
import { roleSchema, rolesSchema } from './roles';

/** Shortest passphrase that is accepted, characters after NFKC. @see NIST SP 800-63B-4 §3.1.1 */
export const PASSPHRASE_MIN = 15;
export const PASSPHRASE_MAX = 200;
const passphraseSchema = z.string().check(z.minLength(1), z.maxLength(PASSPHRASE_MAX));

/** Characters of a passphrase as they are counted and hashed: NFKC, spaces allowed. */
export const passphraseLength = (passphrase: string): number => [...passphrase.normalize('NFKC')].length;

/** Six digits of the app, or one of the recovery codes. */
export const codeSchema = z.strictObject({ code: z.string().check(z.minLength(6), z.maxLength(20)) });
/** `passphrase`: asked for again when a second factor is being replaced; null while the first one is set up */
export const startTotpSchema = z.strictObject({ passphrase: z.nullable(passphraseSchema) });
/** Told once; good only after a code made with it came back. */
export const totpOfferSchema = z.object({ secret: z.string(), uri: z.string() });
export type TotpOffer = z.infer<typeof totpOfferSchema>;
export const totpSetSchema = z.object({ session: deskSessionSchema, recoveryCodes: z.array(z.string()) });
export type TotpSet = z.infer<typeof totpSetSchema>;

export const newPassphraseSchema = z.strictObject({ current: passphraseSchema, next: passphraseSchema });

export const ownSessionSchema = z.object({
  id: idSchema,
  madeAt: instantSchema,
  lastSeenAt: instantSchema,
  /** coarse, e.g. `Chrome・Windows` */
  browser: z.string(),
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;
export const ownSessionListSchema = z.object({ sessions: z.array(ownSessionSchema) });
export const endedSessionsSchema = z.object({ ended: z.int() });

const displayName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
export const officerRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  /** the one organisation an organisation coordinator is for */
  organisation: z.nullable(z.object({ id: idSchema, name: z.string() })),
  disabledAt: z.nullable(instantSchema),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.int(),
  sessions: z.int(),
  createdAt: instantSchema,
});
export type OfficerRow = z.infer<typeof officerRowSchema>;
export const officerListSchema = z.object({ officers: z.array(officerRowSchema) });

export const newOfficerSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  displayName,
  roles: rolesSchema,
  organisationId: z.nullable(idSchema),
});
export type NewOfficer = z.infer<typeof newOfficerSchema>;
export const officerChangeSchema = z.strictObject({
  displayName,
  roles: rolesSchema,
  organisationId: z.nullable(idSchema),
  disabled: z.boolean(),
});
export type OfficerChange = z.infer<typeof officerChangeSchema>;
/** The passphrase is told once; at the first sign-in it is replaced by the officer's own. */
export const officerPassphraseSchema = z.object({ officer: officerRowSchema, passphrase: z.string() });
export type OfficerPassphrase = z.infer<typeof officerPassphraseSchema>;

export const auditRowSchema = z.object({
  /** 1, 2, 3 … in the network */
  seq: z.int(),
  at: instantSchema,
  actorKind: z.enum(['member', 'officer', 'server']),
  actorId: z.string(),
  /** of an officer; null for members and the server: the log itself holds ids only */
  officerName: z.nullable(z.string()),
  action: z.string(),
  subjectId: z.string(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;
/** Rows of one page. */
export const AUDIT_PAGE_ROWS = 50;
/** newest first; `before`: the seq to go on from, null at the end */
export const auditPageSchema = z.object({
  rows: z.array(auditRowSchema),
  before: z.nullable(z.int()),
  /** for the choices of the filter */
  officers: z.array(z.object({ id: idSchema, displayName: z.string() })),
  actions: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
export interface AuditFilter {
  officer?: string | undefined;
  action?: string | undefined;
  /** instants, inclusive and exclusive */
  from?: string | undefined;
  to?: string | undefined;
}
/** The chain as it was checked: how far it is whole, and the first row where it is not. */
export const auditCheckSchema = z.object({
  whole: z.boolean(),
  rows: z.int(),
  /** of the last row; written down elsewhere, it proves later that nothing before it was changed */
  head: z.string(),
  brokenSeq: z.nullable(z.int()),
});
export type AuditCheck = z.infer<typeof auditCheckSchema>;

export const caseCountsSchema = z.object({ counts: z.record(z.string(), z.int()) });

// What the desk asks of the server about accounts and the audit log: one's own account, 「利用者」, 「監査記録」, counts.
// Sends through the desk's one client; fetches nothing by itself.
import type * as z from 'zod/mini';
import { API } from '../domain/api-paths';
import {
  auditCheckSchema,
  auditPageSchema,
  caseCountsSchema,
  endedSessionsSchema,
  officerListSchema,
  officerPassphraseSchema,
  officerRowSchema,
  ownSessionListSchema,
  totpOfferSchema,
  totpSetSchema,
  type AuditCheck,
  type AuditFilter,
  type AuditPage,
  type NewOfficer,
  type OfficerChange,
  type OfficerPassphrase,
  type OfficerRow,
  type OwnSession,
  type TotpOffer,
  type TotpSet,
} from '../domain/desk-accounts';
import { deskSessionSchema, type DeskSession } from '../domain/desk-contract';
import type { Outcome } from './outcome';

export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  schema: z.core.$ZodType<T> | null,
  body?: unknown,
) => Promise<Outcome<T>>;

export interface OfficeClient {
  signInCode(code: string): Promise<Outcome<DeskSession>>;
  /** @param passphrase null while signing in for the first time */
  startTotp(passphrase: string | null): Promise<Outcome<TotpOffer>>;
  confirmTotp(code: string): Promise<Outcome<TotpSet>>;
  changePassphrase(current: string, next: string): Promise<Outcome<DeskSession>>;
  sessions(): Promise<Outcome<{ sessions: OwnSession[] }>>;
  endSession(id: string): Promise<Outcome<{ ended: number }>>;
  endOtherSessions(): Promise<Outcome<{ ended: number }>>;
  officers(): Promise<Outcome<{ officers: OfficerRow[] }>>;
  createOfficer(officer: NewOfficer): Promise<Outcome<OfficerPassphrase>>;
  changeOfficer(id: string, change: OfficerChange): Promise<Outcome<OfficerRow>>;
  resetPassphrase(id: string): Promise<Outcome<OfficerPassphrase>>;
  resetTotp(id: string): Promise<Outcome<OfficerRow>>;
  endOfficerSessions(id: string): Promise<Outcome<{ ended: number }>>;
  /** @param before the seq to go on from; null: from the newest */
  audit(filter: AuditFilter, before: number | null): Promise<Outcome<AuditPage>>;
  checkAudit(): Promise<Outcome<AuditCheck>>;
  counts(): Promise<Outcome<{ counts: Record<string, number> }>>;
}

export function createOfficeClient(ask: Ask): OfficeClient {
  return {
    signInCode: (code) => ask('POST', API.deskSessionCode, deskSessionSchema, { code }),
    startTotp: (passphrase) => ask('POST', API.deskTotp, totpOfferSchema, { passphrase }),
    confirmTotp: (code) => ask('POST', API.deskTotpCode, totpSetSchema, { code }),
    changePassphrase: (current, next) =>
      ask('POST', API.deskPassphrase, deskSessionSchema, { current, next }),
    sessions: () => ask('GET', API.deskSessions, ownSessionListSchema),
    endSession: (id) => ask('DELETE', API.deskOneSession(id), endedSessionsSchema),
    endOtherSessions: () => ask('DELETE', API.deskSessions, endedSessionsSchema),
    officers: () => ask('GET', API.deskOfficers, officerListSchema),
    createOfficer: (officer) => ask('POST', API.deskOfficers, officerPassphraseSchema, officer),
    changeOfficer: (id, change) => ask('PUT', API.deskOfficer(id), officerRowSchema, change),
    resetPassphrase: (id) => ask('POST', API.deskOfficerPassphrase(id), officerPassphraseSchema),
    resetTotp: (id) => ask('DELETE', API.deskOfficerTotp(id), officerRowSchema),
    endOfficerSessions: (id) => ask('DELETE', API.deskOfficerSessions(id), endedSessionsSchema),
    audit: (filter, before) =>
      ask('GET', `${API.deskAudit}?${auditQuery(filter, before).toString()}`, auditPageSchema),
    checkAudit: () => ask('POST', API.deskAuditCheck, auditCheckSchema),
    counts: () => ask('GET', API.deskCounts, caseCountsSchema),
  };
}

/** Also what the link to the CSV carries. */
export function auditQuery(filter: AuditFilter, before: number | null = null): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  if (before !== null) query.set('before', String(before));
  return query;
}

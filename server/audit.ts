// 監査記録: who did what to which thing, in the transaction that does it. Ids only: no name, no free text, ever.
import { appendAudit } from './store/audit-chain';
import type { Writing } from './store/ports';

export type AuditAction =
  | `operation:${string}`
  | `case:${string}`
  | 'photo:complete'
  | 'operation:unreadable'
  | 'key:create'
  | 'key:backup'
  | 'invitation:create'
  | 'invitation:revoke'
  | 'invitation:redeem'
  | 'secrecy:accept'
  | 'badge:revoke'
  | `personal-report:view:${string}`
  | `purge:${string}`
  | `device:stop:${string}`
  | 'rescue:import'
  | 'organisation:create'
  | 'network:create'
  | 'officer:create'
  | 'officer:reset'
  | 'officer:reset-totp'
  | 'officer:change'
  | 'officer:roles'
  | 'officer:disable'
  | 'officer:enable'
  | 'officer:grant-admin'
  | 'officer:end-sessions'
  | 'officer:list'
  | 'audit:check'
  | 'audit:export'
  | 'desk:sign-in'
  | 'desk:code-refused'
  | 'desk:recovery-code'
  | 'desk:totp-set'
  | 'desk:passphrase'
  | 'desk:end-session'
  | 'desk:sign-out';

export interface Actor {
  kind: 'member' | 'officer' | 'server';
  /** `server` acts under its own word */
  id: string;
}
export const SERVER_ACTOR: Actor = { kind: 'server', id: 'server' };

/** @param subjectId id of what it was done to */
export async function writeAudit(
  writing: Writing,
  actor: Actor,
  action: AuditAction,
  subjectId: string,
): Promise<void> {
  await appendAudit(writing, {
    actor_kind: actor.kind,
    actor_id: actor.id,
    action,
    subject_id: subjectId,
  });
}

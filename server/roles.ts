// Who at the desk may do what: one table, role × operation. What is not written here nobody may do.
// `actOnCase.note` is one action of a case. Kept equal to docs/decisions/0012-roles.md by a test.
import type { Role } from '../src/domain/roles';

const EVERYBODY: readonly Role[] = [
  'admin',
  'officer',
  'adviser',
  'auditor',
  'organisation_coordinator',
  'prefecture',
];
const CASEWORK: readonly Role[] = ['officer'];
const READS_CASES: readonly Role[] = ['officer', 'adviser'];
const MEMBERS: readonly Role[] = ['admin', 'officer'];
const OWN_MEMBERS: readonly Role[] = ['admin', 'officer', 'organisation_coordinator'];
const ADMIN: readonly Role[] = ['admin'];
const AUDIT: readonly Role[] = ['admin', 'auditor'];

const TABLE: Readonly<Record<string, readonly Role[]>> = {
  // one's own account
  deskSession: EVERYBODY,
  signOut: EVERYBODY,
  signInCode: EVERYBODY,
  startTotp: EVERYBODY,
  confirmTotp: EVERYBODY,
  changePassphrase: EVERYBODY,
  listOwnSessions: EVERYBODY,
  endOwnSession: EVERYBODY,
  endOtherSessions: EVERYBODY,
  // cases
  listCases: READS_CASES,
  readCase: READS_CASES,
  readPhoto: READS_CASES,
  actOnCase: READS_CASES,
  'actOnCase.note': READS_CASES,
  'actOnCase.assign': CASEWORK,
  'actOnCase.instruct': CASEWORK,
  'actOnCase.retract': CASEWORK,
  'actOnCase.close': CASEWORK,
  'actOnCase.review-again': CASEWORK,
  'actOnCase.merge': CASEWORK,
  viewPersonalReport: CASEWORK,
  countCases: ['admin', 'officer', 'adviser', 'prefecture'],
  deskEvents: ['admin', 'officer', 'adviser', 'organisation_coordinator'],
  // members
  listInvitations: OWN_MEMBERS,
  createInvitation: OWN_MEMBERS,
  revokeInvitation: OWN_MEMBERS,
  listOrganisations: OWN_MEMBERS,
  addOrganisation: MEMBERS,
  listDevices: OWN_MEMBERS,
  stopDevice: OWN_MEMBERS,
  inviteAgain: OWN_MEMBERS,
  readRescue: MEMBERS,
  listBadges: MEMBERS,
  revokeBadge: MEMBERS,
  // officers
  listOfficers: ADMIN,
  createOfficer: ADMIN,
  changeOfficer: ADMIN,
  resetPassphrase: ADMIN,
  resetTotp: ADMIN,
  endOfficerSessions: ADMIN,
  // audit
  readAudit: AUDIT,
  checkAudit: AUDIT,
  exportAudit: AUDIT,
};

/** Roles that may use an operation; none when the table does not know it. */
export function rolesFor(operation: string): readonly Role[] {
  return Object.hasOwn(TABLE, operation) ? (TABLE[operation] ?? []) : [];
}

export function may(roles: readonly Role[], operation: string): boolean {
  return rolesFor(operation).some((role) => roles.includes(role));
}

/** Everything these roles may do, for the desk's screens. */
export function operationsOf(roles: readonly Role[]): string[] {
  return Object.keys(TABLE).filter((operation) => may(roles, operation));
}

/** Every operation the table knows, for the tests that hold it against the document. */
export const KNOWN_OPERATIONS: readonly string[] = Object.keys(TABLE);

/**
 * The one organisation a caller is kept to, or null: the whole network.
 * A coordinator without an organisation is kept to none at all.
 */
export function keptTo(caller: { roles: readonly Role[]; organisationId: string | null }): string | null {
  if (MEMBERS.some((role) => caller.roles.includes(role))) return null;
  return caller.organisationId ?? 'none';
}

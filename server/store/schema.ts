// The one schema of the store, as types. SQLite and PostgreSQL hold the same columns: text ids, instants as ISO text,
// booleans as 0/1, JSON as text. Only a photo's bytes differ (blob / bytea).
// Every table but `server_meta` carries the network it belongs to, and no query may leave that out.
import type { Generated } from 'kysely';
import type { CaseOutcome, CaseState } from '../../src/domain/case-state';
import type {
  CaseEvent,
  CaseRow,
  DeskSession,
  UnreadableReason,
  VIEW_PURPOSES,
} from '../../src/domain/desk-contract';
import type { InstructionTemplate } from '../../src/domain/instruction';
import type { JOB_KINDS, MEMBER_KINDS } from '../../src/domain/member';
import type { BASES } from '../../src/domain/personal-report';
import type { OperationKind } from '../../src/domain/sync-protocol';

type MemberKind = (typeof MEMBER_KINDS)[number];

export interface ServerMetaTable {
  key: string;
  value: string;
}
export interface NetworksTable {
  id: string;
  name: string;
  /** JSON of `networkProfileSchema` */
  profile: string;
  /** the last sequence number given out in this network's feed; the row is the lock of all its writers */
  feed_seq: Generated<number>;
  /** place and hash of the last row of this network's audit chain */
  audit_seq: Generated<number>;
  audit_hash: Generated<string>;
  created_at: string;
}
export interface OrganisationsTable {
  id: string;
  network_id: string;
  kind: MemberKind;
  name: string;
  created_at: string;
}
export interface MembersTable {
  id: string;
  network_id: string;
  organisation_id: string;
  kind: MemberKind;
  display_name: string;
  job_kind: (typeof JOB_KINDS)[number];
  created_at: string;
}
export interface InvitationsTable {
  id: string;
  network_id: string;
  member_id: string;
  code_sha256: string;
  created_at: string;
  expires_at: string;
  revoked_at: string | null;
  used_at: string | null;
  device_id: string | null;
  /** JSON of the key of the phone that redeemed it */
  device_key: string | null;
}
export interface DevicesTable {
  id: string;
  network_id: string;
  member_id: string;
  token_sha256: string;
  device_key: string;
  app_version: string;
  system: string;
  enrolled_at: string;
  revoked_at: string | null;
  /** code of the reason, never free text */
  revoked_reason: string | null;
  /** to the minute */
  last_contact_at: string | null;
  /** when a stopped device was first handed its wipe order */
  told_to_wipe_at: string | null;
}
export interface OperationsTable {
  id: string;
  network_id: string;
  member_id: string;
  device_id: string;
  kind: OperationKind;
  record_id: string;
  body: string;
  body_sha256: string;
  /** by the phone's clock */
  created_at: string;
  /** server time minus phone time when it arrived, milliseconds */
  clock_offset_ms: number;
  zone: string;
  received_at: string;
  /** 1: `body` is sealed, kept as it came */
  sealed: Generated<number>;
  /** waiting ─> opened | refused; `plain` bodies are never opened */
  opening: Generated<'plain' | 'waiting' | 'opened' | 'refused'>;
  /** 1, 2, 3 … in the network: sealed bodies are opened in the order they came */
  arrival: Generated<number>;
  refused_reason: string | null;
}
export interface OperationConflictsTable {
  operation_id: string;
  network_id: string;
  member_id: string;
  device_id: string;
  kind: OperationKind;
  body: string;
  body_sha256: string;
  received_at: string;
}
export interface CasesTable {
  record_id: string;
  network_id: string;
  member_id: string;
  receipt_no: string;
  state: CaseState;
  /** 0 emergency … 3 info */
  urgency_rank: number;
  /** JSON of `sightingSchema` without what was written in words; an empty object until it is opened */
  sighting: string;
  /** JSON of `otherSign` and `freeText`, encrypted */
  sighting_text: string | null;
  contents: Generated<CaseRow['contents']>;
  unreadable_reason: UnreadableReason | null;
  /** the phone found writing that may tell who it is about */
  marked: number;
  assignee_id: string | null;
  merged_into: string | null;
  version: number;
  received_at: string;
  changed_at: string;
  outcome: CaseOutcome | null;
  /** JSON of `feedbackSchema` */
  feedback: string | null;
}
export interface CaseEventsTable {
  id: string;
  network_id: string;
  record_id: string;
  /** 1, 2, 3 … in the case */
  place: number;
  at: string;
  actor: CaseEvent['by'];
  officer_id: string | null;
  kind: CaseEvent['kind'];
  state: CaseState | null;
  instruction_id: string | null;
  text: string | null;
  done: string | null;
}
export interface InstructionsTable {
  id: string;
  network_id: string;
  record_id: string;
  member_id: string;
  template: InstructionTemplate;
  /** JSON of `instructionSchema` */
  body: string;
  sent_at: string;
  retracted_at: string | null;
  seen_at: string | null;
  started_at: string | null;
  done_at: string | null;
  done: string | null;
}
export interface CountersTable {
  network_id: string;
  kind: 'receipt' | 'request' | 'arrival';
  /** in Japan */
  year: number;
  value: number;
}
export interface FeedTable {
  network_id: string;
  seq: number;
  /** null: for every member of the network */
  member_id: string | null;
  kind: string;
  subject_id: string;
  version: number;
  body: string;
}
export interface PhotosTable {
  network_id: string;
  member_id: string;
  sha256: string;
  type: string;
  bytes: number;
  received: number;
  complete: number;
}
export interface PhotoPartsTable {
  network_id: string;
  member_id: string;
  sha256: string;
  start: number;
  data: Uint8Array;
}
export interface CasePhotosTable {
  network_id: string;
  record_id: string;
  member_id: string;
  sha256: string;
  /** place on the sheet: 0, 1, 2 */
  place: number;
}
export interface OfficersTable {
  id: string;
  network_id: string;
  name: string;
  display_name: string;
  passphrase_hash: string;
  created_at: string;
  /** JSON of `rolesSchema` */
  roles: string;
  /** the one organisation an organisation coordinator is for */
  organisation_id: string | null;
  disabled_at: string | null;
  /** 1: made by somebody else, to be replaced at the first sign-in */
  passphrase_given: number;
  /** encrypted; null: no second factor */
  totp_secret: string | null;
  /** encrypted; shown, but no code made with it has come back yet */
  totp_offered: string | null;
  /** time step of the last code that was taken: no code is taken twice */
  totp_last_step: number | null;
}
export interface RecoveryCodesTable {
  officer_id: string;
  place: number;
  network_id: string;
  code_hash: string;
  used_at: string | null;
}
export interface DeskSessionsTable {
  token_sha256: string;
  /** names it in the officer's list; opens nothing */
  id: string;
  status: DeskSession['status'];
  /** coarse, for the officer's own list */
  browser: string;
  network_id: string;
  officer_id: string;
  created_at: string;
  last_seen_at: string;
}
export interface DeskRequestsTable {
  request_id: string;
  network_id: string;
  record_id: string;
  officer_id: string;
  at: string;
}
export interface AuditTable {
  id: string;
  network_id: string;
  at: string;
  actor_kind: 'member' | 'officer' | 'server';
  actor_id: string;
  action: string;
  subject_id: string;
  /** 1, 2, 3 … in the network */
  seq: number;
  prev_hash: string;
  hash: string;
}
/** 構成員証. The signature in its QR is made when it is shown; nothing here is secret. */
export interface BadgesTable {
  id: string;
  network_id: string;
  member_id: string;
  created_at: string;
  revoked_at: string | null;
}
/** 秘密を守る約束: which text a member accepted on which device, and when by the phone's clock */
export interface SecrecyAcceptancesTable {
  device_id: string;
  network_id: string;
  member_id: string;
  accepted_at: string;
  text_version: string;
  received_at: string;
}
/** 個人情報を含む報告, still sealed. No other table holds a copy. */
export interface PersonalReportsTable {
  id: string;
  network_id: string;
  record_id: string;
  member_id: string;
  request_no: string | null;
  basis: (typeof BASES)[number];
  approval_later: number;
  /** base64url, as it came */
  sealed: string;
  received_at: string;
}
export interface PersonalReportViewsTable {
  id: string;
  network_id: string;
  report_id: string;
  record_id: string;
  officer_id: string;
  at: string;
  purpose: (typeof VIEW_PURPOSES)[number];
  /** encrypted */
  reason: string;
}
/** How many were removed because their time was over. */
export interface PurgesTable {
  id: string;
  network_id: string;
  at: string;
  kind: 'personal-report' | 'sighting';
  count: number;
}

/** The keyed index over what is encrypted. */
export interface SearchPiecesTable {
  network_id: string;
  record_id: string;
  piece: string;
}

export interface StoreSchema {
  server_meta: ServerMetaTable;
  networks: NetworksTable;
  organisations: OrganisationsTable;
  members: MembersTable;
  invitations: InvitationsTable;
  devices: DevicesTable;
  operations: OperationsTable;
  operation_conflicts: OperationConflictsTable;
  cases: CasesTable;
  case_events: CaseEventsTable;
  instructions: InstructionsTable;
  counters: CountersTable;
  feed: FeedTable;
  photos: PhotosTable;
  photo_parts: PhotoPartsTable;
  case_photos: CasePhotosTable;
  officers: OfficersTable;
  recovery_codes: RecoveryCodesTable;
  desk_sessions: DeskSessionsTable;
  desk_requests: DeskRequestsTable;
  audit: AuditTable;
  search_pieces: SearchPiecesTable;
  badges: BadgesTable;
  secrecy_acceptances: SecrecyAcceptancesTable;
  personal_reports: PersonalReportsTable;
  personal_report_views: PersonalReportViewsTable;
  purges: PurgesTable;
}

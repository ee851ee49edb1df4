// What the phone keeps on disk, row by row. Readable answers are structured and name nobody.
import type { CaseState, CaseOutcome } from '../domain/case-state';
import type { DoneCode, Instruction } from '../domain/instruction';
import type { ProblemCode } from '../domain/problem';
import type { Locked } from '../domain/sealing';
import type { PhotoName, SightingAnswers, SightingSummary } from '../domain/sighting';

export interface DraftRow {
  id: string;
  /** codes for the list of records; they name nobody */
  summary: {
    place: NonNullable<SightingAnswers['place']> | null;
    signs: string[];
    urgency: NonNullable<SightingAnswers['urgency']> | null;
  };
  /** JSON of `answers` and `photos`, encrypted for this phone */
  locked: Locked;
  createdAt: string;
  savedAt: string;
  /** set when it was queued: from then on it is kept only so that a refused record can be mended (law 4) */
  sentAt: string | null;
  refused: ProblemCode | null;
}

/** Bytes as ArrayBuffer: WebKit loses Blobs in IndexedDB. */
export interface PhotoRow {
  /** `<recordId>/<sha256>`; of the picture for a draft, of the sealed bytes for what is sent */
  key: string;
  recordId: string;
  sha256: string;
  type: PhotoName['type'];
  /** sealed bytes on their way; empty while it belongs to a draft and after it was delivered */
  bytes: ArrayBuffer;
  /** a draft's photo, encrypted for this phone; null: sealed */
  locked: Locked | null;
  /** draft: kept with its draft; held: its sighting is not there yet; waiting: may go; delivered: the bytes are dropped */
  status: 'draft' | 'held' | 'waiting' | 'delivered' | 'refused';
  problem: ProblemCode | null;
}

export interface RecordRow {
  id: string;
  sighting: SightingSummary;
  writtenAt: string;
  queuedAt: string;
  receiptNo: string | null;
  receivedAt: string | null;
  caseState: CaseState | null;
  /** every state the secretariat told, oldest first */
  states: { state: CaseState; at: string }[];
  feedback: { outcome: CaseOutcome; text: string; at: string } | null;
  withdrawnAt: string | null;
}

export interface InstructionRow {
  id: string;
  recordId: string;
  instruction: Instruction;
  seenAt: string | null;
  startedAt: string | null;
  doneAt: string | null;
}

/** What the member did with a record, for its timeline: that it was, never the words. `id` is the operation's; waiting while the outbox still has it. */
export type ActionRow = { id: string; recordId: string; at: string } & (
  | { kind: 'supplement' }
  | { kind: 'answered'; instructionId: string }
  | { kind: 'declined'; instructionId: string }
  /** only that it was written: what it said is nowhere on this phone */
  | { kind: 'reported'; instructionId: string | null }
  | { kind: 'withdrawn' }
  | { kind: 'seen' | 'started'; instructionId: string }
  | { kind: 'done'; instructionId: string; done: DoneCode[]; wroteNote: boolean }
  | { kind: 'refused'; problem: ProblemCode }
);

/** A personal report being written, readable by this phone only while it is written. */
export interface ReportDraftRow {
  recordId: string;
  locked: Locked;
  savedAt: string;
}

/** The newest version applied of each changed thing (law 9). `key`: `<kind>/<id>` */
export interface AppliedRow {
  key: string;
  version: number;
}

export interface QuarantineRow {
  number?: number;
  from: string;
  at: string;
  row: unknown;
}

export interface DeviceRow {
  key: string;
  value: unknown;
}

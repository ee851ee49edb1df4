// What the phone keeps on disk, row by row. Readable answers are structured and name nobody.
import type { CaseState, CaseOutcome } from '../domain/case-state';
import type { DoneCode, Instruction } from '../domain/instruction';
import type { ProblemCode } from '../domain/problem';
import type { PhotoName, Sighting, SightingAnswers } from '../domain/sighting';

export interface DraftRow {
  id: string;
  answers: SightingAnswers;
  photos: PhotoName[];
  createdAt: string;
  savedAt: string;
  /** set when it was queued: from then on it is kept only so that a refused record can be mended (law 4) */
  sentAt: string | null;
  refused: ProblemCode | null;
}

/** Bytes as ArrayBuffer: WebKit loses Blobs in IndexedDB. */
export interface PhotoRow {
  /** `<recordId>/<sha256>` */
  key: string;
  recordId: string;
  sha256: string;
  type: PhotoName['type'];
  bytes: ArrayBuffer;
  /** draft: not finished; held: its sighting is not there yet; waiting: may go; delivered: the bytes are dropped */
  status: 'draft' | 'held' | 'waiting' | 'delivered' | 'refused';
  problem: ProblemCode | null;
}

export interface RecordRow {
  id: string;
  sighting: Sighting;
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

/** What the member did with a record, for its timeline. `id` is the operation's; waiting while the outbox still has it. */
export type ActionRow = { id: string; recordId: string; at: string } & (
  | { kind: 'supplement'; text: string }
  | { kind: 'answered'; instructionId: string; answers: string[] }
  | { kind: 'declined'; instructionId: string }
  | { kind: 'withdrawn' }
  | { kind: 'seen' | 'started'; instructionId: string }
  | { kind: 'done'; instructionId: string; done: DoneCode[]; note: string | null }
  | { kind: 'refused'; problem: ProblemCode }
);

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

// What features may ask of the phone. Types only: src/app builds them, tests/support/fake-services.ts fakes them.
// A watcher calls back at once with what is there and again on every change, also when the worker wrote it;
// it returns the function that stops it.
import type * as caseWords from './content/case-words';
import type * as flowSheetWords from './content/flow-sheet';
import type * as reportWords from './content/personal-report';
import type { SECRECY_TEXT } from './content/secrecy';
import type { CaseOutcome, CaseState } from './domain/case-state';
import type { SignEntry } from './domain/flow-sheet';
import type { Hotline } from './domain/hotline';
import type { DoneCode, Instruction } from './domain/instruction';
import type { Member } from './domain/member';
import type { NetworkProfile } from './domain/network';
import type { ReportAnswers, ReportGate } from './domain/personal-report';
import type { ProblemCode } from './domain/problem';
import type { PhotoName, SightingAnswers, SightingSummary, Sighting } from './domain/sighting';

export type Watch<T> = (onValue: (value: T) => void) => () => void;

export interface Services {
  sightings: SightingService;
  records: RecordService;
  instructions: InstructionService;
  personalReports: PersonalReportService;
  enrolment: EnrolmentService;
  badges: BadgeService;
  delivery: DeliveryService;
  preferences: PreferenceService;
  storage: StorageService;
  rescue: RescueService;
  content: ContentService;
}

// ---- writing -------------------------------------------------------------------------------------------------

export interface SightingDraft {
  id: string;
  answers: SightingAnswers;
  photos: PhotoName[];
  createdAt: string;
  /** when it last was committed to disk; null before the first commit */
  savedAt: string | null;
  /** a record the secretariat refused, open again for mending */
  refused: ProblemCode | null;
}

/** `storage-full`: nothing was written. `storage-unavailable`: private mode or a broken database. The text stays on screen. */
export type SaveOutcome =
  { status: 'saved'; savedAt: string } | { status: 'storage-full' } | { status: 'storage-unavailable' };

export interface SightingService {
  /** A new sheet with the place preset (last used, else by job kind). Nothing is written to disk yet. */
  begin(): Promise<SightingDraft>;
  read(id: string): Promise<SightingDraft | null>;
  /** Commits the whole draft with strict durability. */
  save(draft: SightingDraft): Promise<SaveOutcome>;
  remove(id: string): Promise<void>;
  /** Keeps this draft to this tab until `release`; `held-elsewhere` when another tab has it open. */
  hold(id: string): Promise<{ status: 'held'; release(): void } | { status: 'held-elsewhere' }>;
  /** Shrinks the picture to ≤ 300 kB without metadata and commits it with the draft. */
  addPhoto(
    draft: SightingDraft,
    file: Blob,
  ): Promise<
    { status: 'added'; draft: SightingDraft } | { status: 'not-a-picture' } | { status: 'storage-full' }
  >;
  removePhoto(draft: SightingDraft, sha256: string): Promise<SightingDraft>;
  readPhoto(sha256: string): Promise<Blob | null>;
  /** Finishes and queues in one transaction, then starts sending. `incomplete` when `missingFrom` is not empty. */
  send(
    draft: SightingDraft,
  ): Promise<{ status: 'queued' } | { status: 'incomplete' } | Exclude<SaveOutcome, { status: 'saved' }>>;
}

// ---- records -------------------------------------------------------------------------------------------------

/** One record as the member sees it. `status` is the word of state on the screen. */
export type RecordStatus =
  | { status: 'draft'; savedAt: string; expiresAt: string }
  | { status: 'waiting'; nextTryAt: string | null }
  | { status: 'sending' }
  | { status: 'delivered' }
  | { status: 'reviewed' }
  | { status: 'instructed' }
  | {
      status: 'refused';
      problem: ProblemCode;
      button: 'write-report-anew' | 'mend' | 'enrol-again' | 'call-secretariat' | 'send-again';
    }
  | { status: 'done' }
  | { status: 'withdrawn' };

export interface RecordSummary {
  id: string;
  state: RecordStatus;
  /** structured answers only; null for a draft without them */
  place: Sighting['place'] | null;
  signs: string[];
  urgency: Sighting['urgency'] | null;
  writtenAt: string;
  receiptNo: string | null;
  receivedAt: string | null;
  /** instructions neither done nor retracted */
  openInstructions: number;
  photosWaiting: number;
  /** smaller operations of this record (supplement, done …) still on this phone */
  operationsWaiting: number;
}

export type TimelineEntry = { at: string; waiting: boolean } & (
  | { kind: 'written' }
  | { kind: 'queued' }
  | { kind: 'received'; receiptNo: string }
  | { kind: 'case-state'; state: CaseState }
  | { kind: 'instruction'; instructionId: string; instruction: Instruction }
  | { kind: 'seen'; instructionId: string }
  | { kind: 'started'; instructionId: string }
  | { kind: 'done'; instructionId: string; done: DoneCode[]; wroteNote: boolean }
  | { kind: 'supplement' }
  | { kind: 'answered'; instructionId: string }
  | { kind: 'declined'; instructionId: string }
  /** a personal report was written; what it said is nowhere on this phone */
  | { kind: 'reported' }
  | { kind: 'withdrawn' }
  | { kind: 'feedback'; outcome: CaseOutcome; text: string }
  | { kind: 'refused'; problem: ProblemCode }
);

export interface OpenInstruction {
  id: string;
  recordId: string;
  instruction: Instruction;
  seenAt: string | null;
  startedAt: string | null;
  doneAt: string | null;
}

export interface RecordDetail {
  summary: RecordSummary;
  /** the codes that were sent; what was written in words is not readable here any more. Null while only a draft exists */
  sighting: SightingSummary | null;
  caseState: CaseState | null;
  /** oldest first */
  timeline: TimelineEntry[];
  instructions: OpenInstruction[];
  /** true until the secretariat has begun (case received), or while still on this phone */
  mayWithdraw: boolean;
}

export interface RecordService {
  /** newest first, drafts included */
  watchAll: Watch<RecordSummary[]>;
  watchOne(id: string): Watch<RecordDetail | null>;
  withdraw(id: string): Promise<void>;
  supplement(id: string, text: string): Promise<SaveOutcome>;
  /** offers a refused operation again, unchanged */
  sendAgain(id: string): Promise<void>;
}

export interface InstructionService {
  /** not done, not retracted; oldest first */
  watchOpen: Watch<OpenInstruction[]>;
  seen(open: OpenInstruction): Promise<SaveOutcome>;
  started(open: OpenInstruction): Promise<SaveOutcome>;
  done(open: OpenInstruction, done: DoneCode[], note: string | null): Promise<SaveOutcome>;
  answer(open: OpenInstruction, answers: string[]): Promise<SaveOutcome>;
  declinePersonalReport(open: OpenInstruction, reason: string | null): Promise<SaveOutcome>;
}

/** 個人情報を含む報告. Opens by the gate only; once queued it can be read nowhere on this phone. */
export interface PersonalReportService {
  open(recordId: string): Promise<
    | {
        status: 'open';
        gate: ReportGate;
        answers: ReportAnswers;
        savedAt: string | null;
        /** gives the draft back to other tabs */
        release(): void;
      }
    | { status: 'closed' }
    | { status: 'not-found' }
    /** there is no network yet to seal it to */
    | { status: 'not-enrolled' }
    | { status: 'held-elsewhere' }
  >;
  /** Commits the draft, encrypted. */
  save(recordId: string, answers: ReportAnswers): Promise<SaveOutcome>;
  remove(recordId: string): Promise<void>;
  /** Seals, queues and removes the draft. `closed`: the request was taken back meanwhile. */
  send(
    recordId: string,
    answers: ReportAnswers,
  ): Promise<
    | { status: 'queued' }
    | { status: 'incomplete' }
    | { status: 'closed' }
    | Exclude<SaveOutcome, { status: 'saved' }>
  >;
}

// ---- the phone itself ----------------------------------------------------------------------------------------

export interface Enrolment {
  member: Member;
  network: NetworkProfile;
  deviceId: string;
}
/** 秘密を守る約束: which text was accepted, and when by this phone's clock */
export interface SecrecyAcceptance {
  at: string;
  text: string;
}
export interface EnrolmentService {
  watch: Watch<Enrolment | null>;
  /** the code of a `redeem` that found no connection; null when none waits or this phone keeps nothing */
  waitingCode(): Promise<string | null>;
  /**
   * @param code 26 characters, see `normaliseInvitation`
   * @param secrecy 秘密を守る約束 as accepted on this phone; null: not yet, and nothing is asked of the secretariat
   */
  redeem(
    code: string,
    secrecy: SecrecyAcceptance | null,
  ): Promise<
    | { status: 'secrecy-not-accepted' }
    | { status: 'enrolled'; enrolment: Enrolment }
    | { status: 'already-enrolled' }
    | { status: 'refused'; problem: ProblemCode }
    | { status: 'no-connection' }
    | { status: 'storage-unavailable' }
  >;
}

/** 「この構成員は本物か」: `own-network` was checked on this phone, without a connection. Never a person's name. */
export type BadgeCheck =
  | { status: 'own-network' }
  | {
      status: 'known';
      badge: { organisation: string; kind: Member['kind']; network: string; valid: boolean };
    }
  | { status: 'not-ours' }
  | { status: 'cannot-check' }
  | { status: 'too-often' };
export interface BadgeService {
  /** @param code what followed `/v/` in a badge's QR */
  check(code: string): Promise<BadgeCheck>;
}

/** What the header's line says. */
export type DeliveryStatus =
  | { status: 'not-enrolled'; waiting: number }
  | { status: 'all-delivered'; at: string }
  | { status: 'never-contacted' }
  | { status: 'waiting'; waiting: number; lastContactAt: string | null }
  | { status: 'sending'; waiting: number }
  | { status: 'attention'; refused: number; waiting: number }
  | { status: 'paused'; problem: ProblemCode; waiting: number };
export interface DeliveryService {
  watch: Watch<DeliveryStatus>;
  /** 「今すぐ送る」: ignores the back-off, not the lock */
  sendNow(): Promise<void>;
}

export interface Preferences {
  textSize: 'normal' | 'large' | 'largest';
  theme: 'light' | 'outdoor' | 'dark';
}
export interface PreferenceService {
  watch: Watch<Preferences>;
  set(change: Partial<Preferences>): Promise<void>;
}

export interface StorageReport {
  writable: boolean;
  persisted: boolean | null;
  usedBytes: number | null;
  freeBytes: number | null;
  /** rows that could not be read and were set aside */
  quarantined: number;
}
export interface StorageService {
  watch: Watch<StorageReport>;
  askToPersist(): Promise<boolean>;
  /** what would be lost: drafts and unsent operations on this phone */
  unsent(): Promise<{ drafts: number; operations: number }>;
  /** 「この端末から消す」 */
  erase(): Promise<void>;
}

/** What a phone says after the secretariat stopped it and it erased itself. */
export interface WipedNote {
  at: string;
  network: string;
  /** whom to call; null where the office has set none */
  secretariat: { name: string; phone: string; hours: string } | null;
}
/** 救出ファイル: unsent work, sealed; only the secretariat can open it. */
export interface RescueFile {
  name: string;
  bytes: ArrayBuffer;
}
export interface KeptRescue {
  madeAt: string;
  /** it goes after this */
  keptUntil: string;
  operations: number;
  photos: number;
  drafts: number;
}
export interface RescueService {
  /** null on a phone that was not wiped, or was registered again since */
  watchWiped: Watch<WipedNote | null>;
  /** the file a wipe left; null when there is none */
  watchKept: Watch<KeptRescue | null>;
  readKept(): Promise<RescueFile | null>;
  /** seals what is unsent now; `nothing`: all has arrived; `no-key`: this phone is not registered, so nobody could open it */
  make(): Promise<{ status: 'made'; file: RescueFile } | { status: 'nothing' } | { status: 'no-key' }>;
}

export interface ContentService {
  /** numbers that are the same all over Japan */
  hotlines(): readonly Hotline[];
  signs(): readonly SignEntry[];
  sign(id: string): SignEntry | undefined;
  /** words by code: fields and options of the flow sheet, case states, outcomes, what was done */
  words(): ContentWords;
  /** 秘密を守る約束, read and accepted before registering */
  secrecy(): typeof SECRECY_TEXT;
}
export type ContentWords = typeof flowSheetWords & typeof caseWords & typeof reportWords;

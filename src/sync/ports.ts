// What the engine needs from the outside. It knows no DOM, no Dexie, no fetch: phone, worker and tests hand these in.
import type { Change, PhotoStatus, SyncReply, SyncRequest } from '../domain/sync-protocol';
import type { ProblemCode } from '../domain/problem';
import type { WipeOrder } from '../domain/signed-request';
import type { OutboxItem } from './outbox-item';
import type { Verdict } from './outbox-machine';

export interface ClockPort {
  /** milliseconds since 1970 by this phone, right or wrong (law 11) */
  nowMs(): number;
  /** IANA name, e.g. `Asia/Tokyo` */
  zone(): string;
}

export interface ChancePort {
  /** 0 ≤ x < 1 */
  fraction(): number;
}

export interface LockPort {
  /** Runs `work` alone on this phone, or answers `busy` at once (law 6). */
  runAlone<T>(name: string, work: () => Promise<T>): Promise<T | 'busy'>;
}

export interface OutboxPort {
  /** Seals what was written before the network's key was known. @returns how many; 0 also while there is no key */
  sealWaiting(): Promise<number>;
  /** status `waiting`, in the phone's order */
  waiting(): Promise<OutboxItem[]>;
  /** ids of records whose sighting was refused: their later operations wait (law 5) */
  recordsWithRefusal(): Promise<ReadonlySet<string>>;
  /**
   * Counts the attempt before it is made, so that a crash can never leave "sent".
   * @returns the ids still waiting: one withdrawn in between must not leave the phone
   */
  startAttempt(ids: readonly string[], nowMs: number): Promise<ReadonlySet<string>>;
  /** The attempt ended without a verdict; the items wait on. */
  endAttempt(ids: readonly string[]): Promise<void>;
  /** Writes all verdicts in one transaction; acknowledgement before any compaction (law 3). */
  settle(verdicts: readonly Verdict[], nowMs: number): Promise<void>;
  /** number of the newest write to the outbox; grows by one with each (law 10) */
  writeCount(): Promise<number>;
}

export interface WaitingPhoto {
  sha256: string;
  type: string;
  bytes: Uint8Array;
}
export interface PhotoPort {
  /** sha256 of photos whose sighting the secretariat has, not yet delivered themselves */
  waiting(): Promise<string[]>;
  read(sha256: string): Promise<WaitingPhoto | null>;
  delivered(sha256: string): Promise<void>;
  refused(sha256: string, problem: ProblemCode): Promise<void>;
}

/** What the phone remembers between rounds; persisted with strict durability. */
export interface RoundState {
  cursor: string | null;
  epoch: string | null;
  /** server time minus phone time at the last reply, milliseconds */
  clockOffsetMs: number | null;
  /** failed rounds in a row */
  failures: number;
  /** no round before this, unless a person asks */
  notBeforeMs: number | null;
  /** true when the secretariat's server asked for that wait (Retry-After): a signal coming back does not shorten it */
  notBeforeAsked: boolean;
  /** sending waits for a person: 401, 403, 426 (law 4) */
  paused: ProblemCode | null;
  lastSuccessAtMs: number | null;
  /** `writeCount` that the last successful round had seen when it began */
  provenWriteCount: number | null;
}
export interface RoundStatePort {
  read(): Promise<RoundState>;
  change(part: Partial<RoundState>): Promise<void>;
}

export interface ChangesPort {
  /**
   * Applies all and moves the cursor, in one transaction; each (id, version) once (laws 8, 9).
   * Another `epoch` than the last: applies nothing and sets the cursor back to the beginning.
   */
  apply(changes: readonly Change[], cursor: string, epoch: string): Promise<void>;
}

/** Every way a request can end. Only `reply` was parsed as ours (law 3). */
export type TransportOutcome<T> =
  | { kind: 'reply'; value: T }
  | {
      kind: 'problem';
      status: number;
      code: ProblemCode | null;
      retryAfterMs: number | null;
      /** with `clock-skew`: the server's time */
      serverClock?: string;
      /** with `device-revoked`: the order to erase, not yet checked */
      wipe?: WipeOrder;
    }
  | { kind: 'foreign'; status: number }
  | { kind: 'unreachable' }
  | { kind: 'timed-out' };

/** What lets this phone in: the token it was given, and its own key's signature over each request. */
export interface DevicePass {
  token: string;
  /** @param body as it travels, after gzip. `time`: ISO instant, corrected by the measured offset */
  sign(request: {
    method: string;
    path: string;
    body: Uint8Array<ArrayBuffer>;
  }): Promise<{ time: string; signature: string }>;
}
/** @param time ISO instant, part of what is signed. @returns 64 bytes (r ‖ s) in base64url */
export type SignRequest = (
  privateKey: CryptoKey,
  request: { method: string; path: string; body: Uint8Array<ArrayBuffer>; time: string },
) => Promise<string>;

export interface TransportPort {
  /** null when this phone is not enrolled */
  connect(): Promise<Connection | null>;
}
export interface Connection {
  sync(request: SyncRequest, limitMs: number): Promise<TransportOutcome<SyncReply>>;
  photoStatus(sha256: string, limitMs: number): Promise<TransportOutcome<PhotoStatus>>;
  photoPart(
    photo: WaitingPhoto,
    part: { from: number; to: number },
    limitMs: number,
  ): Promise<TransportOutcome<PhotoStatus>>;
}

export interface WipePort {
  /**
   * Checks the order's signature; a true one erases this phone, after what is unsent went into one sealed bundle.
   * @returns false when the order is not our network's or not for this phone: nothing was touched
   */
  obey(order: WipeOrder): Promise<boolean>;
}

export interface EnginePorts {
  clock: ClockPort;
  chance: ChancePort;
  lock: LockPort;
  outbox: OutboxPort;
  photos: PhotoPort;
  state: RoundStatePort;
  changes: ChangesPort;
  transport: TransportPort;
  wipe: WipePort;
}

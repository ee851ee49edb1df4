// Services in memory for component tests: every method does what the contract says, every failure has a knob.
// It knows nothing of Dexie, fetch or the engine; `serverSays` plays the secretariat.
import * as caseWords from '../../src/content/case-words';
import * as flowSheetWords from '../../src/content/flow-sheet';
import * as reportWords from '../../src/content/personal-report';
import { SECRECY_TEXT } from '../../src/content/secrecy';
import { HOTLINES } from '../../src/content/hotlines';
import { SIGNS } from '../../src/content/signs';
import { firstPlace } from '../../src/domain/flow-sheet';
import { finishSighting } from '../../src/domain/finish-sighting';
import { uuidV7 } from '../../src/domain/ids';
import {
  EMPTY_ANSWERS,
  missingFrom,
  summaryOf as sightingSummary,
  type PhotoName,
} from '../../src/domain/sighting';
import { calendarDay } from '../../src/i18n/ja/time';
import type {
  DeliveryStatus,
  Enrolment,
  KeptRescue,
  WipedNote,
  OpenInstruction,
  Preferences,
  RecordDetail,
  RecordSummary,
  SaveOutcome,
  Services,
  SightingDraft,
  StorageReport,
  TimelineEntry,
  Watch,
} from '../../src/services';
import { detailOf, enrolmentOf, summaryOf } from './samples';

export { enrolmentOf };

/** A value that can be watched, as the services promise: at once, and again on every change. */
export function watchable<T>(first: T) {
  let value = first;
  const watchers = new Set<(value: T) => void>();
  const watch: Watch<T> = (onValue) => {
    watchers.add(onValue);
    onValue(value);
    return () => watchers.delete(onValue);
  };
  return {
    watch,
    get: () => value,
    set(next: T) {
      value = next;
      for (const watcher of [...watchers]) watcher(next);
    },
  };
}

const CONTENT_WORDS = { ...flowSheetWords, ...caseWords, ...reportWords };

export interface FakeKnobs {
  /** what the next saves answer; `null` saves */
  failSaves: 'storage-full' | 'storage-unavailable' | 'throws' | null;
  /** ids of drafts that another tab holds */
  heldElsewhere: Set<string>;
  /** the next pictures are refused */
  failPhotos: 'not-a-picture' | 'storage-full' | null;
  /** awaited inside save and send, to make them slow */
  pause: () => Promise<void>;
}

export interface FakeWorld {
  services: Services;
  knobs: FakeKnobs;
  /** what is on the disk */
  drafts: Map<string, SightingDraft>;
  /** every call that wrote something, in order */
  log: string[];
  enrolment: ReturnType<typeof watchable<Enrolment | null>>;
  delivery: ReturnType<typeof watchable<DeliveryStatus>>;
  records: ReturnType<typeof watchable<RecordSummary[]>>;
  detail(id: string): ReturnType<typeof watchable<RecordDetail | null>>;
  openInstructions: ReturnType<typeof watchable<OpenInstruction[]>>;
  wiped: ReturnType<typeof watchable<WipedNote | null>>;
  keptRescue: ReturnType<typeof watchable<KeptRescue | null>>;
  /** adds an entry to a record's timeline */
  serverSays(id: string, entry: TimelineEntry, change?: Partial<RecordDetail>): void;
}

interface Options {
  now?: () => Date;
  enrolment?: Enrolment | null;
  drafts?: SightingDraft[];
  records?: RecordSummary[];
  details?: RecordDetail[];
}

export function fakeServices(options: Options = {}): FakeWorld {
  const now = options.now ?? (() => new Date('2026-11-23T00:05:00.000Z'));
  const enrolment = watchable<Enrolment | null>(
    options.enrolment === undefined ? enrolmentOf() : options.enrolment,
  );
  const drafts = new Map((options.drafts ?? []).map((draft) => [draft.id, draft]));
  const records = watchable<RecordSummary[]>(options.records ?? []);
  const details = new Map(
    (options.details ?? []).map((one) => [one.summary.id, watchable<RecordDetail | null>(one)]),
  );
  const openInstructions = watchable<OpenInstruction[]>([]);
  const delivery = watchable<DeliveryStatus>(
    enrolment.get() === null ? { status: 'not-enrolled', waiting: 0 } : { status: 'never-contacted' },
  );
  const preferences = watchable<Preferences>({ textSize: 'normal', theme: 'light' });
  const storage = watchable<StorageReport>({
    writable: true,
    persisted: false,
    usedBytes: 1000,
    freeBytes: 1_000_000_000,
    quarantined: 0,
  });
  const wiped = watchable<WipedNote | null>(null);
  const keptRescue = watchable<KeptRescue | null>(null);
  const photos = new Map<string, Blob>();
  const log: string[] = [];
  const knobs: FakeKnobs = {
    failSaves: null,
    heldElsewhere: new Set(),
    failPhotos: null,
    pause: () => Promise.resolve(),
  };
  let made = 0;

  const detail = (id: string) => {
    const known = details.get(id) ?? watchable<RecordDetail | null>(null);
    details.set(id, known);
    return known;
  };
  const outcome = async (): Promise<SaveOutcome> => {
    await knobs.pause();
    if (knobs.failSaves === 'throws') throw new Error('the database is gone');
    if (knobs.failSaves !== null) return { status: knobs.failSaves };
    return { status: 'saved', savedAt: now().toISOString() };
  };
  const serverSays = (id: string, entry: TimelineEntry, change: Partial<RecordDetail> = {}) => {
    const one = detail(id).get();
    if (one !== null) detail(id).set({ ...one, timeline: [...one.timeline, entry], ...change });
  };
  /** An operation of this record, written on the phone and waiting to be sent. */
  const operation = async (
    recordId: string,
    name: string,
    entry: TimelineEntry,
    change: (one: OpenInstruction) => OpenInstruction = (one) => one,
  ): Promise<SaveOutcome> => {
    const result = await outcome();
    if (result.status !== 'saved') return result;
    log.push(name);
    const instructions = (detail(recordId).get()?.instructions ?? []).map(change);
    serverSays(recordId, entry, { instructions });
    return result;
  };
  const stamp = () => ({ at: now().toISOString(), waiting: true });

  const services: Services = {
    sightings: {
      begin() {
        made += 1;
        const id = uuidV7(now().getTime() + made, new Uint8Array(10).fill(made));
        return Promise.resolve({
          id,
          answers: { ...EMPTY_ANSWERS, place: firstPlace(enrolment.get()?.member.jobKind ?? null) },
          photos: [],
          createdAt: now().toISOString(),
          savedAt: null,
          refused: null,
        });
      },
      read: (id) => Promise.resolve(drafts.get(id) ?? null),
      async save(draft) {
        const result = await outcome();
        if (result.status === 'saved') {
          drafts.set(draft.id, { ...draft, savedAt: result.savedAt });
          log.push('save');
        }
        return result;
      },
      remove(id) {
        drafts.delete(id);
        records.set(records.get().filter((record) => record.id !== id));
        log.push('remove');
        return Promise.resolve();
      },
      hold(id) {
        if (knobs.heldElsewhere.has(id)) return Promise.resolve({ status: 'held-elsewhere' });
        knobs.heldElsewhere.add(id);
        return Promise.resolve({ status: 'held', release: () => knobs.heldElsewhere.delete(id) });
      },
      async addPhoto(draft, file) {
        await knobs.pause();
        if (knobs.failPhotos !== null) return { status: knobs.failPhotos };
        const sha256 = photos.size.toString(16).padStart(64, '0');
        photos.set(sha256, file);
        const photo: PhotoName = { sha256, type: 'image/jpeg', bytes: 1000 };
        const next = { ...draft, photos: [...draft.photos, photo], savedAt: now().toISOString() };
        drafts.set(draft.id, next);
        return { status: 'added', draft: next };
      },
      removePhoto(draft, sha256) {
        const next = { ...draft, photos: draft.photos.filter((photo) => photo.sha256 !== sha256) };
        drafts.set(draft.id, next);
        return Promise.resolve(next);
      },
      readPhoto: (sha256) => Promise.resolve(photos.get(sha256) ?? null),
      async send(draft) {
        const result = await outcome();
        if (result.status !== 'saved') return result;
        const today = calendarDay(now());
        if (missingFrom(draft.answers, today).length > 0) return { status: 'incomplete' };
        const sighting = finishSighting(draft.answers, {
          weightOf: (id) => SIGNS.find((sign) => sign.id === id)?.weight ?? 'medium',
          photos: draft.photos,
          written: {
            createdAt: draft.createdAt,
            finishedAt: now().toISOString(),
            timeZone: 'Asia/Tokyo',
            offline: true,
          },
          appVersion: 'test',
          today,
        });
        if (sighting === null) return { status: 'incomplete' };
        drafts.delete(draft.id);
        log.push('send');
        const summary: RecordSummary = {
          ...summaryOf({ id: draft.id, state: { status: 'waiting', nextTryAt: null } }),
          place: sighting.place,
          signs: sighting.signs,
          urgency: sighting.urgency,
          writtenAt: draft.createdAt,
        };
        records.set([summary, ...records.get()]);
        detail(draft.id).set(detailOf({ summary, sighting: sightingSummary(sighting), mayWithdraw: true }));
        return { status: 'queued' };
      },
    },
    records: {
      watchAll: records.watch,
      watchOne: (id) => detail(id).watch,
      withdraw(id) {
        log.push('withdraw');
        const state = { status: 'withdrawn' } as const;
        records.set(records.get().map((one) => (one.id === id ? { ...one, state } : one)));
        const one = detail(id).get();
        if (one !== null)
          serverSays(
            id,
            { ...stamp(), kind: 'withdrawn' },
            {
              summary: { ...one.summary, state },
              mayWithdraw: false,
            },
          );
        return Promise.resolve();
      },
      supplement: (id) => operation(id, 'supplement', { ...stamp(), kind: 'supplement' }),
      sendAgain(id) {
        log.push('send-again');
        records.set(
          records
            .get()
            .map((one) => (one.id === id ? { ...one, state: { status: 'waiting', nextTryAt: null } } : one)),
        );
        return Promise.resolve();
      },
    },
    instructions: {
      watchOpen: openInstructions.watch,
      seen: (open) =>
        operation(open.recordId, 'seen', { ...stamp(), kind: 'seen', instructionId: open.id }, (one) =>
          one.id === open.id ? { ...one, seenAt: now().toISOString() } : one,
        ),
      started: (open) =>
        operation(open.recordId, 'started', { ...stamp(), kind: 'started', instructionId: open.id }, (one) =>
          one.id === open.id ? { ...one, startedAt: now().toISOString() } : one,
        ),
      done: (open, done, note) =>
        operation(
          open.recordId,
          `done ${done.join(',')} ${note ?? ''}`.trim(),
          { ...stamp(), kind: 'done', instructionId: open.id, done, wroteNote: note !== null },
          (one) => (one.id === open.id ? { ...one, doneAt: now().toISOString() } : one),
        ),
      answer: (open, answers) =>
        operation(open.recordId, `answer ${answers.join('|')}`, {
          ...stamp(),
          kind: 'answered',
          instructionId: open.id,
        }),
      declinePersonalReport: (open, reason) =>
        operation(open.recordId, `decline ${reason ?? ''}`.trim(), {
          ...stamp(),
          kind: 'declined',
          instructionId: open.id,
        }),
    },
    enrolment: {
      watch: enrolment.watch,
      waitingCode: () => Promise.resolve(null),
      redeem(_code, secrecy) {
        if (secrecy === null) return Promise.resolve({ status: 'secrecy-not-accepted' });
        enrolment.set(enrolmentOf());
        return Promise.resolve({ status: 'enrolled', enrolment: enrolmentOf() });
      },
    },
    personalReports: {
      open: () => Promise.resolve({ status: 'closed' }),
      save: () => outcome(),
      remove: () => Promise.resolve(),
      async send() {
        const result = await outcome();
        if (result.status !== 'saved') return result;
        log.push('report');
        return { status: 'queued' };
      },
    },
    badges: { check: () => Promise.resolve({ status: 'cannot-check' }) },
    delivery: { watch: delivery.watch, sendNow: () => Promise.resolve() },
    preferences: {
      watch: preferences.watch,
      set(change) {
        preferences.set({ ...preferences.get(), ...change });
        return Promise.resolve();
      },
    },
    storage: {
      watch: storage.watch,
      askToPersist: () => Promise.resolve(false),
      unsent: () => Promise.resolve({ drafts: drafts.size, operations: 0 }),
      erase: () => Promise.resolve(),
    },
    rescue: {
      watchWiped: wiped.watch,
      watchKept: keptRescue.watch,
      readKept: () => Promise.resolve({ name: 'mimamori-rescue-20261123.bin', bytes: new ArrayBuffer(3) }),
      make() {
        log.push('rescue');
        return Promise.resolve({
          status: 'made',
          file: { name: 'mimamori-rescue-20261123.bin', bytes: new ArrayBuffer(3) },
        });
      },
    },
    content: {
      signs: () => SIGNS,
      sign: (id) => SIGNS.find((sign) => sign.id === id),
      hotlines: () => HOTLINES,
      words: () => CONTENT_WORDS,
      secrecy: () => SECRECY_TEXT,
    },
  };
  return {
    services,
    knobs,
    drafts,
    log,
    enrolment,
    delivery,
    records,
    detail,
    openInstructions,
    wiped,
    keptRescue,
    serverSays,
  };
}

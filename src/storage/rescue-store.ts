// Erasing this phone without losing unsent work: what is unsent goes into one sealed file, all the rest goes for good.
// Nothing here reads a sealed body, and nothing leaves the phone: the file stays until a person saves it, or 30 days.
import type { DeviceKey } from '../domain/enrolment';
import { RESCUE_DAYS, type RescueContent } from '../domain/rescue';
import type { SealingKey, SealingPort } from '../domain/sealing';
import type { WipeOrder } from '../domain/signed-request';
import type { Operation } from '../domain/sync-protocol';
import type { ClockPort, WipePort } from '../sync/ports';
import type { OutboxItem } from '../sync/outbox-item';
import { ALL_STORES, withReopen, type PhoneDatabase } from './db';
import { readRegistration, readWriteCount, type Registration } from './device-store';
import { readDraft } from './draft-store';
import { clearPreferences } from './preferences-store';
import { readReport } from './report-store';
import { sealWaiting } from './seal-waiting';

/** What the rescue needs of src/seal. */
export interface RescueMeans {
  clock: ClockPort;
  isOurs(order: WipeOrder, deviceId: string, networkVerifyKey: DeviceKey): Promise<boolean>;
  seal(content: RescueContent, key: SealingKey, deviceId: string): Promise<Uint8Array<ArrayBuffer>>;
  /** opens this phone's own drafts, and seals what was written before the network's key was known */
  sealing: SealingPort;
}

export interface UnsentCounts {
  operations: number;
  photos: number;
  drafts: number;
}
/** The sealed file that is kept. Bytes as ArrayBuffer: WebKit loses Blobs in IndexedDB. */
export interface KeptRescue {
  file: ArrayBuffer;
  counts: UnsentCounts;
  madeAtMs: number;
}
/** Told on the screen after a wipe: names no resident and no member. */
export interface WipedNote {
  atMs: number;
  network: string;
  secretariat: { name: string; phone: string; hours: string } | null;
}

const KEEP_MS = RESCUE_DAYS * 86_400_000;
/** Something was written while the file was being sealed: gather again, this often at most. */
const TRIES_MAX = 20;

function toOperation({ id, kind, body, sealed, createdAt, after }: OutboxItem): Operation {
  return after === null
    ? { id, kind, body, sealed, createdAt }
    : { id, kind, body, sealed, createdAt, after };
}

/** Changes whenever something unsent is written. */
async function unsentMark(db: PhoneDatabase): Promise<string> {
  const drafts = (await db.drafts.toArray()).map(({ id, savedAt, sentAt }) => [id, savedAt, sentAt]);
  const photos = (await db.photos.toArray()).map(({ key, status }) => [key, status]);
  const reports = (await db.reports.toArray()).map(({ recordId, savedAt }) => [recordId, savedAt]);
  return JSON.stringify([await readWriteCount(db), await db.outbox.count(), drafts, photos, reports]);
}

interface Gathered {
  content: RescueContent;
  counts: UnsentCounts;
  mark: string;
}

async function gather(db: PhoneDatabase, means: RescueMeans): Promise<Gathered> {
  await sealWaiting(db, means.sealing);
  const mark = await unsentMark(db);
  const items = await db.outbox.orderBy('order').toArray();
  const unsent = items.filter((item) => item.status !== 'acknowledged');
  const operations = unsent.filter(({ body }) => body !== '').map(toOperation);
  const kept = (await db.photos.toArray()).filter(
    ({ status, bytes }) => (status === 'held' || status === 'waiting') && bytes.byteLength > 0,
  );
  const photos = kept.map(({ sha256, bytes }) => ({ sha256, bytes: new Uint8Array(bytes) }));
  // Of what the secretariat could not open, only the draft is left to mend: its item has no body any more.
  const onlyDraft = new Set(unsent.filter(({ body }) => body === '').map(({ recordId }) => recordId));
  const drafts = await gatherDrafts(db, means.sealing, onlyDraft);
  const deviceClock = { at: new Date(means.clock.nowMs()).toISOString(), zone: means.clock.zone() };
  const counts = { operations: operations.length, photos: photos.length, drafts: drafts.length };
  return { content: { deviceClock, operations, photos, drafts }, counts, mark };
}

/** A draft that does not open here is lost already; it must not keep a lost phone from being erased. */
async function gatherDrafts(
  db: PhoneDatabase,
  sealing: SealingPort,
  onlyDraft: ReadonlySet<string>,
): Promise<RescueContent['drafts']> {
  const drafts: RescueContent['drafts'] = [];
  const unfinished = db.drafts.filter(({ id, sentAt }) => sentAt === null || onlyDraft.has(id));
  for (const id of await unfinished.primaryKeys()) {
    const draft = await readDraft(db, sealing, id).catch(() => null);
    if (draft !== null) drafts.push({ id, createdAt: draft.createdAt, answers: draft.answers });
  }
  for (const { recordId, savedAt } of await db.reports.toArray()) {
    const answers = await readReport(db, sealing, recordId);
    if (answers !== null) drafts.push({ id: recordId, createdAt: savedAt, answers });
  }
  return drafts;
}

const isNothing = ({ operations, photos, drafts }: UnsentCounts) => operations + photos + drafts === 0;

/** The unsent work of this phone as one sealed file; null when there is none, or no network to seal it to. */
export async function makeRescue(
  db: PhoneDatabase,
  means: RescueMeans,
): Promise<(KeptRescue & { mark: string }) | null> {
  const registration = await readRegistration(db);
  const key = registration?.network.sealingKey;
  const { content, counts, mark } = await gather(db, means);
  if (registration === null || key === undefined || isNothing(counts)) return null;
  const file = await means.seal(content, key, registration.deviceId);
  return { file: file.buffer, counts, madeAtMs: means.clock.nowMs(), mark };
}

export function wipePort(db: PhoneDatabase, means: RescueMeans): WipePort {
  return {
    async obey(order) {
      const registration = await readRegistration(db);
      if (registration === null || registration.networkVerifyKey === null) return false;
      if (!(await means.isOurs(order, registration.deviceId, registration.networkVerifyKey))) return false;
      return wipe(db, registration, means);
    },
  };
}

/** @returns false when unsent work could not be sealed: then nothing is touched, and the phone is only stopped */
async function wipe(db: PhoneDatabase, { network }: Registration, means: RescueMeans): Promise<boolean> {
  const { secretariat } = network;
  const note: WipedNote = { atMs: means.clock.nowMs(), network: network.name, secretariat };
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const made = await makeRescue(db, means);
    const mark = made?.mark ?? (await unsentMark(db));
    if (made === null && !isNothing((await gather(db, means)).counts)) return false;
    const done = await withReopen(db, () =>
      db.transaction('rw', [...ALL_STORES], async () => {
        if ((await unsentMark(db)) !== mark) return false;
        const before = await readKeptRescue(db);
        for (const store of ALL_STORES) await db.table(store).clear();
        await db.device.put({ key: 'wiped', value: note });
        const kept: KeptRescue | null =
          made === null ? before : { file: made.file, counts: made.counts, madeAtMs: made.madeAtMs };
        if (kept !== null) await db.device.put({ key: 'rescue', value: kept });
        return true;
      }),
    );
    if (!done) continue;
    await clearPreferences();
    return true;
  }
  return false;
}

/** What a wiped phone tells; null on any other phone. A new registration ends it. */
export async function readWiped(db: PhoneDatabase): Promise<WipedNote | null> {
  return ((await db.device.get('wiped'))?.value as WipedNote | undefined) ?? null;
}

export async function readKeptRescue(db: PhoneDatabase): Promise<KeptRescue | null> {
  return ((await db.device.get('rescue'))?.value as KeptRescue | undefined) ?? null;
}

/** When the kept file goes, milliseconds since 1970. */
export const keptUntilMs = ({ madeAtMs }: KeptRescue): number => madeAtMs + KEEP_MS;

/** After 30 days the kept file goes. What a page wrote in the moment of the wipe goes too. Run at each start. */
export async function tidyAfterWipe(db: PhoneDatabase, nowMs: number): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', [...ALL_STORES], async () => {
      const rescue = await readKeptRescue(db);
      if (rescue !== null && nowMs >= keptUntilMs(rescue)) await db.device.delete('rescue');
      if ((await readWiped(db)) === null) return;
      for (const store of ALL_STORES) if (store !== 'device') await db.table(store).clear();
    }),
  );
}

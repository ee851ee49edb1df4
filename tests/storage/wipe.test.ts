// Erasing a phone: nothing unsent is lost on the way, the sealed file goes after 30 days, and nothing comes back.
import { describe, expect, it } from 'vitest';
import { RESCUE_DAYS } from '../../src/domain/rescue';
import { writeDraft } from '../../src/storage/draft-store';
import { PhoneDatabase } from '../../src/storage/db';
import { reportName, writeReportDraft } from '../../src/storage/report-store';
import {
  keptUntilMs,
  readKeptRescue,
  readWiped,
  tidyAfterWipe,
  wipePort,
  type RescueMeans,
} from '../../src/storage/rescue-store';
import { queueOne, TestClock } from '../support/delivery';
import { freshDatabase } from '../support/phone-database';
import { knowKey, portOf } from '../support/sealing';
import { testId } from '../support/sightings';

const ORDER = { deviceId: testId(), stoppedAt: '2026-11-24T00:00:00.000Z', signature: 'A'.repeat(86) };
const VERIFY_KEY = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const;

function meansOf(db: PhoneDatabase, change: Partial<RescueMeans> = {}): RescueMeans & { sealed: number[] } {
  const sealed: number[] = [];
  return {
    sealed,
    clock: new TestClock(),
    isOurs: () => Promise.resolve(true),
    seal: (content) => {
      sealed.push(content.operations.length);
      return Promise.resolve(new Uint8Array(content.operations.length));
    },
    sealing: portOf(db),
    ...change,
  };
}

async function aPhone() {
  const db = freshDatabase();
  await knowKey(db);
  const { value } = (await db.device.get('registration')) as { value: object };
  await db.device.put({ key: 'registration', value: { ...value, networkVerifyKey: VERIFY_KEY } });
  return db;
}
const draftOf = (id: string) => ({
  id,
  answers: { place: 'outside' as const, signs: [], troubleTypes: [], careNeeds: [] },
  photos: [],
  createdAt: '2026-11-24T00:00:00.000Z',
  savedAt: '2026-11-24T00:00:00.000Z',
});

describe('erasing a stopped phone', () => {
  it('takes in what is written while the file is being sealed', async () => {
    const db = await aPhone();
    await queueOne(db);
    const means = meansOf(db);
    const { seal } = means;
    means.seal = async (...content) => {
      if (means.sealed.length === 0) await queueOne(db);
      return seal(...content);
    };
    expect(await wipePort(db, means).obey(ORDER)).toBe(true);
    expect(means.sealed).toEqual([1, 2]);
    expect((await readKeptRescue(db))?.counts).toEqual({ operations: 2, photos: 0, drafts: 0 });
    expect(await db.outbox.count()).toBe(0);
  });

  it('leaves no file where nothing was unsent, and keeps one that an earlier stop left', async () => {
    const db = await aPhone();
    expect(await wipePort(db, meansOf(db)).obey(ORDER)).toBe(true);
    expect(await readKeptRescue(db)).toBeNull();
    expect(await readWiped(db)).not.toBeNull();
  });

  it('touches nothing when the order is not ours, or unsent work could not be sealed', async () => {
    const db = await aPhone();
    await queueOne(db);
    expect(await wipePort(db, meansOf(db, { isOurs: () => Promise.resolve(false) })).obey(ORDER)).toBe(false);
    await expect(
      wipePort(db, meansOf(db, { seal: () => Promise.reject(new Error('no key')) })).obey(ORDER),
    ).rejects.toThrow();
    const { value } = (await db.device.get('registration')) as { value: { network: object } };
    const { sealingKey: _none, ...network } = value.network as { sealingKey: unknown };
    await db.device.put({ key: 'registration', value: { ...value, network } });
    expect(await wipePort(db, meansOf(db)).obey(ORDER)).toBe(false);
    await db.device.put({ key: 'registration', value: { ...value, networkVerifyKey: null } });
    expect(await wipePort(db, meansOf(db)).obey(ORDER)).toBe(false);
    expect(await db.outbox.count()).toBe(1);
    expect(await readWiped(db)).toBeNull();
  });

  it('a draft that this phone cannot open any more does not keep it from being erased', async () => {
    const db = await aPhone();
    const [readable, damaged] = [testId(), testId()];
    for (const id of [readable, damaged]) await writeDraft(db, portOf(db), draftOf(id));
    await db.drafts.update(damaged, { locked: (await db.drafts.get(readable))!.locked });
    expect(await wipePort(db, meansOf(db)).obey(ORDER)).toBe(true);
    expect(await db.drafts.count()).toBe(0);
    expect((await readKeptRescue(db))?.counts.drafts).toBe(1);
  });

  it('a personal report half-written goes into the file too, and nowhere else', async () => {
    const db = await aPhone();
    const recordId = testId();
    const locked = await portOf(db).lock(new TextEncoder().encode('{"who":1}'), reportName(recordId));
    await writeReportDraft(db, { recordId, locked, savedAt: '2026-11-24T00:00:00.000Z' });
    const contents: unknown[] = [];
    const means = meansOf(db);
    const { seal } = means;
    means.seal = (content, ...more) => {
      contents.push(content.drafts);
      return seal(content, ...more);
    };
    expect(await wipePort(db, means).obey(ORDER)).toBe(true);
    expect(contents).toEqual([
      [{ id: recordId, createdAt: '2026-11-24T00:00:00.000Z', answers: { who: 1 } }],
    ]);
    expect(await db.reports.count()).toBe(0);
  });

  it('after 30 days the file goes, and what a page wrote in the moment of the wipe goes at the next start', async () => {
    const db = await aPhone();
    await queueOne(db);
    const means = meansOf(db);
    await wipePort(db, means).obey(ORDER);
    const kept = (await readKeptRescue(db))!;
    expect(keptUntilMs(kept) - kept.madeAtMs).toBe(RESCUE_DAYS * 86_400_000);
    const again = new PhoneDatabase(db.name);
    await writeDraft(again, portOf(again), draftOf(testId()));
    await tidyAfterWipe(again, keptUntilMs(kept) - 1);
    expect(await again.drafts.count()).toBe(0);
    expect(await readKeptRescue(again)).not.toBeNull();
    await tidyAfterWipe(again, keptUntilMs(kept));
    expect(await readKeptRescue(again)).toBeNull();
    expect(await readWiped(again)).not.toBeNull();
    again.close();
  });
});

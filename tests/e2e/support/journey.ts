// Steps that many journeys share, in the words a member or an officer reads on the screen.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite';
import type { OpenedDatabase } from '../../../server/store/ports';
import { signIn, type DeskOfficer } from '../../support/desk-session';
import { firstVisitDone } from './browser';
import type { Stage } from './stage';

export const NETWORK = '見本市見守りネットワーク';
/** weighs 緊急: 110 appears before sending */
export const URGENT_SIGN = '玄関先で長いやりとりが続く';
/** weighs 高: nothing stands in the way of sending */
export const QUIET_SIGN = '見慣れない業者や車が、たびたび出入りしている';

export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Reads the duty of secrecy, ticks it and goes on registering. */
export async function promiseSecrecy(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '秘密を守る約束' }).waitFor();
  await page.getByText('読みました。秘密を守ることを約束します').click();
  await page.getByRole('button', { name: '約束して、登録する' }).click();
}

/** Registers this phone by the link of an invitation. @returns the page it was done on */
export async function enrol(context: BrowserContext, stage: Stage, code: string): Promise<Page> {
  const page = await openPage(context, `${stage.origin}/join#${code}`);
  await page.getByRole('button', { name: 'この招待で登録する' }).click();
  await promiseSecrecy(page);
  await page.getByRole('heading', { name: '登録しました' }).waitFor();
  await firstVisitDone(page);
  return page;
}

/** Waits until what stands on the sheet also stands on the disk, and the screen says so. */
export const savedHere = (page: Page): Promise<void> =>
  page.getByRole('status').filter({ hasText: 'この端末に保存しました' }).first().waitFor();

/** A tile of the sheet, by what it says. */
export const tile = (page: Page, words: string): Locator =>
  page.locator('.ui-tile', { hasText: words }).first();

/** Writes a sheet with one sign and presses 「送信する」. */
export async function record(page: Page, stage: Stage, sign: string = QUIET_SIGN): Promise<void> {
  await page.goto(`${stage.origin}/sightings/new`);
  await tile(page, sign).click();
  await page.getByRole('button', { name: '送信する' }).click();
  await page.getByText('送信待ちに入れました').waitFor();
}

export const allDelivered = (page: Page): Promise<void> =>
  page.locator('.mm-header-status', { hasText: 'すべて届いています' }).waitFor();

/** What the desk's own pages would be told, over HTTP. */
export const officerOf = (stage: Stage): Promise<DeskOfficer> =>
  signIn(stage.origin, {
    name: stage.announcement.deskUser ?? '',
    passphrase: stage.announcement.deskPassword ?? '',
  });

/** Signs in at the desk by its own form. */
export async function openDesk(context: BrowserContext, stage: Stage, path = '/desk'): Promise<Page> {
  const desk = await openPage(context, stage.origin + path);
  await desk.getByLabel('利用者名').fill(stage.announcement.deskUser ?? '');
  await desk.getByLabel('パスフレーズ', { exact: true }).fill(stage.announcement.deskPassword ?? '');
  await desk.getByRole('button', { name: 'サインイン' }).click();
  await desk.getByRole('navigation').first().waitFor();
  return desk;
}

/** Looks into the database of the stage's server, beside it. */
export async function inDatabase<T>(
  stage: Stage,
  work: (db: OpenedDatabase['db']) => Promise<T>,
): Promise<T> {
  const { db } = openSqlite(join(stage.folder, 'data'));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything in one store of the phone's database, read as a stranger would: without our own code. */
export const onDisk = (
  page: Page,
  store: string,
  database = 'mimamori',
): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    ([name = '', from = '']) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open(from);
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            database.close();
            resolve(all.result as Record<string, unknown>[]);
          };
        };
      }),
    [store, database],
  );

/** Waits until the server's own rows say so many cases, and none of them twice. */
export async function expectCases(stage: Stage, count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { cases, submits } = await inDatabase(stage, async (db) => ({
        cases: await db.selectFrom('cases').select('receipt_no').execute(),
        submits: await db
          .selectFrom('operations')
          .select('id')
          .where('kind', '=', 'sighting.submit')
          .execute(),
      }));
      expect(cases).toHaveLength(count);
      expect(submits).toHaveLength(count);
      expect(new Set(cases.map((row) => row.receipt_no)).size).toBe(count);
    },
    { timeout: 30_000, interval: 100 },
  );
}

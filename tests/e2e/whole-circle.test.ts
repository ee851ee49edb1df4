// The journey of the issue in real Chromium: a driver without signal, a closed app, a worker that delivers by itself,
// an officer who answers, and a timeline that shows all of it. Once on the embedded database, once on PostgreSQL.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type PrivatePostgres } from '../support/postgres';
import { expectNoAxeViolations } from './support/axe';
import {
  firstVisitDone,
  fireSyncEvent,
  keepScreenshot,
  OFFICE,
  openBrowser,
  PHONE,
  type TestBrowser,
} from './support/browser';
import { promiseSecrecy } from './support/journey';
import { qrPicture } from './support/qr-pictures';
import { setStage, type Stage } from './support/stage';

let postgres: PrivatePostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(['sqlite', 'postgres'] as const)('from the doorstep to the feedback, on %s', (database) => {
  let stage: Stage;
  let phone: TestBrowser;
  let office: TestBrowser;
  let desk: Page;
  const shot = (page: Page, name: string) =>
    database === 'sqlite' ? keepScreenshot(page, name) : Promise.resolve();

  beforeAll(async () => {
    stage = await setStage(database === 'postgres' ? await postgres.freshDatabase() : null);
    phone = await openBrowser(PHONE);
    office = await openBrowser(OFFICE);
  });
  afterAll(async () => {
    await phone?.close();
    await office?.close();
    await stage?.close();
  });

  async function openApp(context: BrowserContext = phone.context, path = '/'): Promise<Page> {
    const page = await context.newPage();
    await page.goto(stage.origin + path);
    return page;
  }

  it('enrols from a picture of the invitation', async () => {
    const page = await openApp();
    await firstVisitDone(page);
    await shot(page, 'home-before-enrolment');
    await page.goto(`${stage.origin}/badge`);
    await page.waitForFunction(
      async () => (await caches.keys()).some((name) => name.startsWith('scanner')),
      undefined,
      { timeout: 30_000 },
    );
    await shot(page, 'badge');
    const picture = qrPicture(`${stage.origin}/join#${stage.codes[0]}`, stage.folder);
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('画像から読み取る').click();
    await (await chooser).setFiles(picture);
    await promiseSecrecy(page);
    await page.getByText('見本市見守りネットワーク').first().waitFor({ timeout: 20_000 });
    await shot(page, 'badge-enrolled');
    await page.goto(stage.origin);
    await page.getByText(/すべて届いています/).waitFor({ timeout: 20_000 });
    await shot(page, 'home');
    await page.close();
  });

  it('opens cold with the server stopped, and records in three taps', async () => {
    await stage.stopServer();
    const page = await openApp();
    await page.getByRole('link', { name: '気づきを記録する' }).click();
    await page.getByText('玄関先で長いやりとりが続く').click();
    await page.getByRole('link', { name: /110/ }).first().waitFor();
    await shot(page, 'sighting-urgent');
    await page.getByText('この端末に保存しました').first().waitFor();
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    await shot(page, 'queued');
    await page.goto(`${stage.origin}/sightings`);
    await page.getByRole('main').getByText('送信待ち', { exact: true }).first().waitFor();
    await shot(page, 'records-waiting');
    await page.close();
  });

  it('with the app closed, the worker delivers on its sync event once the server is back', async () => {
    await stage.startServer();
    await fireSyncEvent(phone.context, stage.origin);
    desk = await office.context.newPage();
    await desk.goto(`${stage.origin}/desk`);
    await shot(desk, 'desk-sign-in');
    await expectNoAxeViolations(desk);
    await desk.getByLabel('利用者名').fill(stage.announcement.deskUser ?? '');
    await desk.getByLabel('パスフレーズ', { exact: true }).fill(stage.announcement.deskPassword ?? '');
    await desk.getByRole('button', { name: 'サインイン' }).click();
    await desk
      .getByText(/M-\d{4}-0001/)
      .first()
      .waitFor({ timeout: 20_000 });
    await shot(desk, 'desk-inbox');
    await expectNoAxeViolations(desk);
  });

  it('the officer takes the case and sends an instruction with a preview', async () => {
    await desk
      .getByRole('link', { name: /M-\d{4}-0001/ })
      .first()
      .click();
    await desk.getByRole('button', { name: '担当する' }).click();
    await desk.getByRole('button', { name: '指示を送る' }).first().click();
    await shot(desk, 'desk-instruction');
    await expectNoAxeViolations(desk);
    await desk.getByRole('button', { name: 'この内容で送る' }).click();
    await desk
      .getByText(/指示を送りました/)
      .first()
      .waitFor();
    await shot(desk, 'desk-case');
    await expectNoAxeViolations(desk);
  });

  it('the member sees the instruction, says it was read and done', async () => {
    const page = await openApp();
    await page.getByText('事務局からの指示').first().waitFor({ timeout: 30_000 });
    await shot(page, 'home-instruction');
    await expectNoAxeViolations(page);
    await page.goto(`${stage.origin}/sightings`);
    await page.getByText('指示があります').first().waitFor({ timeout: 30_000 });
    await page.locator('a[href^="/sightings/0"]').first().click();
    await page.getByText('これまでの流れ').waitFor();
    await shot(page, 'record-instruction');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: '確認しました' }).click();
    await page.getByRole('button', { name: '対応しました' }).click();
    await page.getByText('110番に通報した').click();
    await page.getByText('社内にも伝えた').click();
    await shot(page, 'record-done');
    await page.getByText(/すべて届いています/).waitFor({ timeout: 30_000 });
    stage.proxy.fail('/api/v1/sync', 'hang', 1);
    await page.getByRole('button', { name: '返事を送る' }).click();
    // Saved, or (when a look every 20 seconds took the hanging request) already on its way.
    await page
      .getByText(/この端末に保存しました。電波|「対応しました」と返事をし/)
      .first()
      .waitFor();
    // Put away while the request hangs on a dying signal: the worker takes over and finishes.
    await page.waitForTimeout(500);
    await page.close();
  });

  it('the officer sees the marks live and closes with feedback', async () => {
    await desk.getByText('110番に通報した').first().waitFor({ timeout: 30_000 });
    await desk.getByRole('button', { name: '完了にする' }).first().click();
    await desk.getByText('警察が対応しました').first().click();
    await shot(desk, 'desk-close');
    await desk.getByRole('button', { name: 'フィードバックを送って完了にする' }).click();
    await desk.getByText('完了', { exact: true }).first().waitFor();
    expect(await desk.getByRole('button', { name: 'フィードバックを送って完了にする' }).count()).toBe(0);
  });

  it('the timeline shows all of it', async () => {
    const page = await openApp(phone.context, '/sightings');
    await page.locator('a[href^="/sightings/0"]').first().click();
    await page.getByText('事務局から、お礼と結果のお知らせ').first().waitFor({ timeout: 30_000 });
    for (const word of ['事務局に届きました', '事務局が確認しました', '完了'])
      await page.getByText(word, { exact: true }).first().waitFor();
    await shot(page, 'record-closed');
    await expectNoAxeViolations(page);
    await page.close();
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
    expect(office.complaints).toEqual([]);
    // Browsers report what the pages' policies stopped: in a sound release nothing.
    expect(stage.log()).not.toContain('csp-report');
  });
});

// Bad networks and a server that falls over: nothing is lost, nothing is there twice, and what the phone claims is true.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations } from './support/axe';
import { keepScreenshot, openBrowser, PHONE, type TestBrowser } from './support/browser';
import { allDelivered, enrol, expectCases, inDatabase, onDisk, record } from './support/journey';
import { setStage, type Stage } from './support/stage';

const SYNC = '/api/v1/sync';

describe('between the phone and the secretariat', () => {
  let stage: Stage;
  let phone: TestBrowser;
  let cases = 0;

  beforeAll(async () => {
    stage = await setStage();
    phone = await openBrowser(PHONE);
    const page = await enrol(phone.context, stage, stage.codes[0] ?? '');
    await allDelivered(page);
    await page.close();
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
  });

  const newPage = () => phone.context.newPage();
  /** 「今すぐ送る」: the member's own way past every wait */
  async function sendNow(page: Page): Promise<void> {
    await page.goto(`${stage.origin}/settings`);
    await page.getByRole('button', { name: '今すぐ送る' }).click();
  }

  it('the reply is lost after the commit: one case, and the phone shows its number', async () => {
    const page = await newPage();
    const dropped = stage.proxy.failOnce(SYNC, 'drop-reply');
    await record(page, stage);
    await dropped;
    await sendNow(page);
    await allDelivered(page);
    await expectCases(stage, (cases += 1));
    const receipts = await inDatabase(stage, (db) => db.selectFrom('cases').select('receipt_no').execute());
    await page.goto(`${stage.origin}/sightings`);
    await page.getByText(`受付番号 ${receipts[0]?.receipt_no}`).waitFor();
    await page.close();
  });

  it('a login page of a Wi-Fi is no answer: the record goes on waiting, and goes when the page is gone', async () => {
    const page = await newPage();
    stage.proxy.fail(SYNC, 'login-page', 1_000);
    const met = stage.proxy.faults;
    await record(page, stage);
    await sendNow(page);
    await page.getByText('まだ届いていません。').waitFor();
    expect(stage.proxy.faults).toBeGreaterThan(met);
    await page.locator('.mm-header-status', { hasText: '送信待ち 1件' }).waitFor();
    await page.goto(`${stage.origin}/sightings`);
    await page.getByText('送信待ち', { exact: true }).waitFor();
    await expectCases(stage, cases);
    stage.proxy.heal();
    await sendNow(page);
    await allDelivered(page);
    await expectCases(stage, (cases += 1));
    await page.close();
  });

  it.each([
    ['as the request comes in', 'none'],
    ['after the commit, before the reply', 'hold-reply'],
  ] as const)('the server is killed %s: after its restart the case is there once', async (_when, fault) => {
    const page = await newPage();
    const met = stage.proxy.failOnce(SYNC, fault);
    await record(page, stage);
    await met;
    await stage.stopServer('SIGKILL');
    await stage.startServer();
    await page.goto(`${stage.origin}/sightings`);
    await allDelivered(page);
    await expectCases(stage, (cases += 1));
    expect(await onDisk(page, 'outbox')).toEqual([]);
    await page.close();
  });

  it('a record the secretariat cannot take says 「送れませんでした」 with one button, and is sent once it is mended', async () => {
    await stage.stopServer();
    const page = await newPage();
    await record(page, stage);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('mimamori');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('outbox', 'readwrite');
            const all = writing.objectStore('outbox').openCursor();
            all.onsuccess = () => {
              const cursor = all.result;
              if (cursor === null) return;
              const item = cursor.value as { body: string };
              // an answer this secretariat does not know
              cursor.update({ ...item, body: item.body.replace('"outside"', '"on-the-moon"') });
              cursor.continue();
            };
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            writing.onerror = () => reject(new Error('not written'));
          };
        }),
    );
    await stage.startServer();
    await page.goto(`${stage.origin}/sightings`);
    await page.getByText('送れませんでした', { exact: true }).waitFor();
    await page.locator('.mm-header-status', { hasText: '送れなかった記録があります（1件）' }).waitFor();
    const card = page.locator('.record-card').first();
    await card.getByText('事務局で受け取れない書き方がありました。').waitFor();
    expect(await card.locator('.record-refused').locator('a, button').allInnerTexts()).toEqual([
      '直して送る',
    ]);
    await keepScreenshot(page, 'records-refused');
    await expectNoAxeViolations(page);
    await expectCases(stage, cases);
    await card.getByRole('link', { name: '直して送る' }).click();
    await page.getByRole('heading', { name: '送れませんでした' }).waitFor();
    await keepScreenshot(page, 'sighting-refused');
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    await expectCases(stage, (cases += 1));
    await page.goto(`${stage.origin}/sightings`);
    await allDelivered(page);
    expect(await page.getByText('送れませんでした', { exact: true }).count()).toBe(0);
    await page.close();
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
  });
});

describe('a phone the secretariat no longer knows', () => {
  let stage: Stage;
  let phone: TestBrowser;

  beforeAll(async () => {
    stage = await setStage();
    phone = await openBrowser(PHONE);
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
  });

  it('stops sending, keeps everything, says to register again, and sends all of it afterwards', async () => {
    const page = await enrol(phone.context, stage, stage.codes[0] ?? '');
    await allDelivered(page);
    await inDatabase(stage, (db) => db.deleteFrom('devices').execute());
    await record(page, stage);
    await page.locator('.mm-header-status', { hasText: '送信を止めています・送信待ち 1件' }).waitFor();
    await page.goto(`${stage.origin}/sightings`);
    await page.getByText('送信待ち', { exact: true }).waitFor();
    await page.locator('.record-card').getByText('送信を止めています').waitFor();
    expect(await page.getByText('自動で送ります').count()).toBe(0);
    await keepScreenshot(page, 'records-paused');
    await page.getByRole('link', { name: /送信を止めています/ }).click();
    await page.getByText('この端末の登録を確かめられませんでした。').waitFor();
    await page.getByText('もう一度登録してください').waitFor();
    await page.getByRole('link', { name: '構成員証を読み取る' }).waitFor();
    await page.getByText('送信を止めています。').scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'settings-paused');
    await expectNoAxeViolations(page);
    expect(await onDisk(page, 'outbox')).toHaveLength(1);
    await enrol(phone.context, stage, stage.codes[1] ?? '');
    await allDelivered(page);
    await expectCases(stage, 1);
    expect(phone.complaints).toEqual([]);
  });
});

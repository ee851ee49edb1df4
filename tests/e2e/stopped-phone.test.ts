// A lost phone in real Chromium: unsent work on it, stopped at the desk's page, erased at its next contact, and its rescue
// file carried to the desk. What is left on the disk is read without our own code.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations } from './support/axe';
import { keepScreenshot, OFFICE, openBrowser, PHONE, type TestBrowser } from './support/browser';
import { allDelivered, enrol, expectCases, onDisk, openDesk, record } from './support/journey';
import { setStage, type Stage } from './support/stage';

const STORES = ['drafts', 'photos', 'outbox', 'records', 'instructions', 'actions', 'applied', 'reports'];

describe('a lost phone', () => {
  let stage: Stage;
  let phone: TestBrowser;
  let office: TestBrowser;
  let page: Page;
  let desk: Page;
  let file: string;
  beforeAll(async () => {
    stage = await setStage();
    phone = await openBrowser(PHONE);
    office = await openBrowser(OFFICE);
  });
  afterAll(async () => {
    await phone?.close();
    await office?.close();
    await stage?.close();
  });

  it('has delivered one sighting, and holds another that found no connection', async () => {
    phone.context.setDefaultTimeout(25_000);
    page = await enrol(phone.context, stage, stage.codes[0]!);
    await record(page, stage);
    await allDelivered(page);
    await stage.stopServer();
    await record(page, stage);
    // The page would send as soon as the server is back: the phone lies in a ditch until it is stopped.
    await page.close();
    await stage.startServer();
    await expectCases(stage, 1);
  });

  it('is stopped at the desk, with the reason', async () => {
    desk = await openDesk(office.context, stage, '/desk/devices');
    await desk.getByRole('heading', { level: 1, name: '構成員と端末' }).waitFor();
    await keepScreenshot(desk, 'desk-devices');
    await expectNoAxeViolations(desk);
    await desk
      .getByRole('button', { name: /の端末.*を止める/ })
      .first()
      .click();
    await keepScreenshot(desk, 'desk-devices-stop');
    await desk.getByRole('button', { name: '止めます' }).click();
    await desk.getByText(/端末を止めました/).waitFor();
  });

  it('says at its next contact that it was stopped, and holds nothing but one sealed file', async () => {
    page = await phone.context.newPage();
    await page.goto(stage.origin);
    await page.getByRole('heading', { name: 'この端末は止められました' }).waitFor({ timeout: 30_000 });
    await keepScreenshot(page, 'stopped-phone');
    await expectNoAxeViolations(page);
    for (const store of STORES) expect(await onDisk(page, store), store).toEqual([]);
    const left = (await onDisk(page, 'device')).map(({ key }) => key);
    expect(left.sort()).toEqual(['rescue', 'wiped']);
    await page.goto(`${stage.origin}/sightings`);
    await page.getByRole('heading', { name: 'この端末は止められました' }).waitFor();
  });

  it('gives its rescue file, which the desk reads in once', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '救出ファイルを保存する' }).click();
    file = join(stage.folder, (await download).suggestedFilename());
    expect(file).toMatch(/mimamori-rescue-\d{8}\.bin$/);
    await (await download).saveAs(file);
    await page.getByText(/救出ファイルを保存しました/).waitFor();
    for (const words of [
      /新しく受け取った 1件、もう届いていた 0件/,
      /新しく受け取った 0件、もう届いていた 1件/,
    ]) {
      await desk.getByLabel('救出ファイル', { exact: true }).setInputFiles(file);
      await desk.getByRole('button', { name: '救出ファイルを読み込む' }).click();
      await desk.getByText(words).waitFor();
    }
    await keepScreenshot(desk, 'desk-rescue');
    await expectCases(stage, 2);
  });

  it('and no page complained', () => {
    expect([...phone.complaints, ...office.complaints]).toEqual([]);
  });
});

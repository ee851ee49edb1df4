// The first screen stands on the answer to its address alone: with every other request unanswered it is there, whole,
// and leads to writing and to 188.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreenshot, openBrowser, PHONE, type TestBrowser } from './support/browser';
import { setStage, type Stage } from './support/stage';

describe('the first screen', () => {
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

  it('is painted while nothing but its own page has been answered', async () => {
    const page = await phone.context.newPage();
    const unanswered: string[] = [];
    await page.route('**/*', async (route) => {
      if (route.request().isNavigationRequest()) await route.continue();
      else unanswered.push(route.request().url()); // asked for, never answered
    });
    await page.goto(stage.origin, { waitUntil: 'commit' });
    await page.getByRole('heading', { level: 1, name: 'ホーム' }).waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
    const record = page.getByRole('link', { name: '気づきを記録する' });
    const call = page.getByRole('link', { name: '188に電話する' });
    await record.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:188');
    // with its looks, not as bare text
    expect((await record.boundingBox())?.height).toBeGreaterThanOrEqual(64);
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(56);
    expect(await record.evaluate((link) => getComputedStyle(link).backgroundColor)).toBe('rgb(0, 23, 193)');
    await keepScreenshot(page, 'first-screen-alone');
    expect(unanswered.length).toBeGreaterThan(0);
    await page.close();
  });

  it('on a very first visit that breaks off, says what to do and keeps 188', async () => {
    const page = await phone.context.newPage();
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort('connectionfailed'),
    );
    await page.goto(stage.origin);
    await page.getByRole('heading', { name: 'アプリを開けませんでした' }).waitFor();
    await page.getByRole('button', { name: 'もう一度開く' }).waitFor();
    await page.getByRole('link', { name: '188に電話する' }).waitFor();
    await keepScreenshot(page, 'first-visit-broken-off');
    await page.unroute('**/*');
    await page.getByRole('button', { name: 'もう一度開く' }).click();
    await page.getByRole('link', { name: '構成員証・招待を読み取る' }).waitFor();
    await page.close();
  });
});

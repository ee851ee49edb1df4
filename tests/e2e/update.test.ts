// A new version never interrupts: it waits while something is written, is offered afterwards, reloads once when accepted,
// and leaves the version before usable for whoever still has it open.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations } from './support/axe';
import { firstVisitDone, keepScreenshot, openBrowser, PHONE, type TestBrowser } from './support/browser';
import { openPage, QUIET_SIGN, savedHere, tile } from './support/journey';
import { filesOfPage, putNextRelease } from './support/next-release';
import { setStage, type Stage } from './support/stage';

const OFFER = '新しい版があります';

describe('a new version', () => {
  let stage: Stage;
  let phone: TestBrowser;
  let writing: Page;
  /** open since before the update, and never asked for anything but the first screen */
  let old: Page;
  let oldFiles: string[];

  beforeAll(async () => {
    stage = await setStage();
    phone = await openBrowser(PHONE);
    const visit = await openPage(phone.context, stage.origin);
    await firstVisitDone(visit);
    await visit.close();
    old = await openPage(phone.context, stage.origin);
    writing = await openPage(phone.context, `${stage.origin}/sightings/new`);
    await tile(writing, QUIET_SIGN).click();
    await savedHere(writing);
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
  });

  const releaseOf = (page: Page) => page.locator('meta[name="release"]').getAttribute('content');

  it('does not show itself while a record is being written', async () => {
    oldFiles = filesOfPage(stage.dist, 'SettingsRoute');
    putNextRelease(stage.dist, 'next');
    // the hourly look, now
    await writing.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await writing.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    // the other tab was told, so this one was
    await old.getByText(OFFER).waitFor();
    expect(await writing.getByText(OFFER).count()).toBe(0);
  });

  it('is offered on the first screen, and gone again when one goes on writing', async () => {
    await writing.getByRole('link', { name: 'ホーム' }).click();
    await writing.getByText(OFFER).waitFor();
    await writing.getByRole('link', { name: /続きを書く/ }).waitFor();
    await keepScreenshot(writing, 'update-offered');
    await expectNoAxeViolations(writing);
    await writing.getByRole('link', { name: /続きを書く/ }).click();
    await tile(writing, QUIET_SIGN).waitFor();
    expect(await writing.getByText(OFFER).count()).toBe(0);
    await writing.getByRole('link', { name: 'ホーム' }).click();
    await writing.getByText(OFFER).waitFor();
  });

  it('reloads once when it is accepted, and the half-written record is still there', async () => {
    expect(await writing.locator('meta[name="release"]').count()).toBe(0);
    let loads = 0;
    writing.on('load', () => (loads += 1));
    await writing.getByRole('button', { name: '更新する' }).click();
    await writing.locator('meta[name="release"]').waitFor({ state: 'attached' });
    expect(await releaseOf(writing)).toBe('next');
    await writing.getByRole('link', { name: /続きを書く/ }).click();
    expect(await tile(writing, QUIET_SIGN).getByRole('checkbox').isChecked()).toBe(true);
    expect(await writing.getByText(OFFER).count()).toBe(0);
    expect(loads).toBe(1);
  });

  it('leaves the version before usable: its tab is not reloaded, and opens screens it had not opened yet', async () => {
    expect(await old.locator('meta[name="release"]').count()).toBe(0);
    const online = await fetch(`${stage.origin}/assets/${oldFiles[0]}`);
    expect(online.status).toBe(200);
    await online.arrayBuffer();
    await stage.stopServer();
    await old.getByRole('link', { name: '設定' }).click();
    await old.getByRole('heading', { level: 1, name: '設定' }).waitFor();
    expect(await old.locator('meta[name="release"]').count()).toBe(0);
  });

  it('opens with no connection, too', async () => {
    const page = await openPage(phone.context, `${stage.origin}/hotlines`);
    await page.getByRole('heading', { level: 1, name: '相談先' }).waitFor();
    expect(await releaseOf(page)).toBe('next');
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
  });
});

// After one visit every screen of the member opens with no connection, cold, also after the phone was switched off; on
// each, 188 is one tap away, nothing is too small for a glove, and nothing has to be scrolled sideways.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectNoAxeViolations } from './support/axe';
import { firstVisitDone, keepScreenshot, openBrowser, PHONE, type TestBrowser } from './support/browser';
import {
  allDelivered,
  enrol,
  NETWORK,
  onDisk,
  openPage,
  record,
  savedHere,
  tile,
  URGENT_SIGN,
} from './support/journey';
import { expectNoSidewaysScrolling, expectTargets, setWidth } from './support/layout';
import { setStage, type Stage } from './support/stage';

interface Screen {
  name: string;
  path: string;
  heading: string;
}
const SCREENS: Screen[] = [
  { name: 'home', path: '/', heading: 'ホーム' },
  { name: 'sighting-new', path: '/sightings/new', heading: '気づきを記録する' },
  { name: 'records', path: '/sightings', heading: '記録' },
  { name: 'record', path: '/sightings/:id', heading: '記録' },
  { name: 'badge', path: '/badge', heading: '構成員証を読み取る' },
  { name: 'join', path: '/join', heading: '構成員証を読み取る' },
  { name: 'settings', path: '/settings', heading: '設定' },
  { name: 'hotlines', path: '/hotlines', heading: '相談先' },
  { name: 'unknown', path: '/mukashi/no/link', heading: 'この画面は見つかりません' },
];
const SHEET = SCREENS[1]!;
const SETTINGS = SCREENS[6]!;
const UNKNOWN_RECORD = '01900000-0000-7000-8000-000000000000';

describe('every screen of the member, with no connection', () => {
  let stage: Stage;
  let phone: TestBrowser;
  let profile: string;
  let recordId = UNKNOWN_RECORD;

  beforeAll(async () => {
    stage = await setStage();
    profile = mkdtempSync(join(tmpdir(), 'mimamori-profile-'));
    phone = await openBrowser(PHONE, { profile });
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const scannerIsHere = (page: Page) =>
    page.waitForFunction(async () => (await caches.keys()).some((name) => name.startsWith('scanner')));

  /** Opens a screen in a page of its own and waits until it stands. */
  async function openScreen({ path, heading }: Screen, network: string): Promise<Page> {
    const page = await openPage(phone.context, stage.origin + path.replace(':id', recordId));
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    const header = page.getByRole('banner');
    await header.getByText(network).waitFor();
    const call = header.getByRole('link', { name: '188に電話する' });
    expect(await call.getAttribute('href')).toBe('tel:188');
    await call.waitFor();
    await page.getByText('開いています').waitFor({ state: 'detached' });
    // the services are open, and with them what stands now
    await header.locator('.mm-header-status').getByText(/.+/).first().waitFor();
    if (path === '/') await page.locator('.home-now > *').first().waitFor();
    return page;
  }

  it('before enrolment, after one visit to the first screen alone', async () => {
    const visit = await openPage(phone.context, stage.origin);
    await firstVisitDone(visit);
    await scannerIsHere(visit);
    await visit.close();
    await stage.stopServer();
    for (const screen of SCREENS) {
      const page = await openScreen(screen, 'みまもりノート');
      await keepScreenshot(page, `offline-new-${screen.name}`);
      await expectNoSidewaysScrolling(page);
      await page.close();
    }
  });

  it('the worker answers nothing but GET: what is sent without a connection fails in the page, and is never pretended', async () => {
    const page = await openPage(phone.context, stage.origin);
    const sent = (method: string, path: string) =>
      page.evaluate(
        ([how, where]) =>
          fetch(where ?? '', { method: how ?? '' }).then(
            (reply) => `answered ${reply.status}`,
            () => 'failed',
          ),
        [method, path],
      );
    for (const method of ['POST', 'PUT', 'DELETE'])
      for (const path of ['/api/v1/sync', '/', '/index.html', '/sightings/new'])
        expect(await sent(method, path), `${method} ${path}`).toBe('failed');
    expect(await sent('GET', '/api/v1/health')).toBe('failed');
    expect(await sent('GET', '/index.html')).toBe('answered 200');
    await stage.startServer();
    const answered = page.waitForResponse((reply) => reply.request().method() === 'POST');
    await sent('POST', '/api/v1/sync');
    expect((await answered).fromServiceWorker()).toBe(false);
    await page.close();
  });

  it('after enrolment and after the phone was switched off, each opens cold by its address', async () => {
    const page = await enrol(phone.context, stage, stage.codes[0] ?? '');
    await record(page, stage, URGENT_SIGN);
    await allDelivered(page);
    recordId = String((await onDisk(page, 'records'))[0]?.['id']);
    await phone.close();
    await stage.stopServer();
    phone = await openBrowser(PHONE, { profile });
    for (const screen of SCREENS) {
      const cold = await openScreen(screen, NETWORK);
      await keepScreenshot(cold, `offline-${screen.name}`);
      await cold.close();
    }
  });

  it.each(SCREENS)('$name is free of barriers at 360 px and at 320 px', async (screen) => {
    const page = await openScreen(screen, NETWORK);
    for (const width of [360, 320]) {
      await setWidth(page, width);
      await expectTargets(page);
      await expectNoSidewaysScrolling(page);
      await expectNoAxeViolations(page);
    }
    await page.close();
  });

  it('a sheet with everything open is free of barriers too, and so is its list of what is missing', async () => {
    const page = await openScreen(SHEET, NETWORK);
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送るまでに、あと少しです').waitFor();
    await keepScreenshot(page, 'sighting-missing');
    for (const width of [540, 360]) {
      await setWidth(page, width);
      await expectTargets(page);
    }
    await expectNoAxeViolations(page);
    await openEverything(page);
    for (const width of [360, 320]) {
      await setWidth(page, width);
      await expectNoSidewaysScrolling(page);
      await expectTargets(page);
      await expectNoAxeViolations(page);
    }
    await page.close();
  });

  it('with the letters of the app at their largest, nothing is hidden', async () => {
    const page = await openScreen(SETTINGS, NETWORK);
    await tile(page, 'とても大きい').click();
    await keptTextSize(page, 'largest');
    await page.close();
    for (const screen of SCREENS) {
      const large = await openScreen(screen, NETWORK);
      await keepScreenshot(large, `largest-${screen.name}`);
      await expectNoSidewaysScrolling(large);
      await expectTargets(large);
      await large.close();
    }
    const back = await openScreen(SETTINGS, NETWORK);
    await tile(back, 'ふつう').click();
    await keptTextSize(back, 'normal');
    await back.close();
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
  });

  describe('on a browser whose letters are twice the size', () => {
    beforeAll(async () => {
      await phone.close();
      phone = await openBrowser(PHONE, { profile, lettersPx: 32 });
    });

    it.each(SCREENS)('$name is free of barriers', async (screen) => {
      const page = await openScreen(screen, NETWORK);
      await keepScreenshot(page, `twice-${screen.name}`);
      await expectNoSidewaysScrolling(page);
      await expectTargets(page);
      await expectNoAxeViolations(page);
      await page.close();
    });

    it('a sheet with everything open is free of barriers', async () => {
      const page = await openScreen(SHEET, NETWORK);
      await openEverything(page);
      await expectNoSidewaysScrolling(page);
      await expectTargets(page);
      await expectNoAxeViolations(page);
      await page.close();
    });

    it('nothing was complained about on any page', () => {
      expect(phone.complaints).toEqual([]);
    });
  });

  const keptTextSize = (page: Page, size: string) =>
    vi.waitFor(async () => {
      const [looks] = await onDisk(page, 'preferences', 'mimamori-preferences');
      expect(looks?.['textSize']).toBe(size);
    });

  async function openEverything(page: Page): Promise<void> {
    await tile(page, URGENT_SIGN).click();
    await savedHere(page);
    for (const part of ['サインをさがす', 'ここに無いサイン', 'くわしく書く（書かなくても送れます）'])
      await page.getByRole('button', { name: part }).click();
    await page.getByLabel('自由記述').waitFor();
    await page.getByRole('button', { name: 'この下書きを消す' }).click();
  }
});

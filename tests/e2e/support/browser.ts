// Real Chromium with a real profile. Every page is watched for console errors and blocked content.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const PHONE = { width: 360, height: 740 };
export const OFFICE = { width: 1366, height: 768 };
const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url));

export function chromiumPath(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('No Chromium found. Set CHROMIUM_PATH or run `npm test` once, which installs it.');
  return found;
}

export interface TestBrowser {
  context: BrowserContext;
  /** what pages complained about; empty at the end of every journey */
  complaints: string[];
  close(): Promise<void>;
  /** `kill -9` of every process of this browser, as when the battery dies. The profile stays. */
  kill(): Promise<void>;
}

/**
 * @param options.camera a .y4m or .mjpeg file shown by the fake camera; without it the phone has none
 * @param options.profile a folder that outlives the browser
 * @param options.lettersPx the browser's own text size, 16 when left out
 * @param options.deny a camera is there, and the member says no to it
 */
export async function openBrowser(
  viewport: { width: number; height: number },
  options: { camera?: string; profile?: string; deny?: boolean; lettersPx?: number } = {},
): Promise<TestBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'mimamori-e2e-'));
  const film =
    options.camera === undefined
      ? []
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${options.camera}`,
        ];
  const refusal = options.deny ? ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...FLAGS, ...film, ...refusal, `--blink-settings=defaultFontSize=${options.lettersPx ?? 16}`],
    viewport,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    serviceWorkers: 'allow',
  });
  const complaints: string[] = [];
  context.on('page', (page) => listen(page, complaints));
  context.pages().forEach((page) => listen(page, complaints));
  return {
    context,
    complaints,
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
    kill: () => killBrowser(context),
  };
}

async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('no browser to kill');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  // the browser first: nobody is left to tidy up after the others
  const pids = [...processInfo].sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser'));
  for (const { id } of pids) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // it went with its browser
    }
  }
  await gone;
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A stopped server is part of the journeys; everything else on console.error is a bug.
    const text = message.text();
    const network = /net::ERR_|Failed to load resource|ERR_CONNECTION/.test(text);
    if (message.type() === 'error' && !network) complaints.push(`${page.url()}: ${text}`);
  });
}

/** Keeps a picture of a screen in the ignored folder tests/e2e/screenshots. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: false });
}

/** Waits until the worker controls the page and everything is precached, as after a first visit. */
export async function firstVisitDone(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  });
}

/** Fires the sync event of the outbox as the browser would when the signal is back. The app's pages may all be closed. */
export async function fireSyncEvent(
  context: BrowserContext,
  origin: string,
  tag = 'outbox-1',
): Promise<void> {
  const keeper = await context.newPage();
  const session = await context.newCDPSession(keeper);
  const registrations: { registrationId: string; scopeURL: string; isDeleted: boolean }[] = [];
  session.on('ServiceWorker.workerRegistrationUpdated', (event) =>
    registrations.push(...event.registrations),
  );
  await session.send('ServiceWorker.enable');
  const deadline = Date.now() + 10_000;
  let found = registrations.find((each) => each.scopeURL.startsWith(origin) && !each.isDeleted);
  while (found === undefined && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = registrations.findLast((each) => each.scopeURL.startsWith(origin) && !each.isDeleted);
  }
  if (found === undefined) throw new Error('no service worker is registered');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId: found.registrationId,
    tag,
    lastChance: false,
  });
  await keeper.close();
}

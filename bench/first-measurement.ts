// First measurement of the circle, in real Chromium at 4× CPU throttle: taps and seconds from ホーム to queued, time from
// 「送信する」 to committed on the phone, requests and bytes to deliver 1,000 queued sightings (against one request each).
// Prints a Markdown table. Run: `npm run build && npm run bench`.
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { median, row } from './support/figures';
import { startCountingProxy } from './support/counting-proxy';
import { startRealServer } from './support/real-server';

const RUNS = 7;
const QUEUED = 1000;
const CPU_THROTTLE = 4;
const SYNC = '/api/v1/sync';

const server = await startRealServer();
const proxy = await startCountingProxy(() => server.port);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'ja-JP' });
const page = await context.newPage();
// tsx names functions through a helper that pages do not have.
await context.addInitScript('globalThis.__name ??= (named) => named');
const session = await context.newCDPSession(page);

await page.goto(`${proxy.origin}/join#${server.codes[0]}`);
await page.getByRole('button', { name: 'この招待で登録する' }).click();
await page.getByText('読みました。秘密を守ることを約束します').click();
await page.getByRole('button', { name: '約束して、登録する' }).click();
await page.getByText('見本市見守りネットワーク').first().waitFor();
await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

const { taps, secondsToQueued, msToCommitted } = await writeSightings(page, session);
const batched = await deliverThousand(page);
const single = await deliverOneByOne(page);

console.warn(
  [
    `Chromium, ${CPU_THROTTLE}× CPU throttle for writing, loopback, medians of ${RUNS}.`,
    '',
    row('figure', 'value'),
    row('---', '---'),
    row('taps from ホーム to queued', taps),
    row('seconds from ホーム to queued, taps by a machine', median(secondsToQueued).toFixed(2)),
    row('ms from 「送信する」 to committed', median(msToCommitted).toFixed(0)),
    row(`requests to deliver ${QUEUED} queued sightings`, batched.requests),
    row('bytes up per sighting', Math.round(batched.bytesUp / QUEUED)),
    row('requests, against one request each', (batched.requests / single.requests).toFixed(4)),
    row('bytes up, against one request each', (batched.bytesUp / single.bytesUp).toFixed(3)),
    row(`seconds to deliver ${QUEUED}, page load and receipts on disk included`, batched.seconds.toFixed(2)),
    row('seconds to deliver, against one request each', (batched.seconds / single.seconds).toFixed(3)),
  ].join('\n'),
);
await browser.close();
await proxy.stop();
await server.stop();

async function writeSightings(on: Page, cdp: CDPSession) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_THROTTLE });
  const seconds: number[] = [];
  const committed: number[] = [];
  let taps = 0;
  for (let run = 0; run < RUNS; run += 1) {
    await on.goto(proxy.origin);
    const start = Date.now();
    taps = 0;
    const tap = async (what: ReturnType<Page['locator']>) => {
      taps += 1;
      await what.click();
    };
    await tap(on.getByRole('link', { name: '気づきを記録する' }));
    await tap(on.locator('label', { hasText: '見慣れない業者や車が' }));
    // The words 「送信待ちに入れました」 appear only after the strict transaction has committed.
    await on.evaluate(() => {
      const marks = window as unknown as { pressed: number; queued: number };
      document.addEventListener('click', () => (marks.pressed = performance.now()), { capture: true });
      new MutationObserver(() => {
        if (!marks.queued && document.body.textContent?.includes('送信待ちに入れました'))
          marks.queued = performance.now();
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await tap(on.getByRole('button', { name: '送信する' }));
    await on.getByText('送信待ちに入れました').first().waitFor();
    seconds.push((Date.now() - start) / 1000);
    committed.push(
      await on.evaluate(() => {
        const marks = window as unknown as { pressed: number; queued: number };
        return marks.queued - marks.pressed;
      }),
    );
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { taps, secondsToQueued: seconds, msToCommitted: committed };
}

/** Copies a real sighting QUEUED times into the outbox, as a phone long without signal has it, then lets the app deliver. */
async function deliverThousand(on: Page) {
  await on.goto(proxy.origin);
  await on.getByText(/すべて届いています/).waitFor();
  // A page of the same origin on which the app does not run.
  await on.goto(`${proxy.origin}/api/v1/health`);
  await on.evaluate(fillOutbox, QUEUED);
  proxy.reset();
  const start = Date.now();
  await on.goto(proxy.origin);
  await on.getByText(/すべて届いています/).waitFor({ timeout: 120_000 });
  return { ...proxy.traffic(SYNC), seconds: (Date.now() - start) / 1000 };
}

/** What a replay queue does: one request for each, over the same server and connection. */
async function deliverOneByOne(on: Page) {
  proxy.reset();
  const start = Date.now();
  await on.evaluate(sendEach, QUEUED);
  return { ...proxy.traffic(SYNC), seconds: (Date.now() - start) / 1000 };
}

/** Runs in the page. Words differ from sighting to sighting, so that gzip meets what it meets in the field. */
async function fillOutbox(count: number): Promise<void> {
  const words = () =>
    String.fromCodePoint(...Array.from({ length: 60 }, () => 0x3041 + Math.floor(Math.random() * 86)));
  const opened = indexedDB.open('mimamori');
  const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
  const all = <T>(store: string) =>
    new Promise<T[]>((done) => {
      const asked = db.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => done(asked.result as T[]);
    });
  const model = (await all<{ id: string; sighting: object }>('records'))[0]!;
  const writing = db.transaction(['outbox', 'records'], 'readwrite');
  for (let i = 0; i < count; i += 1) {
    const id = crypto.randomUUID().replace(/^(.{14})4/, '$17');
    const body = JSON.stringify({ ...model.sighting, freeText: words() });
    const createdAt = new Date().toISOString();
    writing.objectStore('outbox').put({
      ...{ id, kind: 'sighting.submit', recordId: id, body, sealed: false, createdAt, after: null },
      ...{ order: 10_000 + i, attempts: 0, status: 'waiting', attemptStartedAt: null },
    });
    writing
      .objectStore('records')
      .put({ ...model, id, receiptNo: null, receivedAt: null, caseState: null, states: [] });
  }
  await new Promise((done) => (writing.oncomplete = done));
  db.close();
}

/** Runs in the page. */
async function sendEach(count: number): Promise<void> {
  const words = () =>
    String.fromCodePoint(...Array.from({ length: 60 }, () => 0x3041 + Math.floor(Math.random() * 86)));
  const opened = indexedDB.open('mimamori');
  const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
  const all = <T>(store: string) =>
    new Promise<T[]>((done) => {
      const asked = db.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => done(asked.result as T[]);
    });
  const device = await all<{ key: string; value: { token: string; cursor: string } }>('device');
  const token = device.find((each) => each.key === 'registration')!.value.token;
  const cursor = device.find((each) => each.key === 'round')!.value.cursor;
  const { sighting } = (await all<{ sighting: object }>('records'))[0]!;
  db.close();
  for (let i = 0; i < count; i += 1) {
    const at = new Date().toISOString();
    const body = JSON.stringify({ ...sighting, freeText: words() });
    const id = crypto.randomUUID().replace(/^(.{14})4/, '$17');
    await fetch('/api/v1/sync', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        protocol: 1,
        deviceClock: { at, zone: 'Asia/Tokyo' },
        cursor,
        operations: [{ id, kind: 'sighting.submit', body, sealed: false, createdAt: at }],
      }),
    });
  }
}

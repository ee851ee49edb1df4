// What sealing costs a member: milliseconds per sighting in Chromium with the processor slowed to a quarter.
// Sealing only (squeeze, HPKE, base64url), without the write to disk. `npm run bench:sealing`
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { chromium } from 'playwright-core';

const ROUNDS = 200;
const SLOWER = 4;
const PHOTO_BYTES = 300_000;

interface Sealing {
  sealToNetwork(plain: Uint8Array, key: object, context: object): Promise<string>;
  sealBytesToNetwork(plain: Uint8Array, key: object, context: object): Promise<Uint8Array>;
}

/** The module phones load, in one file. */
async function sealingScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: {
        input: resolve(import.meta.dirname, '../src/seal/seal-to-network.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((each) => each.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}

const script = await sealingScript();
const server = createServer((request, response) => {
  const isScript = request.url === '/seal.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : '<!doctype html><title>bench</title>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  await page.goto(origin);
  // tsx keeps the names of functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (work) => work');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const measured = await page.evaluate(
    async ({ module, rounds, photoBytes }) => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
        'deriveBits',
      ]);
      const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
      const publicKey = btoa(String.fromCharCode(...point))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace('=', '');
      const key = { id: 'bench', publicKey };
      const { sealToNetwork, sealBytesToNetwork } = (await import(module)) as Sealing;
      const text = new TextEncoder().encode(
        JSON.stringify({
          place: 'outside',
          signs: ['OUT-03'],
          freeText: '屋根の点検だと言って玄関先で帰りません。'.repeat(20),
        }),
      );
      const photo = crypto.getRandomValues(new Uint8Array(65_536));
      const whole = new Uint8Array(photoBytes);
      for (let at = 0; at < photoBytes; at += photo.length) whole.set(photo.subarray(0, photoBytes - at), at);
      const times = async (work: () => Promise<unknown>, count: number) => {
        const taken: number[] = [];
        for (let round = 0; round < count; round += 1) {
          const began = performance.now();
          await work();
          taken.push(performance.now() - began);
        }
        return taken.sort((a, b) => a - b);
      };
      const context = { operationId: 'bench', kind: 'sighting.submit' };
      const [first] = await times(() => sealToNetwork(text, key, context), 1);
      return {
        first,
        texts: await times(() => sealToNetwork(text, key, context), rounds),
        photos: await times(() => sealBytesToNetwork(whole, key, { ...context, kind: 'photo' }), rounds / 10),
        bytes: text.length,
        sealedBytes: (await sealToNetwork(text, key, context)).length,
      };
    },
    { module: '/seal.js', rounds: ROUNDS, photoBytes: PHOTO_BYTES },
  );
  const at = (sorted: number[], share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  process.stdout.write(
    [
      `sealing one sighting at ${SLOWER}× CPU throttle: p50 ${at(measured.texts, 0.5)} ms, p95 ${at(measured.texts, 0.95)} ms (the first ${(measured.first ?? 0).toFixed(1)} ms)`,
      `a photo of ${PHOTO_BYTES / 1000} kB: p50 ${at(measured.photos, 0.5)} ms, p95 ${at(measured.photos, 0.95)} ms`,
      `${measured.bytes} bytes of JSON become ${measured.sealedBytes} characters; the module is ${Math.round(script.length / 100) / 10} kB unpacked`,
      '',
    ].join('\n'),
  );
} finally {
  await browser.close();
  server.close();
}

// Draws public/icons from scripts/icons/motif.mjs in a local Chromium. Run by hand when the mark changes:
// `node scripts/icons.mjs`; the pictures are committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './bootstrap/browser.mjs';
import { FAVICON, PNGS } from './icons/motif.mjs';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public/icons');
const executablePath = findBrowser();
if (executablePath === null) throw new Error('no Chromium found');

mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, 'favicon.svg'), FAVICON);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const [name, { svg, size }] of Object.entries(PNGS)) {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
  );
  await page.screenshot({ path: join(FOLDER, name), omitBackground: true });
}
await browser.close();

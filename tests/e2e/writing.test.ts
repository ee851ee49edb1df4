// What is written is kept: over a reload, a killed browser, a second tab, a phone that keeps nothing. And what is sent is
// what the member meant to send: at most ten signs, no one's name by accident, no place in a photo.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectNoAxeViolations } from './support/axe';
import { keepScreenshot, OFFICE, openBrowser, PHONE, type TestBrowser } from './support/browser';
import {
  allDelivered,
  enrol,
  expectCases,
  officerOf,
  onDisk,
  openDesk,
  openPage,
  QUIET_SIGN,
  savedHere,
  tile,
} from './support/journey';
import { jpegMarkers, photoWithGps } from './support/photo-file';
import { setStage, type Stage } from './support/stage';

const DETAILS = 'くわしく書く（書かなくても送れます）';

describe('what is written is kept', () => {
  let stage: Stage;
  let phone: TestBrowser;
  let profile: string;
  let delivered = 0;

  beforeAll(async () => {
    stage = await setStage();
    profile = mkdtempSync(join(tmpdir(), 'mimamori-profile-'));
    phone = await openBrowser(PHONE, { profile });
    const page = await enrol(phone.context, stage, stage.codes[0] ?? '');
    await page.close();
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const newSheet = async (): Promise<Page> => {
    const page = await openPage(phone.context, `${stage.origin}/sightings/new`);
    await page.getByRole('button', { name: '送信する' }).waitFor();
    return page;
  };
  const draftTexts = async (page: Page) =>
    (await onDisk(page, 'drafts')).map((row) => (row['answers'] as { freeText?: string }).freeText);
  const discard = async (page: Page) => {
    await page.getByRole('button', { name: 'この下書きを消す' }).click();
    await page.getByRole('button', { name: '消す', exact: true }).click();
    await page.waitForURL(`${stage.origin}/`);
    expect(await onDisk(page, 'drafts')).toEqual([]);
    await page.close();
  };

  it('from home to the queue it takes three taps, and no more', async () => {
    const page = await phone.context.newPage();
    await page.addInitScript(() => {
      const count = (event: Event) => {
        if (event.isTrusted)
          sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps')) + 1));
      };
      addEventListener('pointerdown', count, { capture: true });
    });
    await page.goto(stage.origin);
    await page.getByRole('link', { name: '気づきを記録する' }).click();
    await tile(page, QUIET_SIGN).click();
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('taps'))).toBe('3');
    await expectCases(stage, (delivered += 1));
    await allDelivered(page);
    await page.close();
  });

  it('is saved from the first touch and after typing: a reload in the middle finds all of it', async () => {
    const page = await newSheet();
    await page.getByText('書きはじめると、この端末に保存します').waitFor();
    expect(await onDisk(page, 'drafts')).toEqual([]);
    await tile(page, QUIET_SIGN).click();
    await savedHere(page);
    await page.reload();
    await expectTicked(page, QUIET_SIGN);
    await page.getByRole('button', { name: DETAILS }).click();
    await page.getByLabel('自由記述').fill('白い車が三日続けて止まっている');
    await vi.waitFor(async () => expect(await draftTexts(page)).toEqual(['白い車が三日続けて止まっている']), {
      timeout: 3_000,
    });
    await page.reload();
    await expectTicked(page, QUIET_SIGN);
    await page.getByRole('button', { name: DETAILS }).click();
    expect(await page.getByLabel('自由記述').inputValue()).toBe('白い車が三日続けて止まっている');
    await discard(page);
  });

  it('leaving for another screen right after the last letter keeps that letter', async () => {
    const page = await newSheet();
    await page.getByRole('button', { name: DETAILS }).click();
    await page.getByLabel('自由記述').fill('とちゅうで、ほかの画面へ');
    await page.getByRole('link', { name: 'ホーム' }).click();
    await page.getByRole('link', { name: /続きを書く/ }).click();
    await page.getByRole('button', { name: DETAILS }).click();
    expect(await page.getByLabel('自由記述').inputValue()).toBe('とちゅうで、ほかの画面へ');
    await discard(page);
  });

  it('a browser killed right after 「この端末に保存しました」 loses nothing', async () => {
    const page = await newSheet();
    await tile(page, QUIET_SIGN).click();
    await savedHere(page);
    await phone.kill();
    phone = await openBrowser(PHONE, { profile });
    const again = await openPage(phone.context, stage.origin);
    await again.getByRole('link', { name: /続きを書く/ }).click();
    await expectTicked(again, QUIET_SIGN);
    await discard(again);
  });

  it.each([
    ['before the secretariat has it', 'hang'],
    ['after the secretariat has it, before the phone knows', 'hold-reply'],
  ] as const)('a browser killed while sending, %s, delivers it once', async (_when, fault) => {
    const page = await newSheet();
    await tile(page, QUIET_SIGN).click();
    const met = stage.proxy.failOnce('/api/v1/sync', fault);
    await page.getByRole('button', { name: '送信する' }).click();
    await met;
    await phone.kill();
    stage.proxy.heal();
    phone = await openBrowser(PHONE, { profile });
    const again = await openPage(phone.context, `${stage.origin}/sightings`);
    await expectCases(stage, (delivered += 1));
    await allDelivered(again);
    expect(await onDisk(again, 'outbox')).toEqual([]);
    await again.close();
  });

  it('a draft that is open in another tab is said to be, and can be written here once that tab is closed', async () => {
    const first = await newSheet();
    await tile(first, QUIET_SIGN).click();
    await savedHere(first);
    await first.waitForURL(/draft=/);
    const second = await openPage(phone.context, first.url());
    await second.getByText('この下書きは、別の画面で開いています').waitFor();
    await second.getByText(QUIET_SIGN).waitFor();
    expect(await second.getByRole('button', { name: '送信する' }).count()).toBe(0);
    await keepScreenshot(second, 'sighting-elsewhere');
    await expectNoAxeViolations(second);
    await first.close();
    await second.getByRole('button', { name: 'もう一度確かめる' }).click();
    await expectTicked(second, QUIET_SIGN);
    await discard(second);
  });

  it('more than ten signs: asks which to keep, and sends when ten are left', async () => {
    const page = await newSheet();
    const tiles = page.locator('#signs .ui-tile');
    for (let place = 0; place < 12; place += 1) await tiles.nth(place).click();
    await page.getByRole('button', { name: '送信する' }).click();
    const keep = page.getByRole('group', { name: /残すサインをえらんでください/ });
    await keep.getByText('12個えらんでいます').waitFor();
    await keepScreenshot(page, 'sighting-too-many');
    await expectNoAxeViolations(page);
    await keep.locator('.ui-tile').nth(0).click();
    await keep.locator('.ui-tile').nth(1).click();
    await keep.getByText('10個になりました').waitFor();
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    await expectCases(stage, (delivered += 1));
    await allDelivered(page);
    const newest = (await (await officerOf(stage)).inbox()).map((row) => row.signs.length);
    expect(Math.max(...newest)).toBe(10);
    await page.close();
  });

  it('asks before a name and a number go out; when they are sent all the same, the desk is warned', async () => {
    const page = await newSheet();
    await tile(page, QUIET_SIGN).click();
    await page.getByRole('button', { name: DETAILS }).click();
    await page.getByLabel('自由記述').fill('見本さん、電話 0120-000-009 にかけていた');
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByRole('heading', { name: '個人情報が含まれていませんか' }).waitFor();
    await page.getByText(/電話番号.*人の名前のような書き方があります/).waitFor();
    await keepScreenshot(page, 'sighting-personal-data');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: '書き直す' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'free-text');
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByRole('button', { name: 'このまま送る' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    await expectCases(stage, (delivered += 1));
    await allDelivered(page);
    await page.close();
    const marked = (await (await officerOf(stage)).inbox()).filter((row) => row.marked);
    expect(marked).toHaveLength(1);
    const office = await openBrowser(OFFICE);
    try {
      const desk = await openDesk(office.context, stage);
      await desk.getByRole('link', { name: marked[0]!.receiptNo }).first().click();
      await desk
        .getByText('書かれた文に個人情報（電話番号、住所、名前）が含まれているかもしれません')
        .waitFor();
      await keepScreenshot(desk, 'desk-marked');
      expect(office.complaints).toEqual([]);
    } finally {
      await office.close();
    }
  });

  it('a photo arrives at the desk small, and without the place where it was taken', async () => {
    const file = photoWithGps(stage.folder);
    expect(jpegMarkers(readFileSync(file)), 'the photo says where it was taken').toContain('e1');
    const page = await newSheet();
    await tile(page, QUIET_SIGN).click();
    await page.getByRole('button', { name: DETAILS }).click();
    await tile(page, '人・名前・住所が写っていません').click();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('label', { hasText: '写真をえらぶ・撮る' }).click();
    await (await chooser).setFiles(file);
    await page.getByText('写真 1枚（3枚まで）').waitFor();
    await page.getByText('写真 1枚（3枚まで）').scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'sighting-photo');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: '送信する' }).click();
    await page.getByText('送信待ちに入れました').waitFor();
    await expectCases(stage, (delivered += 1));
    await allDelivered(page);
    const officer = await officerOf(stage);
    const row = await vi.waitFor(
      async () => {
        const arrived = (await officer.inbox()).find((each) => each.photos.complete === 1);
        if (arrived === undefined) throw new Error('the photo is not there yet');
        return arrived;
      },
      { timeout: 30_000, interval: 100 },
    );
    const { photos } = await officer.open(row.recordId);
    const bytes = await officer.photo(row.recordId, photos[0]!.sha256);
    expect(bytes.length).toBeLessThanOrEqual(300_000);
    expect(jpegMarkers(bytes)).not.toContain('e1');
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    await page.close();
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
  });

  async function expectTicked(page: Page, sign: string): Promise<void> {
    const box = tile(page, sign).getByRole('checkbox');
    await box.waitFor();
    expect(await box.isChecked()).toBe(true);
  }
});

describe('a phone that keeps nothing (a private window without storage)', () => {
  let stage: Stage;
  let phone: TestBrowser;

  beforeAll(async () => {
    stage = await setStage();
    phone = await openBrowser(PHONE);
    await phone.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('storage is not allowed here', 'SecurityError');
      };
    });
  });
  afterAll(async () => {
    await phone?.close();
    await stage?.close();
  });

  it('says what to do, and keeps what was written on the screen', async () => {
    const page = await openPage(phone.context, `${stage.origin}/sightings/new`);
    await tile(page, QUIET_SIGN).click();
    const trouble = page.getByRole('alert').filter({ hasText: 'まだ保存できていません' });
    await trouble.getByText('プライベートブラウズのときは、ふつうの画面で開き直してください').waitFor();
    await page.getByRole('button', { name: DETAILS }).click();
    await page.getByLabel('自由記述').fill('書いたものは残る');
    expect(await trouble.isVisible(), 'it stays said while one types').toBe(true);
    await keepScreenshot(page, 'sighting-no-storage');
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: '送信する' }).click();
    await trouble.waitFor();
    expect(await page.getByText('送信待ちに入れました').count()).toBe(0);
    expect(await page.getByLabel('自由記述').inputValue()).toBe('書いたものは残る');
    expect(await tile(page, QUIET_SIGN).getByRole('checkbox').isChecked()).toBe(true);
  });

  it.each([
    ['/', 'ホーム'],
    ['/sightings', '記録'],
    ['/badge', '構成員証を読み取る'],
    ['/settings', '設定'],
    ['/hotlines', '相談先'],
  ])('%s opens all the same, with 188 in reach', async (path, heading) => {
    const page = await openPage(phone.context, stage.origin + path);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await page.getByRole('link', { name: '188に電話する' }).waitFor();
    if (['/', '/sightings', '/settings'].includes(path))
      await page.getByRole('heading', { name: 'この端末に保存できません' }).waitFor();
    await keepScreenshot(page, `no-storage-${path.slice(1) || 'home'}`);
    await page.close();
  });

  it('an invitation is not used up by a phone that cannot keep it', async () => {
    const page = await openPage(phone.context, `${stage.origin}/join#${stage.codes[0]}`);
    await page.getByRole('button', { name: 'この招待で登録する' }).click();
    await page.getByRole('heading', { name: 'この端末に登録を保存できません' }).waitFor();
    await page.close();
    const other = await openBrowser(PHONE);
    try {
      await enrol(other.context, stage, stage.codes[0] ?? '');
    } finally {
      await other.close();
    }
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
  });
});

// Enrolling, and everything that can go wrong with it: each refusal says which it is, nothing typed is lost, and a phone
// without a camera has two other ways. The invitations are made, printed and taken back at the desk.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoAxeViolations } from './support/axe';
import {
  firstVisitDone,
  keepScreenshot,
  OFFICE,
  openBrowser,
  PHONE,
  type TestBrowser,
} from './support/browser';
import { inDatabase, NETWORK, openDesk, openPage, promiseSecrecy, sha256 } from './support/journey';
import { cameraFilm, qrPicture } from './support/qr-pictures';
import { setStage, type Stage } from './support/stage';

describe('an invitation from the desk to the phone', () => {
  let stage: Stage;
  let office: TestBrowser;
  let phone: TestBrowser;
  let desk: Page;
  /** codes made at the desk: one on paper, one taken back */
  let printed = '';
  let revoked = '';

  beforeAll(async () => {
    stage = await setStage();
    office = await openBrowser(OFFICE);
    phone = await openBrowser(PHONE);
  });
  afterAll(async () => {
    await office?.close();
    await phone?.close();
    await stage?.close();
  });

  async function invite(name: string): Promise<string> {
    await desk.getByLabel('団体', { exact: true }).selectOption({ label: '見本生命（構成団体）' });
    await desk.getByLabel('お名前').fill(name);
    await desk.getByRole('button', { name: '招待をつくる' }).click();
    await desk.getByRole('heading', { name: `${name}の招待ができました` }).waitFor();
    return (await desk.locator('.dk-slip__typed').innerText()).replace(/[\s-]/g, '');
  }

  /** A page with the typed-code form open and this code in it, sent. */
  async function tryCode(code: string, words: string | RegExp): Promise<Page> {
    const page = await openPage(phone.context, `${stage.origin}/badge`);
    await page.getByRole('button', { name: 'コードを入力する' }).click();
    await page.getByLabel('招待コード').fill(code);
    await page.getByRole('button', { name: 'このコードで登録する' }).click();
    await promiseSecrecy(page);
    await page.getByRole('heading', { name: words }).waitFor();
    return page;
  }

  it('the desk makes an invitation whose paper carries the link as a QR code any scanner reads', async () => {
    desk = await openDesk(office.context, stage, '/desk/invitations');
    await desk.getByRole('heading', { name: '招待をつくる' }).waitFor();
    await keepScreenshot(desk, 'desk-invitations');
    await expectNoAxeViolations(desk);
    printed = await invite('紙野 よむ');
    expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    await keepScreenshot(desk, 'desk-slip');
    await expectNoAxeViolations(desk);
    const paper = join(stage.folder, 'slip');
    await desk.pdf({ path: `${paper}.pdf`, format: 'A4', printBackground: true });
    // 110 dpi and grey: what a worn office copier leaves of it
    execFileSync('pdftoppm', ['-png', '-gray', '-r', '110', `${paper}.pdf`, paper]);
    const pages = execFileSync('pdfinfo', [`${paper}.pdf`], { encoding: 'utf8' });
    expect(pages).toMatch(/^Pages:\s+1$/m);
    const read = execFileSync('zbarimg', ['--quiet', '--raw', `${paper}-1.png`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(read.trim()).toBe(`${stage.origin}/join#${printed}`);
    await desk.getByRole('button', { name: '印刷したので閉じる' }).click();
  });

  it('the desk takes an invitation back', async () => {
    revoked = await invite('戻田 とる');
    await desk.getByRole('button', { name: '印刷したので閉じる' }).click();
    await desk.getByRole('button', { name: '戻田 とるの招待を取り消す' }).click();
    await expectNoAxeViolations(desk);
    await desk.getByRole('button', { name: '取り消します' }).click();
    await desk.getByText('戻田 とるの招待を取り消しました。').waitFor();
    await desk
      .getByRole('row', { name: /戻田 とる/ })
      .getByText('取り消し', { exact: true })
      .waitFor();
  });

  it('the camera reads the invitation and the phone is registered', async () => {
    const film = cameraFilm(qrPicture(`${stage.origin}/join#${stage.codes[0]}`, stage.folder), stage.folder);
    const withCamera = await openBrowser(PHONE, { camera: film });
    try {
      const page = await openPage(withCamera.context, `${stage.origin}/badge`);
      await page.getByRole('button', { name: 'カメラで読み取る' }).click();
      await page.getByRole('heading', { name: '秘密を守る約束' }).waitFor();
      await keepScreenshot(page, 'badge-secrecy');
      await expectNoAxeViolations(page);
      await promiseSecrecy(page);
      await page.getByRole('heading', { name: '登録しました' }).waitFor();
      await page.getByText(NETWORK).first().waitFor();
      await page.getByRole('link', { name: 'ホームへ' }).click();
      await page.getByText('事務局からの指示').first().waitFor();
      expect(withCamera.complaints).toEqual([]);
    } finally {
      await withCamera.close();
    }
  });

  it('a code that is wrong, used, expired or taken back says which it is', async () => {
    const expired = stage.codes[1] ?? '';
    await inDatabase(stage, (db) =>
      db
        .updateTable('invitations')
        .set({ expires_at: new Date(Date.now() - 1000).toISOString() })
        .where('code_sha256', '=', sha256(expired))
        .executeTakeFirstOrThrow(),
    );
    const said: [string, string, string][] = [
      ['wrong', '0'.repeat(26), 'この招待コードは見つかりません'],
      ['used', stage.codes[0] ?? '', 'この招待コードは、すでに使われています'],
      ['expired', expired, 'この招待コードは、期限が切れています'],
      ['revoked', revoked, 'この招待コードは、取り消されています'],
    ];
    for (const [which, code, words] of said) {
      const page = await tryCode(code, words);
      expect(await page.getByLabel('招待コード').inputValue(), `${which}: what was typed stays`).toBe(code);
      await keepScreenshot(page, `badge-${which}`);
      await expectNoAxeViolations(page);
      await page.close();
    }
  });

  it('a code that is too short says how many letters are missing, and asks nobody', async () => {
    const page = await openPage(phone.context, `${stage.origin}/badge`);
    await page.getByRole('button', { name: 'コードを入力する' }).click();
    await page.getByLabel('招待コード').fill('ABCDE-FGH');
    await page.getByRole('button', { name: 'このコードで登録する' }).click();
    await page.getByText('あと18文字たりません（いま8文字）').waitFor();
    await page.close();
  });

  it('without a connection the code is kept, also when the app is closed; with one it works, in any spelling', async () => {
    const typed = (printed.match(/.{1,5}/g) ?? []).join(' – ').toLowerCase();
    const visit = await openPage(phone.context, stage.origin);
    await firstVisitDone(visit);
    await visit.close();
    await stage.stopServer();
    const page = await tryCode(typed, 'いまは電波が届かず、登録できませんでした');
    await keepScreenshot(page, 'badge-no-connection');
    await expectNoAxeViolations(page);
    await page.close();
    await stage.startServer();
    const again = await openPage(phone.context, `${stage.origin}/badge`);
    const field = again.getByLabel('招待コード');
    await field.waitFor();
    expect((await field.inputValue()).replace(/[^0-9A-Za-z]/g, '').toUpperCase()).toBe(printed);
    await again.getByRole('button', { name: 'このコードで登録する' }).click();
    await promiseSecrecy(again);
    await again.getByRole('heading', { name: '登録しました' }).waitFor();
    await again.getByText('紙野 よむ').first().waitFor();
    await again.close();
  });

  it('a second invitation on a registered phone is not used up: it says whose phone this is', async () => {
    const page = await openPage(phone.context, `${stage.origin}/badge`);
    await page.getByRole('button', { name: 'コードを入力する' }).click();
    await page.getByLabel('招待コード').fill(stage.codes[2] ?? '');
    await page.getByRole('button', { name: 'このコードで登録する' }).click();
    await page.getByText('紙野 よむさんの登録です').waitFor();
    await page.close();
  });

  it('the link waits for a tap, and its secret is gone from the address bar and from the history', async () => {
    const other = await openBrowser(PHONE);
    try {
      const page = await openPage(other.context, `${stage.origin}/join#${stage.codes[2]}`);
      await page.getByRole('button', { name: 'この招待で登録する' }).waitFor();
      expect(page.url()).toBe(`${stage.origin}/join`);
      await keepScreenshot(page, 'join');
      await expectNoAxeViolations(page);
      await page.getByRole('button', { name: 'この招待で登録する' }).click();
      await promiseSecrecy(page);
      await page.getByRole('heading', { name: '登録しました' }).waitFor();
      await keepScreenshot(page, 'join-enrolled');
      expect(page.url()).toBe(`${stage.origin}/join`);
      await page.goto(stage.origin);
      await page.goBack();
      await page.waitForURL(`${stage.origin}/join`);
      expect(other.complaints).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('the desk sees which invitations were used', async () => {
    await desk.reload();
    await desk
      .getByRole('row', { name: /紙野 よむ/ })
      .getByText('使用済み')
      .waitFor();
  });

  it.each([
    ['has no camera', false, 'カメラが見つかりません'],
    ['may not use its camera', true, 'カメラを使う許可がありません'],
  ])('a phone that %s says so, and the other two ways go on working', async (_case, deny, words) => {
    const other = await openBrowser(PHONE, { deny });
    try {
      const page = await openPage(other.context, `${stage.origin}/badge`);
      await page.getByRole('button', { name: 'カメラで読み取る' }).click();
      await page.getByRole('heading', { name: words }).waitFor();
      await keepScreenshot(page, deny ? 'badge-no-permission' : 'badge-no-camera');
      await expectNoAxeViolations(page);
      const chooser = page.waitForEvent('filechooser');
      await page.locator('label', { hasText: '画像から読み取る' }).click();
      // an invitation that is already used: it was read and asked for
      await (
        await chooser
      ).setFiles(qrPicture(`${stage.origin}/join#${stage.codes[0]}`, stage.folder, 'used'));
      await promiseSecrecy(page);
      await page.getByRole('heading', { name: 'この招待コードは、すでに使われています' }).waitFor();
      // the code that was refused stands in the open field
      await page.getByLabel('招待コード').fill('0'.repeat(26));
      await page.getByRole('button', { name: 'このコードで登録する' }).click();
      await page.getByRole('heading', { name: 'この招待コードは見つかりません' }).waitFor();
      expect(other.complaints).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('nothing was complained about on any page', () => {
    expect(phone.complaints).toEqual([]);
    expect(office.complaints).toEqual([]);
  });
});

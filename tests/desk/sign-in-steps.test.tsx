import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { FakeDesk } from './fake-desk';
import { GOOD_CODE, SPARES } from './fake-office';
import { asInput, openDesk } from './open-desk';

async function passphraseGiven(firstStep: FakeDesk['firstStep']) {
  const desk = new FakeDesk();
  desk.signedIn = false;
  desk.firstStep = firstStep;
  const screen = await openDesk('/desk', desk);
  await screen.user.type(screen.getByLabelText('利用者名'), 'sato');
  await screen.user.type(screen.getByLabelText('パスフレーズ'), 'a long phrase');
  await screen.user.click(screen.getByRole('button', { name: 'サインイン' }));
  return screen;
}

describe('the second factor', () => {
  it('is asked for after the passphrase, keeps a wrong code and says what to do', async () => {
    const { user, findByLabelText, getByRole, findByRole } = await passphraseGiven('code-wanted');
    const code = asInput(await findByLabelText('確認コード'));
    expect(document.activeElement).toBe(code);
    await user.type(code, '000000');
    await user.click(getByRole('button', { name: '確かめる' }));
    expect((await findByRole('alert')).textContent).toContain('1度使ったコードは使えません');
    expect(code.value).toBe('000000');
    await user.clear(code);
    await user.type(code, GOOD_CODE);
    await user.click(getByRole('button', { name: '確かめる' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
  });

  it('can be a recovery code, or be given up', async () => {
    const { user, findByLabelText, getByRole, findByRole } = await passphraseGiven('code-wanted');
    await findByLabelText('確認コード');
    await user.click(getByRole('button', { name: 'サインインをやめる' }));
    await user.type(await findByLabelText('利用者名'), 'sato');
    await user.type(await findByLabelText('パスフレーズ'), 'a long phrase');
    await user.click(getByRole('button', { name: 'サインイン' }));
    await user.type(await findByLabelText('確認コード'), SPARES[0]!);
    await user.click(getByRole('button', { name: '確かめる' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
  });

  it('is set up at the first sign-in: QR, typed letters, one code, and the recovery codes shown once', async () => {
    const screen = await passphraseGiven('totp-wanted');
    const { user, findByRole, getByLabelText, getByRole, getByText, queryByRole } = screen;
    await findByRole('heading', { name: '確認コードを設定する' });
    await findByRole('img', { name: '認証アプリで読み取る二次元コード' });
    getByText('ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567');
    expect(queryByRole('navigation')).toBeNull();
    await user.type(getByLabelText('確認コード'), GOOD_CODE);
    await user.click(getByRole('button', { name: '設定する' }));
    const spares = within(await findByRole('list', { name: '予備のコード' }));
    for (const spare of SPARES) spares.getByText(spare);
    await user.click(getByRole('button', { name: '書きとめたので進む' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
    expect(screen.queryByText(SPARES[0]!)).toBeNull();
  });
});

describe('a passphrase that somebody else made', () => {
  it('is replaced by one of at least 15 characters before anything else', async () => {
    const screen = await passphraseGiven('passphrase-wanted');
    const { user, findByLabelText, getByLabelText, getByRole, findByText, findByRole } = screen;
    await user.type(await findByLabelText('渡されたパスフレーズ'), 'tadashii-aikotoba');
    await user.type(getByLabelText('新しいパスフレーズ'), 'みじかい');
    await user.click(getByRole('button', { name: 'このパスフレーズにする' }));
    await findByText(/15文字以上にしてください（いまは4文字）/);
    await user.clear(getByLabelText('新しいパスフレーズ'));
    await user.type(getByLabelText('新しいパスフレーズ'), 'password password password');
    await user.click(getByRole('button', { name: 'このパスフレーズにする' }));
    await findByText(/よくある言葉/);
    await user.clear(getByLabelText('新しいパスフレーズ'));
    await user.type(getByLabelText('新しいパスフレーズ'), '雨の日に 歩く 黒い猫と 青い傘');
    await user.click(getByRole('button', { name: 'このパスフレーズにする' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
  });
});

import { act } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { testId } from '../support/sightings';
import { aCase, FakeDesk } from './fake-desk';
import { asInput, asTextArea, openDesk } from './open-desk';

function signedOutDesk() {
  const desk = new FakeDesk();
  desk.signedIn = false;
  return desk;
}

describe('signing in', () => {
  it('opens 受付箱 with the network in the header, and says that the demo network is 見本', async () => {
    const { user, getByLabelText, getByRole, findByRole } = await openDesk('/desk', signedOutDesk());
    await user.type(getByLabelText('利用者名'), 'sato');
    await user.type(getByLabelText('パスフレーズ'), 'a long phrase');
    await user.click(getByRole('button', { name: 'サインイン' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
    expect(getByRole('banner').textContent).toContain('見本市見守りネットワーク見本');
  });

  it('shows the passphrase on request', async () => {
    const { user, getByLabelText } = await openDesk('/desk', signedOutDesk());
    const field = asInput(getByLabelText('パスフレーズ'));
    await user.type(field, 'abc');
    expect(field.type).toBe('password');
    await user.click(getByLabelText('パスフレーズを表示する'));
    expect(asInput(getByLabelText('パスフレーズ')).type).toBe('text');
    expect(asInput(getByLabelText('パスフレーズ')).value).toBe('abc');
  });

  it.each([
    [{ status: 'problem', code: 'sign-in-failed' } as const, /利用者名かパスフレーズが違います/],
    [{ status: 'problem', code: 'too-many-requests', waitSeconds: 840 } as const, /14分ほど待ってから/],
    [{ status: 'unreachable' } as const, /サーバーにつながりません/],
    [{ status: 'unreadable' } as const, /返事を読めませんでした/],
  ])('says what to do after %o and keeps what was typed', async (answer, sentence) => {
    const desk = signedOutDesk();
    const { user, getByLabelText, getByRole, findByRole } = await openDesk('/desk', desk);
    await user.type(getByLabelText('利用者名'), 'sato');
    await user.type(getByLabelText('パスフレーズ'), 'wrong');
    desk.instead.push(answer);
    await user.click(getByRole('button', { name: 'サインイン' }));
    expect((await findByRole('alert')).textContent).toMatch(sentence);
    expect(asInput(getByLabelText('利用者名')).value).toBe('sato');
    expect(asInput(getByLabelText('パスフレーズ')).value).toBe('wrong');
  });

  it('names the empty field instead of asking the server', async () => {
    const { user, getByLabelText, getByRole, getByText } = await openDesk('/desk', signedOutDesk());
    await user.click(getByRole('button', { name: 'サインイン' }));
    getByText(/利用者名を入れてください/);
    expect(document.activeElement).toBe(getByLabelText('利用者名'));
  });

  it('offers to try again when the server does not answer at the start', async () => {
    const desk = new FakeDesk();
    desk.instead.push({ status: 'unreachable' });
    const { user, getByRole, findByRole } = await openDesk('/desk', desk);
    await user.click(getByRole('button', { name: 'もう一度試す' }));
    await findByRole('heading', { level: 1, name: '受付箱' });
  });
});

describe('a session that ends in the middle of work', () => {
  it('asks to sign in above the page and keeps the half-written note', async () => {
    const desk = new FakeDesk();
    const detail = aCase({ state: 'reviewing' });
    desk.add(detail);
    const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
    const { user, findByLabelText, getByRole, findByRole, queryByRole } = screen;
    await user.type(await findByLabelText(/メモ（構成員には見えません）/), '家族に電話した');
    desk.signedIn = false;
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await findByRole('dialog', { name: 'サインイン' });
    // who it was is known: only the passphrase is asked for
    expect(document.activeElement).toBe(screen.getByLabelText('パスフレーズ'));
    await user.type(screen.getByLabelText('パスフレーズ'), 'a long phrase');
    await user.click(getByRole('button', { name: 'サインイン' }));
    await expect.poll(() => queryByRole('dialog')).toBeNull();
    const note = asTextArea(screen.getByLabelText(/メモ（構成員には見えません）/));
    expect(note.value).toBe('家族に電話した');
    await user.click(getByRole('button', { name: 'メモを残す' }));
    await screen.findByText('庁内メモを残しました。');
    expect(desk.acted.map((action) => action.kind)).toEqual(['note', 'note']);
  });

  it('shows another officer who signs in nothing half-written by the first', async () => {
    const desk = new FakeDesk();
    const detail = aCase({ state: 'reviewing' });
    desk.add(detail);
    const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
    await screen.user.type(await screen.findByLabelText(/メモ（構成員には見えません）/), '佐藤の書きかけ');
    desk.signedIn = false;
    await screen.user.click(screen.getByRole('button', { name: 'メモを残す' }));
    await screen.findByRole('dialog', { name: 'サインイン' });
    desk.officer = { id: testId(), name: 'mori', displayName: '森 担当' };
    await screen.user.type(screen.getByLabelText('パスフレーズ'), 'another phrase');
    await screen.user.click(screen.getByRole('button', { name: 'サインイン' }));
    await screen.findByText('森 担当');
    expect(asTextArea(await screen.findByLabelText(/メモ（構成員には見えません）/)).value).toBe('');
  });

  it('is asked for once the live list notices it, too', async () => {
    const { desk, live, findByRole } = await openDesk('/desk');
    desk.signedIn = false;
    await act(() => live.tell(null));
    await findByRole('dialog', { name: 'サインイン' });
  });
});

describe('signing out', () => {
  it('leaves no half-written text behind', async () => {
    const { user, getByRole, findByRole, means } = await openDesk('/desk');
    means.drafts.write('case:x:note', '書きかけ');
    await user.click(getByRole('button', { name: 'サインアウト' }));
    await findByRole('heading', { name: 'サインイン' });
    expect(means.drafts.read('case:x:note')).toBeNull();
  });
});

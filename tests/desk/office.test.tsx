import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { testId } from '../support/sightings';
import type { Role } from '../../src/domain/roles';
import { aCase, FakeDesk, OFFICER } from './fake-desk';
import { anOfficer, GOOD_CODE, SPARES } from './fake-office';
import { openDesk } from './open-desk';

function deskOf(...roles: Role[]): FakeDesk {
  const desk = new FakeDesk();
  desk.roles = roles;
  return desk;
}
const pagesIn = (nav: HTMLElement) => within(nav).queryAllByRole('link').map((link) => link.textContent?.replace(/受付 \d+件/, '')); // prettier-ignore

describe('what a role may do is what its desk shows', () => {
  it.each<[Role[], string[], string]>([
    [['officer'], ['受付箱', '招待', '構成員証', '構成員と端末'], '受付箱'],
    [['admin'], ['招待', '構成員証', '構成員と端末', '件数', '利用者', '監査記録'], '利用者'],
    [['adviser'], ['受付箱'], '受付箱'],
    [['auditor'], ['監査記録'], '監査記録'],
    [['organisation_coordinator'], ['招待', '構成員と端末'], '招待'],
    [['prefecture'], ['件数'], '件数'],
  ])('%o', async (roles, pages, home) => {
    const { getByRole, findByRole } = await openDesk('/desk', deskOf(...roles));
    await findByRole('heading', { level: 1, name: home });
    expect(pagesIn(getByRole('navigation'))).toEqual(pages);
  });

  it('an adviser reads a case and leaves a note, and finds no button for anything else', async () => {
    const desk = deskOf('adviser');
    const detail = aCase({ state: 'reviewing' });
    desk.add(detail);
    const screen = await openDesk(`/desk/cases/${detail.row.recordId}`, desk);
    await screen.findByRole('button', { name: 'メモを残す' });
    for (const name of ['指示を送る', '完了にする', '担当を代わる', '同じ件にまとめる'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('a page that is not for the role is not there', async () => {
    const { findByRole } = await openDesk('/desk/officers', deskOf('officer'));
    await findByRole('heading', { name: 'この画面は見つかりません' });
  });

  it('a prefecture sees counts only, and nothing asks for cases', async () => {
    const desk = deskOf('prefecture');
    desk.office.counts_ = { received: 4 };
    const { findByText } = await openDesk('/desk', desk);
    await findByText('4件');
  });
});

describe('利用者', () => {
  async function open() {
    const desk = deskOf('admin');
    const me = anOfficer({ id: OFFICER.id, name: 'sato', displayName: '佐藤', roles: ['admin'] });
    desk.office.officers_ = [me, anOfficer()];
    const screen = await openDesk('/desk/officers', desk);
    await screen.findByRole('heading', { name: /森 担当/ });
    return { ...screen, desk };
  }

  it('adds one with a role; the passphrase is shown this once', async () => {
    const { user, getByLabelText, getByRole, findByText, queryByText, desk } = await open();
    await user.type(getByLabelText('利用者名'), 'kato');
    await user.type(getByLabelText('表示する名前'), '加藤 相談員');
    await user.click(getByLabelText('担当者'));
    await user.click(getByLabelText('相談員'));
    await user.click(getByRole('button', { name: '利用者を加える' }));
    await findByText('kotoba-hito-tsuki-hoshi');
    await user.click(getByRole('button', { name: '書きとめたので閉じる' }));
    await findByText('加藤 相談員（kato）');
    expect(queryByText('kotoba-hito-tsuki-hoshi')).toBeNull();
    expect(desk.office.officers_.at(-1)?.roles).toEqual(['adviser']);
  });

  it('says what is missing instead of asking the server', async () => {
    const { user, getByLabelText, getByRole, getByText, desk } = await open();
    await user.click(getByLabelText('担当者'));
    await user.click(getByRole('button', { name: '利用者を加える' }));
    getByText(/利用者名を入れてください/);
    getByText(/役割を1つ以上選んでください/);
    expect(desk.office.officers_).toHaveLength(2);
  });

  it('asks once more before it takes anything away, and does nothing on 「やめる」', async () => {
    const { user, getByRole, findByText, desk } = await open();
    await user.click(getByRole('button', { name: '森 担当: 使えなくする' }));
    await user.click(getByRole('button', { name: 'やめる' }));
    expect(desk.office.officers_[1]?.disabledAt).toBeNull();
    await user.click(getByRole('button', { name: '森 担当: 使えなくする' }));
    await user.click(getByRole('button', { name: '使えなくします' }));
    await findByText('森 担当を使えなくしました。');
    await user.click(getByRole('button', { name: '森 担当: 確認コードの設定を消す' }));
    await user.click(getByRole('button', { name: '設定を消します' }));
    await findByText('森 担当の確認コードの設定を消しました。');
  });

  it('the last admin stays one, and the screen says why', async () => {
    const { user, getByRole, findByText } = await open();
    await user.click(getByRole('button', { name: '佐藤: 使えなくする' }));
    await user.click(getByRole('button', { name: '使えなくします' }));
    await findByText(/最後の管理者なので/);
  });
});

describe('監査記録', () => {
  async function open() {
    const desk = deskOf('auditor');
    desk.office.audit_ = [5, 4, 3, 2, 1].map((seq) => ({
      seq,
      at: '2026-11-24T00:00:00.000Z',
      actorKind: 'officer' as const,
      actorId: testId(),
      officerName: '佐藤 事務局',
      action: seq === 3 ? 'invitation:create' : 'desk:sign-in',
      subjectId: testId(),
      hash: 'f'.repeat(64),
    }));
    const screen = await openDesk('/desk/audit', desk);
    await screen.findByRole('table');
    return { ...screen, desk };
  }

  it('is read page by page and filtered by what was done', async () => {
    const { user, getAllByRole, getByRole, getByLabelText, findByRole, queryByRole } = await open();
    expect(getAllByRole('row')).toHaveLength(3);
    await user.click(getByRole('button', { name: '続きを表示する' }));
    await expect.poll(() => getAllByRole('row').length).toBe(5);
    await user.selectOptions(getByLabelText('したこと'), '招待を作った');
    await expect.poll(() => getAllByRole('row').length).toBe(2);
    expect(queryByRole('button', { name: '続きを表示する' })).toBeNull();
    const link = await findByRole('link', { name: 'CSVで取り出す' });
    expect(link.getAttribute('href')).toBe('/api/v1/desk/audit.csv?action=invitation%3Acreate');
  });

  it('says where it was changed, and gives the mark to keep when it was not', async () => {
    const { user, getByRole, findByText, desk } = await open();
    await user.click(getByRole('button', { name: '書きかえがないか確かめる' }));
    await findByText(`3:${'a'.repeat(64)}`);
    desk.office.check_ = { whole: false, rows: 3, head: '', brokenSeq: 2 };
    await user.click(getByRole('button', { name: '書きかえがないか確かめる' }));
    await findByText(/2行目が、書かれたときと違います/);
  });
});

describe('自分の設定', () => {
  async function open() {
    const desk = new FakeDesk();
    const row = { madeAt: '2026-11-24T00:00:00.000Z', lastSeenAt: '2026-11-24T00:20:00.000Z' };
    desk.office.sessions_ = [
      { ...row, id: testId(), browser: 'Edge・Windows', current: true },
      { ...row, id: testId(), browser: 'Safari・iPad', current: false },
    ];
    const screen = await openDesk('/desk', desk);
    await screen.user.click(screen.getByRole('link', { name: '佐藤 事務局' }));
    await screen.findByRole('heading', { name: 'サインイン中の端末' });
    return { ...screen, desk };
  }

  it('lists where one is signed in and ends another session', async () => {
    const { user, findByRole, findByText, queryByText } = await open();
    await findByText('Safari・iPad');
    await user.click(await findByRole('button', { name: /Safari・iPad .*のサインインを終える/ }));
    await findByText('1件のサインインを終えました。');
    expect(queryByText('Safari・iPad')).toBeNull();
    await findByText('ほかの端末ではサインインしていません。');
  });

  it('sets the second factor up anew only with the passphrase', async () => {
    const { user, getByLabelText, getByRole, findByText, findByLabelText } = await open();
    await user.type(getByLabelText('いまのパスフレーズ（確認のため）'), 'chigau');
    await user.click(getByRole('button', { name: '確認コードを設定し直す' }));
    await findByText('いまのパスフレーズが違います。もう一度入れてください。');
    await user.clear(getByLabelText('いまのパスフレーズ（確認のため）'));
    await user.type(getByLabelText('いまのパスフレーズ（確認のため）'), 'tadashii-aikotoba');
    await user.click(getByRole('button', { name: '確認コードを設定し直す' }));
    await user.type(await findByLabelText('確認コード'), GOOD_CODE);
    await user.click(getByRole('button', { name: '設定する' }));
    await findByText(SPARES[1]!);
  });
});

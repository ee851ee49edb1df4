// 「構成員と端末」: stopping a phone that is lost, another invitation, and reading a rescue file in.
import { within } from '@testing-library/preact';
import { afterAll, describe, expect, it } from 'vitest';
import type { MemberDevices } from '../../src/domain/desk-devices';
import { testId } from '../support/sightings';
import { FakeDesk, NOON } from './fake-desk';
import { openDesk } from './open-desk';

// Preact's timer after the last paint still asks for the page, which is gone when the file ends at once.
afterAll(() => new Promise((done) => setTimeout(done, 100)));

function aMember(): MemberDevices {
  return {
    memberId: testId(),
    memberName: '田中 見本',
    organisation: '見本宅配',
    kind: 'member',
    devices: [
      {
        id: testId(),
        state: 'active',
        system: 'android',
        appVersion: '0.1.0',
        enrolledAt: new Date(NOON - 86_400_000).toISOString(),
        lastContactAt: new Date(NOON - 60_000).toISOString(),
        stoppedAt: null,
        stopReason: null,
      },
    ],
  };
}

async function openDevices(members = [aMember()]) {
  const desk = new FakeDesk();
  desk.members_ = members;
  const screen = await openDesk('/desk/devices', desk);
  await screen.findByRole('heading', { level: 1, name: '構成員と端末' });
  return screen;
}

describe('構成員と端末', () => {
  it('shows whose phone it is, its system and version, when it last came, and whether it is in use', async () => {
    const screen = await openDevices();
    const row = within((await screen.findByRole('rowheader', { name: /田中 見本/ })).closest('tr')!);
    for (const words of ['見本宅配', /Android/, /アプリの版 0.1.0/, /9:29/, '使用中']) row.getByText(words);
  });

  it('stops a phone only after saying what happens, with the reason', async () => {
    const screen = await openDevices();
    const stop = await screen.findByRole('button', { name: '田中 見本の端末（Android）を止める' });
    await screen.user.click(stop);
    await screen.findByText(/救出ファイル」として端末に30日残ります/);
    await screen.user.click(screen.getByRole('button', { name: 'やめる' }));
    expect(screen.desk.members_[0]?.devices[0]?.state).toBe('active');
    await screen.user.click(screen.getByRole('button', { name: '田中 見本の端末（Android）を止める' }));
    await screen.user.click(screen.getByLabelText('盗まれた'));
    await screen.user.click(screen.getByRole('button', { name: '止めます' }));
    await screen.findByText(/田中 見本の端末を止めました/);
    await screen.findByText(/停止（次の連絡を待っています）/);
    expect(screen.desk.members_[0]?.devices[0]).toMatchObject({ state: 'stopping', stopReason: 'stolen' });
  });

  it('makes a second phone’s invitation for the same person, on a slip', async () => {
    const screen = await openDevices();
    await screen.user.click(
      await screen.findByRole('button', { name: '田中 見本の、もう1台の招待をつくる' }),
    );
    const slip = await screen.findByRole('article', { name: '招待の紙' });
    expect(slip.textContent).toContain('田中 見本 さま');
  });

  it('reads a rescue file in and says what of it was new', async () => {
    const screen = await openDevices();
    const button = await screen.findByRole('button', { name: '救出ファイルを読み込む' });
    await screen.user.click(button);
    await screen.findByText(/救出ファイルを選んでください/);
    const file = new File(['x'], 'mimamori-rescue-20261124.bin');
    await screen.user.upload(screen.getByLabelText('救出ファイル'), file);
    await screen.user.click(button);
    await screen.findByText(/新しく受け取った 2件、もう届いていた 1件/);
    await screen.findByText(/書きかけが 1件/);
    expect(screen.desk.rescues).toHaveLength(1);
  });
});

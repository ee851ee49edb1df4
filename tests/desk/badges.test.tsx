import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BadgeRow } from '../../src/domain/badge';
import { testId } from '../support/sightings';
import { FakeDesk, NOON } from './fake-desk';
import { openDesk } from './open-desk';

const row = (change: Partial<BadgeRow> = {}): BadgeRow => ({
  id: 'A'.repeat(22),
  memberId: testId(),
  memberName: '見本 はこぶ',
  organisation: '見本生活協同組合',
  kind: 'member',
  jobKind: 'outside_work',
  createdAt: new Date(NOON).toISOString(),
  revokedAt: null,
  link: `https://mimamori.test/v/${'A'.repeat(22)}.${'B'.repeat(86)}`,
  ...change,
});

describe('構成員証', () => {
  it('一覧から二次元コードを出し、印刷の大きさを言います', async () => {
    const desk = new FakeDesk();
    desk.badges_.push(row());
    await openDesk('/desk/badges', desk);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: '見本 はこぶの二次元コードを見る' }));
    expect(screen.getByRole('img', { name: '構成員証の二次元コード' })).toBeTruthy();
    expect(screen.getByText(/30mm以上/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '印刷する' })).toBeTruthy();
  });

  it('「この構成員証を無効にする」は一度たしかめ、無効のものには出ません', async () => {
    const desk = new FakeDesk();
    desk.badges_.push(row());
    await openDesk('/desk/badges', desk);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: '見本 はこぶの構成員証を無効にする' }));
    expect(desk.badges_[0]?.revokedAt).toBeNull();
    await user.click(screen.getByRole('button', { name: '無効にします' }));
    expect(await screen.findByText(/見本 はこぶの構成員証を無効にしました/)).toBeTruthy();
    const line = within(screen.getByRole('row', { name: /見本 はこぶ/ }));
    expect(line.getByText('無効')).toBeTruthy();
    expect(line.queryByRole('button')).toBeNull();
  });
});

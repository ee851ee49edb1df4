// The screen of a stopped phone.
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { WipedPage } from '../../../src/features/wiped/WipedPage';
import { fakeServices } from '../../support/fake-services';

const NOTE = {
  at: '2026-11-23T00:30:00.000Z',
  network: '見本市見守りネットワーク',
  secretariat: { name: '見本市役所', phone: '000-111-2222', hours: '平日 8:30〜17:15' },
};

it('何が起きたか、だれに電話するかを言い、送っていないものを救出ファイルとして保存できます', async () => {
  const world = fakeServices();
  world.keptRescue.set({
    madeAt: '2026-11-23T00:30:00.000Z',
    keptUntil: '2026-12-23T00:30:00.000Z',
    operations: 2,
    photos: 1,
    drafts: 1,
  });
  const saved: string[] = [];
  render(<WipedPage note={NOTE} rescue={world.services.rescue} save={({ name }) => void saved.push(name)} />);
  expect(screen.getByRole('heading', { level: 1, name: 'この端末は止められました' })).toBeTruthy();
  expect(
    screen.getByText(/見本市見守りネットワークの事務局が、11月23日.*止めました.*すべて消しました/),
  ).toBeTruthy();
  expect(screen.getByText(/送っていないもの2件、写真1枚、書きかけ1件.*12月23日/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /見本市役所に電話する/ }).getAttribute('href')).toBe(
    'tel:0001112222',
  );
  await userEvent.click(screen.getByRole('button', { name: '救出ファイルを保存する' }));
  expect(await screen.findByText(/救出ファイルを保存しました/)).toBeTruthy();
  expect(saved).toEqual(['mimamori-rescue-20261123.bin']);
});

it('残したものがなければ、救出ファイルのことは言いません', () => {
  const world = fakeServices();
  render(<WipedPage note={{ ...NOTE, secretariat: null }} rescue={world.services.rescue} />);
  expect(screen.queryByRole('button', { name: '救出ファイルを保存する' })).toBeNull();
  expect(screen.getByText('事務局に電話して、知らせてください。')).toBeTruthy();
});

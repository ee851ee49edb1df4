import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HotlinesPage } from '../../../src/features/hotlines/HotlinesPage';
import type { Enrolment } from '../../../src/services';
import { enrolmentOf, fakeServices } from '../../support/fake-services';

const open = (enrolment: Enrolment | null) =>
  render(<HotlinesPage services={fakeServices({ enrolment }).services} />);

describe('相談先', () => {
  it.each([
    ['188（消費者ホットライン）に電話する', 'tel:188'],
    ['#9110（警察相談専用電話）に電話する', 'tel:%239110'],
    ['110（警察（緊急））に電話する', 'tel:110'],
    ['119（救急・火事）に電話する', 'tel:119'],
  ])('登録の前でも %s', (name, href) => {
    open(null);
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(href);
  });

  it('受付時間はすぐに、料金・気をつけること・出典と確認した日は開いて読めます', async () => {
    open(null);
    const card = within(screen.getByRole('heading', { name: '消費者ホットライン' }).closest('li')!);
    expect(card.getByText(/年末年始/)).toBeTruthy();
    await userEvent.click(card.getByRole('button', { name: '消費者ホットラインの料金など' }));
    expect(card.getByText(/相談は無料/)).toBeTruthy();
    expect(card.getByText(/一部のIP電話/)).toBeTruthy();
    expect(card.getByText(/消費者庁「消費者ホットライン」（2026年11月23日.*に確認）/)).toBeTruthy();
  });

  it('登録すると、事務局が入れた地域の窓口が出ます。入れていないものは出ません', () => {
    open(enrolmentOf());
    const local = within(screen.getByRole('region', { name: '地域の窓口' }));
    const link = local.getByRole('link', { name: '0123-45-6789（見本市 消費生活係）に電話する' });
    expect(link.getAttribute('href')).toBe('tel:0123-45-6789');
    expect(local.getByText('平日 8:30〜17:15')).toBeTruthy();
    expect(local.queryByText('警察署')).toBeNull();
  });

  it('登録していなければ、登録すると出ると言います', () => {
    open(null);
    expect(screen.getByText(/登録すると、地域の消費生活センターや事務局の番号/)).toBeTruthy();
  });

  it('事務局が何も入れていなければ、188をすすめます', () => {
    open(enrolmentOf({}, { secretariat: null }));
    expect(screen.getByText(/まよったら、188に電話して/)).toBeTruthy();
  });
});

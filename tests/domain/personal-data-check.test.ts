import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../src/domain/personal-data-check';

describe('the check of free text', () => {
  it.each([
    ['090-1234-5678に電話すると言っていました', 'phone'],
    ['０９０１２３４５６７８', 'phone'],
    ['〒773-0001です', 'postal_code'],
    ['中町3丁目の角の家', 'address'],
    ['見本町1-2-3', 'address'],
    ['山田さんが困っています', 'name'],
    ['暗証番号を聞かれた', 'account'],
    ['1234-5678-9012 のカード', 'account'],
    ['taro@example.jp に送れと言われた', 'email'],
    ['白い車 さ 12-34', 'car_plate'],
  ])('asks about "%s"', (text, kind) => {
    expect(findPersonalData(text)).toContain(kind);
  });
  it.each([
    '屋根の点検だと言って帰らない業者がいました',
    'お客さんが急いで100万円を引き出そうとしていました',
    '業者さんが3人で来ていました。午後2時ごろ',
    '段ボールが10個ほど積まれていた',
    '2026年11月24日に契約したそうです',
  ])('lets "%s" pass', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

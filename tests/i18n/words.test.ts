import { expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/domain/problem';
import { problemWords } from '../../src/i18n/ja/problems';
import { STATE_WORDS } from '../../src/i18n/ja/state-words';

it('the words of state are exactly the agreed ones', () => {
  expect(STATE_WORDS).toEqual({
    draft: 'この端末に保存しました',
    waiting: '送信待ち',
    sending: '送っています',
    delivered: '事務局に届きました',
    reviewed: '事務局が確認しました',
    instructed: '指示があります',
    refused: '送れませんでした',
    done: '完了',
    withdrawn: '取り消しました',
  });
});

it.each(PROBLEM_CODES)(
  '%s has a reason and says what to do, without words the field does not use',
  (code) => {
    const { reason, todo } = problemWords(code);
    expect(reason).not.toBe('');
    expect(todo).toMatch(/ください|送ります/);
    expect(reason + todo).not.toMatch(/同期|アップロード|キャッシュ|エラー|ユーザー|通報|被害者/);
  },
);

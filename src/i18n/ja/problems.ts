// For each problem code: why, and what the member can do. One sentence each, no blame, no codes on screen.
import type { ProblemCode } from '../../domain/problem';

export interface ProblemWords {
  reason: string;
  todo: string;
}

const LATER = '記録は残っています。電波のよい所で、もう一度送ってください。';
const OFFICE = '記録は残っています。事務局に電話して知らせてください。';
const AGAIN = '事務局に新しい招待をもらい、もう一度登録してください。記録は残っています。';
const MEND = '記録を開いて、直してから送ってください。';

const WORDS: Record<ProblemCode, ProblemWords> = {
  'malformed-json': { reason: '送った内容を、事務局が読み取れませんでした。', todo: LATER },
  'invalid-body': { reason: '事務局で受け取れない書き方がありました。', todo: MEND },
  'wrong-content-type': { reason: '送った内容を、事務局が読み取れませんでした。', todo: LATER },
  'body-too-large': { reason: '送る量が多すぎました。', todo: '写真を減らすか、文を短くして送ってください。' },
  'request-timeout': { reason: '途中で電波が切れたようです。', todo: LATER },
  'protocol-unsupported': {
    reason: 'このアプリの版が古くなっています。',
    todo: '「設定」から新しい版にしてください。記録は残っています。',
  },
  'token-wrong': { reason: 'この端末の登録を確かめられませんでした。', todo: AGAIN },
  'clock-skew': { reason: 'この端末の時計がずれています。', todo: '端末の日付と時刻を「自動」にしてください。記録は残っています。' },
  'device-revoked': { reason: 'この端末の登録は取り消されています。', todo: AGAIN },
  'invitation-unknown': {
    reason: 'この招待コードは見つかりませんでした。',
    todo: '文字をもう一度確かめてください。',
  },
  'invitation-used': {
    reason: 'この招待コードは、すでに使われています。',
    todo: '事務局に新しい招待をもらってください。',
  },
  'invitation-expired': {
    reason: 'この招待コードは、期限が切れています。',
    todo: '事務局に新しい招待をもらってください。',
  },
  'invitation-revoked': {
    reason: 'この招待コードは、取り消されています。',
    todo: '事務局に新しい招待をもらってください。',
  },
  'too-many-requests': { reason: 'いま、混み合っています。', todo: '少し待つと自動で送ります。' },
  'not-found': { reason: '事務局で見つかりませんでした。', todo: OFFICE },
  'method-not-allowed': { reason: '事務局で受け取れませんでした。', todo: OFFICE },
  'sign-in-failed': { reason: '確かめられませんでした。', todo: 'もう一度入れてください。' },
  'signed-out': { reason: '確かめが必要です。', todo: 'もう一度入ってください。' },
  'not-allowed': { reason: 'この操作は、事務局で止められています。', todo: OFFICE },
  'code-wrong': { reason: '確かめられませんでした。', todo: 'もう一度入れてください。' },
  'passphrase-weak': { reason: '確かめの言葉が短いか、よくある言葉でした。', todo: '別の言葉にしてください。' },
  'last-admin': { reason: '事務局の管理者がいなくなってしまいます。', todo: '先に別の管理者を決めてください。' },
  'cross-site': { reason: 'ほかのサイトからは送れません。', todo: 'このアプリを開き直して送ってください。' },
  'case-moved': { reason: '事務局が先に、この件を進めていました。', todo: '記録を開いて、いまの様子を見てください。' },
  'transition-not-allowed': {
    reason: '事務局で、この件の状態が変わっていました。',
    todo: '記録を開いて、いまの様子を見てください。',
  },
  'name-taken': { reason: 'その名前は使われています。', todo: '別の名前にしてください。' },
  'feedback-missing': { reason: '返事の文が必要です。', todo: '文を書いてください。' },
  'must-be-sealed': { reason: '送る準備（封）ができていませんでした。', todo: 'アプリを新しい版にして、もう一度送ってください。' },
  'sealed-unreadable': { reason: '事務局で、内容を開けませんでした。', todo: MEND },
  'same-id-other-bytes': { reason: '同じ記録が、ちがう内容で先に届いています。', todo: OFFICE },
  'record-unknown': { reason: 'もとの記録が、事務局に見つかりませんでした。', todo: OFFICE },
  'predecessor-missing': { reason: '先に送る記録が、まだ届いていません。', todo: LATER },
  'report-not-open': {
    reason: '個人情報を含む報告は、事務局の要請番号があるときか、緊急の記録からだけ送れます。',
    todo: '急ぐときは、事務局に電話してください。',
  },
  'photo-mismatch': { reason: '写真が途中でこわれました。', todo: LATER },
  'photo-unexpected': { reason: '写真のもとの記録が、事務局に見つかりませんでした。', todo: OFFICE },
  'photo-unreadable': { reason: '写真を、事務局で開けませんでした。', todo: MEND },
  'rescue-unreadable': { reason: 'この救出ファイルは、事務局で開けませんでした。', todo: '別の事務局のものでないか確かめてください。' },
  'busy': { reason: '事務局のコンピューターが混み合っています。', todo: LATER },
  'internal': { reason: '事務局のコンピューターで不具合がありました。', todo: LATER },
}; // prettier-ignore

/** The sentences for one problem. */
export const problemWords = (code: ProblemCode): ProblemWords => WORDS[code];

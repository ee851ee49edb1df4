// Sentences of the desk that more than one screen says: what went wrong and what to do, and the words of a row.
import type { CaseRow, UnreadableReason } from '../domain/desk-contract';
import { SIGNS } from '../content/signs';
import { CASE_STATE_WORDS } from '../content/case-words';
import { TROUBLE_WORDS } from '../content/flow-sheet';
import type { CaseState } from '../domain/case-state';
import type { TroubleType, Urgency } from '../domain/flow-sheet';
import type { ProblemCode } from '../domain/problem';
import type { Failure } from './desk-client';

const PROBLEM_WORDS: Partial<Record<ProblemCode, string>> = {
  'sign-in-failed': '利用者名かパスフレーズが違います。もう一度入れてください。',
  'code-wrong': '確認コードが違います。アプリに出ている新しい6桁を入れてください。1度使ったコードは使えません。',
  'passphrase-weak': 'このパスフレーズは使えません。15文字以上で、よくある言葉、文字の並び、自分や自治体の名前だけでないものにしてください。',
  'last-admin': '最後の管理者なので、この変更はできません。先に、ほかの人を管理者にしてください。',
  'signed-out': 'サインインが切れました。もう一度サインインしてから、同じボタンを押してください。',
  'case-moved': 'ほかの人が先にこの件を動かしました。新しい内容を読み込みました。書いた文はそのまま残っています。',
  'transition-not-allowed': 'いまの状態からは、この操作はできません。新しい内容を読み込みました。',
  'feedback-missing': '完了にするには、構成員へのフィードバックの文が必要です。文を書いてください。',
  'name-taken': 'その名前はすでに使われています。別の名前にするか、一覧から選んでください。',
  'record-unknown': 'その受付番号の件が見つかりません。番号を確かめてください。',
  'not-found': '見つかりません。一覧に戻って、もう一度開いてください。',
  'not-allowed': 'この操作をする権限がありません。事務局の管理者に相談してください。',
  'cross-site': 'この画面を開き直してから、もう一度押してください。',
  'invalid-body': '入力のどこかが長すぎるか、足りません。見直してから、もう一度押してください。',
  'body-too-large': '文が長すぎます。短くしてから、もう一度押してください。',
  'busy': 'サーバーがいま保存できません。1分ほど待ってから、もう一度押してください。',
  'rescue-unreadable': 'この救出ファイルは開けません。このネットワークの端末で保存したファイルか、確かめてください。',
  'invitation-used': 'この招待は、もう使われています。一覧を読み込み直しました。',
}; // prettier-ignore

/** One sentence that says what to do. What was typed always stays, so every sentence may say so. */
export function failureWords(failure: Failure): string {
  if (failure.status === 'unreachable')
    return 'サーバーにつながりません。庁内のネットワークを確かめて、もう一度押してください。入力した内容は残っています。';
  if (failure.status === 'unreadable')
    return 'サーバーの返事を読めませんでした。少し待ってもう一度押し、続くときは画面を読み込み直してください。';
  if (failure.code === 'too-many-requests')
    return `回数が多すぎます。${waitWords(failure.waitSeconds)}ほど待ってから、もう一度押してください。`;
  return (
    PROBLEM_WORDS[failure.code] ??
    'サーバーで処理できませんでした。少し待ってから、もう一度押してください。入力した内容は残っています。'
  );
}

/** 1分, 15分: rounded up, so that trying then works. */
function waitWords(seconds = 60): string {
  return `${Math.max(1, Math.ceil(seconds / 60))}分`;
}

export const URGENCY_SHORT: Record<Urgency, string> = {
  emergency: '緊急',
  high: '高',
  medium: '中',
  info: '情報',
};

/** State words without what stands in brackets: the column is narrow. */
export function stateWord(state: CaseState): string {
  return withoutBrackets(CASE_STATE_WORDS[state]);
}
export function troubleWord(type: TroubleType): string {
  return withoutBrackets(TROUBLE_WORDS[type]);
}

function withoutBrackets(words: string): string {
  return words.replace(/（[^（）]*）/g, '');
}

const SIGN_BY_ID = new Map(SIGNS.map((sign) => [sign.id, sign]));

/** A sign of a newer pack than this desk knows shows by its id. */
export function signWord(id: string): string {
  return SIGN_BY_ID.get(id)?.label ?? `サイン ${id}`;
}
export function signEntry(id: string) {
  return SIGN_BY_ID.get(id);
}

/** The first two signs and 「他n件」. */
export function signsInShort(ids: readonly string[]): { shown: string[]; more: number } {
  return { shown: ids.slice(0, 2).map(signWord), more: Math.max(0, ids.length - 2) };
}

const UNREADABLE_WORDS: Record<UnreadableReason, string> = {
  'malformed': '届いた形がこわれています。',
  'unknown-key': '封をした鍵が、このサーバーにありません。',
  'wrong-key-or-changed': '鍵が合わないか、届くまでに内容が変わっています。',
  'too-large': '中身が大きすぎます。',
  'invalid-body': '開けましたが、決まりに合わない内容でした。',
}; // prettier-ignore

export const unreadableWords = (reason: UnreadableReason): string => UNREADABLE_WORDS[reason];

/** In the list, in the place of the signs. */
export const contentsWord = ({ contents }: Pick<CaseRow, 'contents'>): string =>
  contents === 'waiting' ? '（開いています）' : '読めない報告';

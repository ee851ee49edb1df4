// Every failure has a code, listed here once. Server replies carry it as RFC 9457 `application/problem+json`;
// the phone keeps it beside a refused record. Code decides, never the text. Sentences for members: src/i18n.
import * as z from 'zod/mini';
import { instantSchema } from './ids';
import { wipeOrderSchema } from './signed-request';

/** code → HTTP status and a title for the log of whoever runs the server */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: '本文をJSONとして読めません' },
  'invalid-body': { status: 422, title: '本文の項目が決まりに合いません' },
  'wrong-content-type': { status: 415, title: '本文の形式が違います' },
  'body-too-large': { status: 413, title: '本文が大きすぎます' },
  'request-timeout': { status: 408, title: '本文が時間内に届きませんでした' },
  'protocol-unsupported': { status: 426, title: 'この版のアプリとは通信できません' },
  'token-wrong': { status: 401, title: '端末の登録を確かめられません' },
  'clock-skew': { status: 401, title: '端末の時計がずれています' },
  'device-revoked': { status: 403, title: 'この端末の登録は取り消されています' },
  'invitation-unknown': { status: 404, title: 'この招待コードは見つかりません' },
  'invitation-used': { status: 409, title: 'この招待コードは使われています' },
  'invitation-expired': { status: 410, title: 'この招待コードは期限が切れています' },
  'invitation-revoked': { status: 410, title: 'この招待コードは取り消されています' },
  'too-many-requests': { status: 429, title: '回数が多すぎます。時間をおいてください' },
  'not-found': { status: 404, title: '見つかりません' },
  'method-not-allowed': { status: 405, title: 'この方法では使えません' },
  'sign-in-failed': { status: 401, title: '利用者名かパスフレーズが違います' },
  'signed-out': { status: 401, title: 'サインインしてください' },
  'not-allowed': { status: 403, title: 'この操作はできません' },
  'code-wrong': { status: 401, title: '確認コードが違います' },
  'passphrase-weak': { status: 422, title: 'このパスフレーズは使えません' },
  'last-admin': { status: 409, title: '最後の管理者です' },
  'cross-site': { status: 403, title: 'ほかのサイトからの操作は受け付けません' },
  'case-moved': { status: 409, title: 'ほかの人が先にこの件を動かしました' },
  'transition-not-allowed': { status: 409, title: 'いまの状態からは、この操作はできません' },
  'name-taken': { status: 409, title: 'その名前はすでに使われています' },
  'feedback-missing': { status: 422, title: '完了にするには、フィードバックの本文が必要です' },
  'must-be-sealed': { status: 422, title: '封をしていない本文は受け取りません' },
  'sealed-unreadable': { status: 422, title: '封をした本文を開けません' },
  'same-id-other-bytes': { status: 409, title: '同じ番号の記録が、別の内容ですでに届いています' },
  'record-unknown': { status: 404, title: 'もとの記録が届いていません' },
  'predecessor-missing': { status: 409, title: '先に送るものが、まだ届いていません' },
  'report-not-open': { status: 409, title: '個人情報を含む報告は、要請番号か、緊急の記録からだけ送れます' },
  'photo-mismatch': { status: 422, title: '写真が途中で変わっています' },
  'photo-unexpected': { status: 409, title: 'この写真を名指しした記録がありません' },
  'photo-unreadable': { status: 422, title: '写真として読めません' },
  'rescue-unreadable': { status: 422, title: 'この救出ファイルは開けません' },
  'busy': { status: 503, title: 'いま保存できません。少し待ってください' },
  'internal': { status: 500, title: 'サーバーの不具合です' },
} as const; // prettier-ignore

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];
export const problemCodeSchema = z.enum(PROBLEM_CODES as [ProblemCode, ...ProblemCode[]]);

export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** RFC 9457 problem document; `type` is `/problems/<code>`. `paths` names the fields, never their values. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  paths: z.optional(z.array(z.string())),
  /** with `clock-skew`: the time here, by which the phone corrects itself */
  serverClock: z.optional(instantSchema),
  /** with `device-revoked`: what the phone does before it stops */
  wipe: z.optional(wipeOrderSchema),
});
export type Problem = z.infer<typeof problemSchema>;

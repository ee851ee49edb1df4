// One record: its timeline, what the secretariat asks, and what the member answers.
import type { CaseState } from '../../domain/case-state';
import { receiptNumber, STATE_WORDS } from './state-words';

export const RECORD_TITLE = '記録';
export const RECORD_LOADING = '開いています';
export const RECORD_UNKNOWN = 'この記録は、この端末にありません';
export const BACK_TO_RECORDS = '「記録」にもどる';
export const TIMELINE_TITLE = 'これまでの流れ';
export const DRAFT_ONLY = 'まだ送っていません。続きを書いて、「送信する」を押してください。';
/** In the place of words that were sealed: they are for the secretariat only. */
export const SENT_SEALED = '書いた文は、事務局だけが読めるように封をしました。この端末では読めません。';
export const WHAT_WAS_WRITTEN = '書いた内容';

export const ENTRY = {
  written: 'この端末に保存しました',
  queued: '送信の順番に入れました',
  received: STATE_WORDS.delivered,
  instruction: '事務局からの指示',
  seen: '「確認しました」と返事をしました',
  started: '「とりかかります」と返事をしました',
  done: '「対応しました」と返事をしました',
  supplement: '補足を送りました',
  answered: '質問に答えました',
  declined: '個人情報を含む報告は「できません」と返事をしました',
  reported: '個人情報を含む報告を送りました',
  withdrawn: STATE_WORDS.withdrawn,
  feedback: STATE_WORDS.done,
  refused: STATE_WORDS.refused,
};
/** Entries that wait say what was written, not that it was sent. */
export const ENTRY_WAITING = {
  supplement: '補足を書きました',
  withdrawn: '取り消しを書きました',
  reported: '個人情報を含む報告を書きました',
};
export const receivedWith = (receiptNo: string) => receiptNumber(receiptNo);

export const CASE_ENTRY: Record<CaseState, string> = {
  draft: '下書き',
  queued: STATE_WORDS.waiting,
  received: '事務局が受け付けました',
  reviewing: STATE_WORDS.reviewed,
  need_info: '事務局から質問があります',
  need_personal: '事務局から、急ぎの報告のお願いがあります',
  instructed: STATE_WORDS.instructed,
  in_progress: '対応が進んでいます',
  closed: STATE_WORDS.done,
  merged: '同じ件の記録とまとめました',
  withdrawn: STATE_WORDS.withdrawn,
};

// ---- instruction ------------------------------------------------------------------------------------------
export const INSTRUCTION_TITLE = '事務局からの指示';
export const sentOn = (time: string) => `${time} に届いた指示`;
export const SEEN = '確認しました';
export const STARTED = 'とりかかります';
export const DONE = '対応しました';
export const ANSWER = '質問に答える';
export const CANNOT = 'できません';
export const SUPPLEMENT = '補足を送る';
export const CALL = '電話する';
export const SEEN_ALREADY = '「確認しました」と返事をしてあります';
export const STARTED_ALREADY = '「とりかかります」と返事をしてあります';

export const DONE_LEGEND = 'したことを、すべてえらんでください';
export const DONE_MISSING = 'したことを1つ以上えらんでください';
export const DONE_NOTE = 'ひとこと';
export const DONE_SEND = '返事を送る';
export const NO_PERSONAL_DATA = '名前・住所・電話・車のナンバーは書かないでください';
export const ANSWER_MISSING = '答えを書いてください';
export const ANSWER_SEND = '答えを送る';
export const SUPPLEMENT_LABEL = '補足';
export const SUPPLEMENT_HINT = 'あとから気づいたことを書けます';
export const SUPPLEMENT_MISSING = '補足を書いてください';
export const SUPPLEMENT_SEND = '補足を送る';
export const STOP = 'やめる';
export const REPLY_SAVED = 'この端末に保存しました。電波が入ると自動で送ります。';
/** Longest text of one reply, in letters. */
export const REPLY_MOST = 200;
export const TOO_LONG = '200字までにしてください';

// ---- personal report --------------------------------------------------------------------------------------
export const PERSONAL_WRITE = '個人情報を含む報告をする';
export const PERSONAL_ONLY_THERE =
  '名前や住所は、「個人情報を含む報告をする」の画面だけに書いてください。送ったあとは、この端末では読めません。';
export const PERSONAL_URGENT =
  'いま命や体、お金に危険があり、本人に同意を聞けないときだけ使います。先に110番・119番をしてください。';
export const PERSONAL_URGENT_LABEL = '緊急で、だれのことかを事務局に伝えるとき';
export const PERSONAL_SENT_HINT = '何を書いたかは、この端末では読めません。';
export const PERSONAL_CANNOT_HINT =
  '報告がむずかしいときは、「できません」を押してください。理由は書かなくてもかまいません。';
export const DECLINE_REASON = '理由（書かなくても送れます）';
export const DECLINE_SEND = '「できません」と返事をする';
export const requestNumber = (requestNo: string) => `要請番号 ${requestNo}`;

// ---- closing ----------------------------------------------------------------------------------------------
export const FEEDBACK_TITLE = '事務局から、お礼と結果のお知らせ';
export const FEEDBACK_THANKS = 'あなたの気づきが、地域の安心につながりました。ありがとうございました。';

// The words of state, exactly as the field knows them. Tests and screen readers find records by these words: keep them.

/** Every state a record can show, apart from its data. */
export type StateName =
  | 'draft'
  | 'waiting'
  | 'sending'
  | 'delivered'
  | 'reviewed'
  | 'instructed'
  | 'refused'
  | 'done'
  | 'withdrawn';

export const STATE_WORDS: Record<StateName, string> = {
  draft: 'この端末に保存しました',
  waiting: '送信待ち',
  sending: '送っています',
  delivered: '事務局に届きました',
  reviewed: '事務局が確認しました',
  instructed: '指示があります',
  refused: '送れませんでした',
  done: '完了',
  withdrawn: '取り消しました',
};

/** What waiting means for the member. */
export const WAITING_HINT = '電波が入ると自動で送ります';
export const WAITING_NOT_ENROLLED = '登録すると送られます';
export const WAITING_PAUSED = '送信を止めています。わけは「設定」にあります';
export const ENROL_LINK = '構成員証を読み取る';
export const receiptNumber = (receiptNo: string) => `受付番号 ${receiptNo}`;

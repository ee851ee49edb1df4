// 「記録」: the list of drafts and records on this phone.
export const RECORDS_TITLE = '記録';
export const RECORDS_EMPTY = 'まだ記録はありません';
export const RECORDS_EMPTY_HINT =
  '気づいたことがあったら、ここから書けます。書いたものは、この端末に保存されます。';
export const WRITE = '気づきを記録する';
export const RECORDS_SEARCH = '記録をさがす';
export const RECORDS_SEARCH_HINT = 'サイン・場所・受付番号でさがせます';
export const FILTER_LEGEND = '見る記録';
export const FILTER_WORDS = {
  all: 'すべて',
  draft: '下書き',
  waiting: 'まだ届いていない',
  open: '指示・送れなかったもの',
  done: '完了・取り消し',
} as const;
export const recordsFound = (count: number) => (count === 0 ? 'あてはまる記録はありません' : `${count}件`);
export const DRAFT_WORD = '下書き';
export const NO_SIGNS_YET = 'サインはまだえらんでいません';
export const moreSigns = (count: number) => `ほか${count}件`;
export const draftAge = (days: number) =>
  days <= 0 ? '今日書きはじめました' : `${days}日前に書きはじめました`;
export const draftExpires = (days: number) =>
  days <= 0 ? '今日、自動で消えます' : `あと${days}日で、自動で消えます`;
export const writtenOn = (time: string) => `書いた日時 ${time}`;
export const receivedOn = (time: string) => `届いた日時 ${time}`;
export const nextTry = (time: string) => `次に送るのは ${time} ごろです`;
export const openInstructions = (count: number) => `事務局からの指示 ${count}件`;
export const photosWaiting = (count: number) => `写真 ${count}枚は送信待ちです`;
export const operationsWaiting = (count: number) => `お返事 ${count}件は送信待ちです`;
export const GO_ON_WRITING = '続きを書く';
export const DRAFT_DELETE = 'この下書きを消す';
export const DRAFT_DELETE_QUESTION = 'この下書きを消しますか。消すと、もとに戻せません。';
export const DELETE_YES = '消す';
export const DELETE_NO = '消さない';
export const WITHDRAW = '取り消す';
export const WITHDRAW_QUESTION =
  'この記録を取り消しますか。書いた内容は、この端末から送りません。もう届いているときは、事務局に取り消しを伝えます。';
export const WITHDRAW_YES = '取り消す';
export const WITHDRAW_NO = '取り消さない';
/** the one button of a refused record */
export const REFUSED_BUTTON = {
  'mend': '直して送る',
  'write-report-anew': '個人情報を含む報告を書き直す',
  'enrol-again': 'もう一度登録する',
  'call-secretariat': '事務局に電話する',
  'send-again': 'もう一度送る',
} as const; // prettier-ignore

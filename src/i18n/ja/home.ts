// Words of 「ホーム」.
export const HOME = 'ホーム';
export const RECORD = '気づきを記録する';
export const FROM_OFFICE = '事務局からの指示';
export const countOf = (count: number) => `${count}件`;
export const NO_INSTRUCTION = 'いま、指示はありません。';
export const NOT_SEEN_YET = 'まだ確認していません';
export const STARTED = 'とりかかっています';
export const moreInstructions = (count: number) => `ほかの指示を見る（${count}件）`;
export const ON_THIS_PHONE = 'この端末で待っているもの';
export const GO_ON_WRITING = '続きを書く';
export const writtenAt = (time: string) => `${time} に保存`;
export const moreDrafts = (count: number) => `ほかの書きかけを見る（${count}件）`;
export const waitingToSend = (count: number) => `送信待ち ${count}件`;
export const WAITING_WHY = '電波が入ると自動で送ります。';
export const WAITING_FOR_ENROLMENT = '登録すると送られます。';
export const notSent = (count: number) => `送れなかった記録 ${count}件`;
export const NOT_SENT_WHY = '書いたものは残っています。理由を見て、直してください。';
export const LAST_RECORDS = '最近の記録';
export const HOTLINES = '相談先（188・110・#9110・地域の窓口）';
export const ALL_RECORDS = 'すべての記録を見る';
export const NO_RECORDS =
  '気になることがあったら、下のボタンから記録してください。電波のない所でも書けます。';
export const READ_BADGE = '構成員証・招待を読み取る';
export const READ_BADGE_TITLE = '事務局に届けるための登録';
export const READ_BADGE_WHY =
  '事務局からもらった招待を読み取ると、記録が事務局に届くようになります。登録の前でも、記録を書いてこの端末に保存できます。';
export const DRAFT_WITHOUT_SIGN = '書きかけの記録';
export const RECORD_WITHOUT_SIGN = '記録';
export const alsoSigns = (count: number) => `ほか${count}つ`;
export const NOW_MISSING = 'いまの様子を出せませんでした。記録は書けます。';

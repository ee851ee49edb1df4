// 「気づきを記録する」: the sentences of the sheet's first part and of sending. Details have a module of their own.
import type { Missing } from '../../domain/sighting';
import type { SignGroup, SignWeight } from '../../domain/flow-sheet';

export const PAGE_TITLE = '気づきを記録する';
export const LOADING = '開いています';
export const NOT_FOUND = 'この下書きは見つかりませんでした';
export const NOT_FOUND_HINT = '送ったか、消したかもしれません。「記録」で確かめてください。';
export const TO_RECORDS = '「記録」を見る';
export const TO_HOME = 'ホームにもどる';
export const START_NEW = '新しく書く';

// ---- saved line -------------------------------------------------------------------------------------------
export const SAVED_HERE = 'この端末に保存しました';
export const NOT_SAVED_YET = '書きはじめると、この端末に保存します';
export const SAVING = '保存しています';

// ---- place and signs --------------------------------------------------------------------------------------
export const GROUP_TITLE: Record<SignGroup, string> = {
  inside: '自宅の中のサイン',
  outside: '自宅の外のサイン',
  shop: '店舗・窓口・ATMのサイン',
  person: '本人の様子',
};
export const SIGNS_HINT = 'あてはまるものを、すべて押してください';
export const WEIGHT_WORDS: Record<SignWeight, string> = { emergency: '緊急', high: '高', medium: '中' };
export const CHOSEN_SIGNS = 'えらんだサイン';
export const CHOSEN_HINT = 'ほかの場所でえらんだサインです。押すと外れます';
export const SEARCH_OPEN = 'サインをさがす';
export const SEARCH_LABEL = 'サインをさがす';
export const SEARCH_HINT = 'すべての場所のサインからさがします。ひらがなでもさがせます';
export const SEARCH_RESULTS = 'さがした結果';
export const searchCount = (count: number) =>
  count === 0
    ? '見つかりませんでした。別の言葉でさがすか、「ここに無いサイン」に書いてください'
    : `${count}件見つかりました`;
export const OTHER_SIGN_OPEN = 'ここに無いサイン';
export const OTHER_SIGN_LABEL = 'その他のサイン';
export const NO_PERSONAL_DATA = '名前・住所・電話・車のナンバーは書かないでください';

// ---- urgency and advice -----------------------------------------------------------------------------------
export const URGENCY_AUTO = 'えらんだサインから、はじめの緊急度が入ります。ちがうときは直してください';
export const RAISE_QUESTION = 'お金が動いています。緊急度を「高」にしますか';
export const RAISE_YES = '「高」にする';
export const RAISE_NO = 'このままにする';
export const ADVICE_TITLE = '声かけの言葉';
export const ADVICE_HINT = '声かけは義務ではありません。安全が第一です';
export const NOTE_MARK = '気をつけること';
export const SUGGESTED_TROUBLES = '疑われるトラブル（サインからの候補）';

// ---- sending ----------------------------------------------------------------------------------------------
export const SEND = '送信する';
export const SENDING = '送信待ちに入れています';
export const NOT_ENROLLED_HINT = '登録すると送られます。それまで、この端末に保存します';
export const QUEUED_TITLE = '送信待ちに入れました';
export const QUEUED_ENROLLED = '電波が入ると自動で送ります。この画面は閉じてもかまいません。';
export const QUEUED_NOT_ENROLLED = '登録すると送られます。それまで、この端末に保存しておきます。';
export const DETAILS_OPEN = 'くわしく書く（書かなくても送れます）';

export const MISSING_TITLE = '送るまでに、あと少しです';
export const MISSING_WORDS: Record<Missing, string> = {
  'place': '「気づいた場所」を1つえらんでください',
  'signs': '「気づいたサイン」を1つえらんでください',
  'too-many-signs': 'サインは10個までです。残すものをえらんでください',
  'otherSign-too-long': '「その他のサイン」を40字までにしてください',
  'too-many-troubles': '「疑われるトラブル」は3つまでです。残すものをえらんでください',
  'occurredOn-future': '「いつのこと」の日付が先の日になっています。直してください',
  'docReceivedOn-future': '「契約書面を受け取った日」が先の日になっています。直してください',
  'freeText-too-long': '「自由記述」を200字までにしてください',
}; // prettier-ignore
export const KEEP_TITLE = '残すサインをえらんでください';
export const keepHint = (chosen: number, limit: number) =>
  chosen > limit
    ? `${chosen}個えらんでいます。${limit}個までにしてください（あと${chosen - limit}個外す）`
    : `${chosen}個になりました。「送信する」を押してください`;

// ---- edges ------------------------------------------------------------------------------------------------
export const ELSEWHERE_TITLE = 'この下書きは、別の画面で開いています';
export const ELSEWHERE_BODY =
  'ここでは読むだけです。別の画面を閉じてから「もう一度確かめる」を押すと、ここで書けます。';
export const CHECK_AGAIN = 'もう一度確かめる';
export const REFUSED_TITLE = '送れませんでした';
export const DELETE_DRAFT = 'この下書きを消す';
export const DELETE_QUESTION = 'この下書きを消しますか。消すと、もとに戻せません。';
export const DELETE_YES = '消す';
export const DELETE_NO = '消さない';

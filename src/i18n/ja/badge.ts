// 「構成員証を読み取る」: the words of enrolling. Read by people of 50–70 at a kitchen table: short, what to do next.
import type { ProblemCode } from '../../domain/problem';

export const TITLE = '構成員証を読み取る';
export const INTRO = '事務局からもらった招待（QRコードか26文字のコード）で登録します。';
/** instead, when a link brought the invitation */
export const LINK_INTRO = '招待を受け取りました。下のボタンを押すと、この端末を登録します。';
export const WHAT_IT_MEANS = [
  '登録すると、記録が事務局に届き、返事を受け取れます。',
  '事務局に伝わるのは、どの構成員かと、端末の種類だけです。',
];
export const WAYS = '読み取り方をえらんでください';
export const OTHER_WAYS = 'ほかの読み取り方';

export const CAMERA = 'カメラで読み取る';
export const PICTURE = '画像から読み取る';
export const TYPE_CODE = 'コードを入力する';
export const STOP_CAMERA = 'カメラを止める';
export const AIM = 'QRコードを、画面いっぱいに写してください';
export const OPENING_CAMERA = 'カメラを開いています。使ってよいか聞かれたら「許可」を押してください。';
export const READING_PICTURE = '画像を読んでいます';

export const CODE_LABEL = '招待コード';
export const CODE_HINT = '26文字です。小文字でも、ハイフンや空白が入っていても、かまいません。';
export const REDEEM_TYPED = 'このコードで登録する';
export const REDEEM_LINK = 'この招待で登録する';
export const REDEEMING = '登録しています。そのままお待ちください。';
export const TRY_AGAIN = 'もう一度試す';

export const lettersSoFar = (count: number, left: number) =>
  left > 0 ? `いま${count}文字・あと${left}文字` : `${count}文字そろいました`;
export const CODE_EMPTY = '招待コードを入れてください。';
export const codeTooShort = (count: number, left: number) =>
  `あと${left}文字たりません（いま${count}文字）。招待のコードは26文字です。`;
export const codeTooLong = (count: number, over: number) =>
  `${over}文字多くなっています（いま${count}文字）。招待のコードは26文字です。`;
export const codeStrange = (letters: string) =>
  `「${letters}」は、招待のコードには使われない文字です。もう一度見くらべてください。`;

export interface Words {
  heading: string;
  body: string;
}

/** Camera troubles: each says what to do; the other two ways go on working. */
export const CAMERA_TROUBLE: Record<
  'no-camera' | 'no-permission' | 'in-use' | 'no-picture' | 'not-here',
  Words
> = {
  'no-camera': {
    heading: 'カメラが見つかりません',
    body: '「画像から読み取る」か「コードを入力する」を使ってください。',
  },
  'no-permission': {
    heading: 'カメラを使う許可がありません',
    body: '端末の設定で、このアプリ（ブラウザ）のカメラを「許可」にしてから、もう一度押してください。許可しなくても、「画像から読み取る」か「コードを入力する」で登録できます。',
  },
  'in-use': {
    heading: 'カメラを開けませんでした',
    body: 'ほかのアプリがカメラを使っているかもしれません。そのアプリを閉じて、もう一度押してください。「コードを入力する」でも登録できます。',
  },
  'no-picture': {
    heading: 'カメラの映像が出ません',
    body: 'もう一度「カメラで読み取る」を押してください。出ないときは、「画像から読み取る」か「コードを入力する」を使ってください。',
  },
  'not-here': {
    heading: '読み取りの準備が、まだできていません',
    body: 'カメラと画像は、電波の入る所で一度このアプリを開くと、使えるようになります。いまは「コードを入力する」を使ってください。',
  },
};

export const PICTURE_TROUBLE: Record<'no-code' | 'not-a-picture', Words> = {
  'no-code': {
    heading: 'この画像から、コードを読み取れませんでした',
    body: 'QRコード全体が、はっきり大きく写った画像をえらんでください。「コードを入力する」でも登録できます。',
  },
  'not-a-picture': {
    heading: '画像として開けませんでした',
    body: '写真かスクリーンショットをえらんでください。「コードを入力する」でも登録できます。',
  },
};

export const NOT_OURS: Words = {
  heading: 'このコードは、みまもりノートのものではありません',
  body: '事務局からもらった招待か、構成員証のQRコードを読み取ってください。',
};
export const BADGE_NOT_ENROLLED: Words = {
  heading: 'これは構成員証です。登録には使えません',
  body: 'この端末を登録するには、事務局からもらった招待（QRコードか26文字のコード）を読み取ってください。',
};
export const TO_SIGHTING = '気づきを記録する';

export const NO_CONNECTION: Words = {
  heading: 'いまは電波が届かず、登録できませんでした',
  body: 'コードはこの端末に残しました。電波の入る所で「もう一度試す」を押してください。記録は、登録の前でも書けます。',
};
export const STORAGE_UNAVAILABLE: Words = {
  heading: 'この端末に登録を保存できません',
  body: 'プライベートブラウズのときは、ふつうの画面で開き直してください。空きが少ないときは、使わない写真やアプリを消してから「もう一度試す」を押してください。',
};
export const alreadyEnrolled = (name: string): Words => ({
  heading: 'この端末は、すでに登録されています',
  body: `${name}さんの登録です。別の人が使うときは、「設定」の「この端末から消す」を先にしてください。`,
});
export const ALREADY_ENROLLED_UNKNOWN: Words = {
  heading: 'この端末は、すでに登録されています',
  body: '別の人が使うときは、「設定」の「この端末から消す」を先にしてください。',
};

const ASK_FOR_NEW = '事務局に、新しい招待をたのんでください。';
const OTHER_REFUSAL: Words = {
  heading: 'いま、登録できませんでした',
  body: '少し待ってから「もう一度試す」を押してください。コードは残っています。続くときは、事務局に電話してください。',
};
const REFUSALS: Partial<Record<ProblemCode, Words>> = {
  'invitation-unknown': {
    heading: 'この招待コードは見つかりません',
    body: `文字をもう一度見くらべてください。合っているときは、${ASK_FOR_NEW}`,
  },
  'invitation-used': {
    heading: 'この招待コードは、すでに使われています',
    body: `招待は、1台の端末に1回だけ使えます。${ASK_FOR_NEW}`,
  },
  'invitation-expired': {
    heading: 'この招待コードは、期限が切れています',
    body: ASK_FOR_NEW,
  },
  'invitation-revoked': {
    heading: 'この招待コードは、取り消されています',
    body: ASK_FOR_NEW,
  },
  'too-many-requests': {
    heading: '試した回数が多すぎます',
    body: 'しばらく待ってから「もう一度試す」を押してください。コードは残っています。',
  },
  'protocol-unsupported': {
    heading: 'このアプリの版が古くなっています',
    body: 'アプリを閉じて、電波の入る所で開き直してから、もう一度試してください。コードは残っています。',
  },
};
/** Which it is, and what to do. */
export const refusalWords = (problem: ProblemCode): Words => REFUSALS[problem] ?? OTHER_REFUSAL;

// ---- the duty of secrecy ------------------------------------------------------------------------------------
export const SECRECY_INTRO = '登録の前に、読んでください。コードは受け取ってあります。';
export const SECRECY_LAW = 'もとになる法律';
export const SECRECY_PENALTY = '守らなかったとき';
export const SECRECY_BOX_LEGEND = '読んだら、チェックを入れてください';
export const SECRECY_BOX = '読みました。秘密を守ることを約束します';
export const SECRECY_ACCEPT = '約束して、登録する';
export const SECRECY_MISSING = 'チェックを入れてから、「約束して、登録する」を押してください。';
export const secrecySource = (source: string, day: string) => `出典: ${source}（${day}に確かめました）`;

export const ENROLLED = '登録しました';
export const REGISTERED_NOW = 'この端末の登録';
export const NAME = '名前';
export const ORGANISATION = '所属';
export const KIND = '区分';
export const NETWORK = 'ネットワーク';
export const KIND_WORDS = { member: '構成員', cooperator: '協力員' } as const;
export const TO_HOME = 'ホームへ';

// ---- before enrolling: the right place on this phone --------------------------------------------------------
export const IOS_FIRST = {
  heading: '先に、ホーム画面に追加してください',
  why: 'ここ（Safari）で登録すると、ホーム画面のアプリからは使えません。',
  steps: [
    '画面の下（または上）の共有ボタン（四角から矢印が出ている印）を押します。',
    '「ホーム画面に追加」を押し、「追加」を押します。',
    'ホーム画面の「みまもりノート」を開いて、そこで招待を読み取ります。',
  ],
};
export const IN_APP_FIRST = {
  ios: {
    heading: '先に、Safariで開いてください',
    why: 'LINEなどの中の画面で登録すると、あとで使えなくなります。',
    steps: [
      '右下（または右上）の「…」や共有の印を押します。',
      '「Safariで開く」（デフォルトのブラウザで開く）を押します。',
    ],
  },
  other: {
    heading: '先に、Chromeで開いてください',
    why: 'LINEなどの中の画面で登録すると、あとで使えなくなります。',
    steps: ['右上の「︙」を押します。', '「Chromeで開く」（ほかのアプリで開く）を押します。'],
  },
};
export const YOUR_CODE = 'この招待のコード';
export const YOUR_CODE_HINT =
  'ホーム画面のアプリで「コードを入力する」を押して、このコードを入れてください。';
export const COPY_CODE = 'コードをコピーする';
export const COPIED = 'コピーしました。';
export const NOT_COPIED = 'コピーできませんでした。紙に書きとめてください。';
export const HERE_ANYWAY = 'できないときは、ここで登録する';

// ---- a badge link opened in the browser ---------------------------------------------------------------------
export const GENUINE_TITLE = 'この構成員は本物か';
export const GENUINE_ASKING = '確かめています';
export const GENUINE_AGAIN = 'もう一度確かめる';
export const GENUINE_YES: Words = {
  heading: '本物の構成員証です。いまも有効です',
  body: 'この団体の人が、見守りの活動で身につけるものです。着けている人がこの団体の人かどうかは、団体の名札もあわせて見てください。',
};
export const GENUINE_STOPPED: Words = {
  heading: 'この構成員証は、いまは使えません',
  body: '事務局が無効にした構成員証です。家に入れたり、お金や書類をわたしたりせず、市区町村の窓口に電話してください。こわいと感じたら110番です。',
};
export const GENUINE_NOT: Record<'not-ours' | 'cannot-check' | 'too-often', Words> = {
  'not-ours': {
    heading: 'これは、見守りネットワークの構成員証ではありません',
    body: '二次元コードが本物ではありません。家に入れたり、お金や書類をわたしたりせず、市区町村の窓口に電話してください。こわいと感じたら110番です。',
  },
  'cannot-check': {
    heading: 'いまは確かめられません',
    body: '電波の入る所で、もう一度確かめてください。急ぐときは、市区町村の窓口に電話して、この人が構成員かを聞いてください。確かめるまで、家に入れたり、お金や書類をわたしたりしないでください。',
  },
  'too-often': {
    heading: '確かめた回数が多すぎます',
    body: '10分ほど待ってから、もう一度確かめてください。急ぐときは、市区町村の窓口に電話してください。',
  },
};
export const BADGE_LINK_ENROLLED = '構成員証のQRコードから開きました。このまま、気づきを記録できます。';
export const BADGE_LINK_MEMBER =
  '構成員の方で、この端末をまだ登録していないときは、事務局からもらった招待で登録してください。';

// 「設定」: the words of the phone itself. Plain, because an officer reads them out on the telephone.

export const TITLE = '設定';

export const REGISTRATION = '登録';
export const NAME = '名前';
export const ORGANISATION = '所属';
export const KIND = '区分';
export const NETWORK = 'ネットワーク';
export const DEVICE = 'この端末の番号';
export const KIND_WORDS = { member: '構成員', cooperator: '協力員' } as const;
export const NOT_REGISTERED = 'この端末は、まだ登録されていません。登録すると、記録が事務局に届きます。';
export const READ_BADGE = '構成員証を読み取る';

export const DELIVERY = '送信の状態';
export const SEND_NOW = '今すぐ送る';
export const SENDING_NOW = '送っています。そのままお待ちください。';
export const TO_RECORDS = '「記録」を見る';
export const SENT_ALL = 'すべて届きました。';
export const NOTHING_YET =
  'まだ届いていません。電波のよい所で、もう一度押してください。そのままでも、電波が入ると自動で送ります。';

export const notEnrolled = (waiting: number) =>
  waiting > 0
    ? `登録すると送られます。送信待ちが${waiting}件あります。`
    : '登録すると、書いた記録が送られます。';
/** @param when an instant as words, e.g. `11月23日(月) 午前9:05` */
export const allDelivered = (when: string) => `すべて届いています（${when}）。`;
export const NEVER_CONTACTED = 'まだ事務局とつながっていません。電波が入ると、自動でつながります。';
/** @param lastContact null when there was none */
export const stillWaiting = (waiting: number, lastContact: string | null) =>
  `${
    waiting > 0 ? `送信待ちが${waiting}件あります。電波が入ると自動で送ります。` : '送信待ちは、ありません。'
  }${lastContact === null ? '' : `最後につながったのは ${lastContact} です。`}`;
export const SENDING = '送っています。';
export const notSent = (refused: number) =>
  `送れなかった記録が${refused}件あります。「記録」を開いて、わけを見てください。`;
export const pausedSentence = (reason: string, waiting: number) =>
  `送信を止めています。${reason}${waiting > 0 ? `送信待ちの${waiting}件は、この端末に残っています。` : ''}`;

export const TEXT_SIZE = '文字の大きさ';
export const TEXT_SIZES = { normal: 'ふつう', large: '大きい', largest: 'とても大きい' } as const;
export const THEME = '画面の色';
export const THEMES = { light: '明るい', outdoor: '屋外（くっきり）', dark: '暗い' } as const;

export const STORAGE = '保存の状態';
export const STORAGE_CHECKING = '調べています。';
export const STORAGE_GOOD = 'この端末に保存できています。';
export const PERSISTED = '端末の空きが減っても、書いたものは消されません。';
export const NOT_PERSISTED =
  '端末の空きがなくなると、書いたものが消されることがあります。下のボタンで、残すようにたのめます。';
export const ASK_TO_PERSIST = 'この端末に残すようにたのむ';
export const PERSIST_GRANTED = 'この端末に残すことになりました。';
export const PERSIST_REFUSED =
  '今回は、端末が引き受けませんでした。ホーム画面に追加すると、引き受けることがあります。書いたら、早めに送ってください。';
export const usedAndFree = (used: string, free: string) => `使っている量 ${used}・空き ${free}`;
export const LITTLE_SPACE = '端末の空きが少なくなっています。使わない写真やアプリを消してください。';
export const quarantined = (count: number) =>
  `読めなくなった記録が${count}件あり、別にしてあります。消してはいません。事務局に電話して知らせてください。`;

export const INSTALL = 'ホーム画面に追加';
export const INSTALLED = 'ホーム画面から開いています。';
export const INSTALL_WHY = 'ホーム画面に追加すると、電波がなくてもすぐ開けます。';
export const INSTALL_BUTTON = 'ホーム画面に追加する';
export const INSTALL_ACCEPTED =
  '追加しました。これからは、ホーム画面の「みまもりノート」から開いてください。';
export const INSTALL_DISMISSED = '追加しませんでした。いつでも、ここから追加できます。';
export const INSTALL_STEPS = {
  ios: [
    'Safariの画面の下（または上）の共有ボタン（四角から矢印が出ている印）を押します。',
    '「ホーム画面に追加」を押し、「追加」を押します。',
  ],
  android: [
    'Chromeの右上の「︙」を押します。',
    '「ホーム画面に追加」（「アプリをインストール」）を押します。',
  ],
  other: ['ブラウザのメニューを開きます。', '「インストール」または「ホーム画面に追加」をえらびます。'],
  'in-app-ios': [
    '右下（または右上）の「…」や共有の印を押します。',
    '「Safariで開く」（デフォルトのブラウザで開く）を押します。',
    '開いたSafariで、もう一度この「設定」を見てください。',
  ],
  'in-app-other': [
    '右上の「︙」を押します。',
    '「Chromeで開く」（ほかのアプリで開く）を押します。',
    '開いたChromeで、もう一度この「設定」を見てください。',
  ],
} as const;
export const IN_APP = 'いまはLINEなどの中の画面です。ここからは追加できません。';

export const PRIVACY = '個人情報について';
export const PRIVACY_LINES = [
  'はじめの記録には、住民の名前・住所・電話番号を書きません。書きそうなときは、送る前にお知らせします。',
  '書いた記録は、まずこの端末の中に保存され、電波が入ると事務局（市区町村の窓口）に送られます。ほかの会社には送られません。',
  'この端末に残るのは、下書き、送った記録の控え、事務局からの返事、あなたの登録です。「この端末から消す」で、すべて消えます。',
  'あなたのいる場所は調べません。写真からは、撮った場所や時刻を取りのぞきます。',
];

export const ERASE = 'この端末から消す';
export const ERASE_WHAT =
  'この端末にある下書き・記録・登録を、すべて消します。事務局に届いた記録は、事務局に残ります。';
export const eraseWarning = (drafts: number, operations: number): string => {
  const parts = [
    operations > 0 ? `まだ送っていないものが${operations}件` : null,
    drafts > 0 ? `下書きが${drafts}件` : null,
  ].filter((part) => part !== null);
  return `${parts.join('、')}あります。消すと、もとに戻せません。先に「今すぐ送る」を押してください。送れないときは「救出ファイルを保存する」を押してください。`;
};
export const ERASE_NOTHING_WAITING =
  '送っていないものは、ありません。もう一度登録するには、新しい招待が要ります。';
export const ERASE_KNOW = '送っていないものも消えることを、わかりました';
export const ERASE_KNOW_FIRST = '消すときは、先に上の四角を押して、印を付けてください。';
export const ERASE_YES = 'すべて消す';
export const ERASE_NO = 'やめる';
export const ERASE_COUNTING = '送っていないものがないか、調べています。';
export const ERASED = 'この端末から消しました。';
export const ERASE_FAILED =
  '消せませんでした。このアプリをほかの画面でも開いているときは、閉じてから、もう一度押してください。';
export const REOPEN = 'アプリを開き直す';

export const ABOUT = 'このアプリ';
export const VERSION = '版';
export const LICENCES =
  'みまもりノートはMITライセンスです。使っている部品のライセンスは、配布元のREADMEとpackage-lock.jsonにあります。';

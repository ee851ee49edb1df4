// Words of the flow sheet, stage 1, by code. Source: shared/domain/flowsheet.json (a proposal of this product: the seed does not print the sheet's items).
import type {
  PLACES,
  URGENCIES,
  TROUBLE_TYPES,
  MONEY_STATUSES,
  APPROACHES,
  REACTIONS,
  CONSENTS,
  AGE_BANDS,
  HOUSEHOLDS,
  CARE_NEEDS,
  OCCURRED,
  CONTACT_BACK,
} from '../domain/flow-sheet';

type Words<T extends readonly string[]> = Record<T[number], string>;

export const FLOW_SHEET_SOURCE = {
  source:
    '見守りフローシート（提案）: 消費者庁新未来創造戦略本部「見守りネットワークの更なる活用」（令和6年3月18日）の構成員証の流れ①〜④をもとにした',
  checkedOn: '2026-11-23',
};

/** Label of each field, and the hint under it where the sheet has one. */
export const FIELD_WORDS = {
  place: { label: '気づいた場所' },
  signs: { label: '気づいたサイン' },
  otherSign: { label: 'その他のサイン' },
  urgency: { label: '緊急度' },
  troubleTypes: { label: '疑われるトラブル' },
  moneyStatus: { label: 'お金の動き' },
  approach: { label: '声かけ' },
  reaction: { label: '本人の反応' },
  consentShare: { label: '相談・情報共有への本人の同意' },
  ageBand: { label: '年代（見た目で）' },
  household: { label: '世帯' },
  careNeeds: { label: '配慮が必要そうなこと' },
  occurred: { label: 'いつのこと' },
  docReceivedOn: { label: '契約書面を受け取った日' },
  area: { label: '地区（だいたい）' },
  freeText: { label: '自由記述' },
  photos: { label: '写真' },
  contactBack: { label: '折り返しの希望' },
} as const;

export const PLACE_WORDS: Words<typeof PLACES> = {
  inside: '自宅の中',
  outside: '自宅の外',
  shop: '店舗・窓口・ATM',
  phone: '電話・オンラインで',
  other: 'その他',
};

export const URGENCY_WORDS: Words<typeof URGENCIES> = {
  emergency: '緊急（いま危険・いまお金が動く）',
  high: '高（お金や契約が動いた・動きそう）',
  medium: '中（気になる）',
  info: '情報だけ（チラシ・うわさなど）',
};

export const TROUBLE_WORDS: Words<typeof TROUBLE_TYPES> = {
  visit_sales: '訪問販売（強引・不要な契約）',
  inspection: '点検商法・住宅修理',
  serial_sales: '次々販売・過量販売',
  phone_sales: '電話勧誘（通信回線・電力・健康食品など）',
  subscription: '定期購入・通信販売トラブル',
  unsolicited_goods: '送り付け商法',
  home_purchase: '訪問購入（押し買い）',
  emergency_repair: '緊急修理の高額請求（水回り・鍵・害虫）',
  false_billing: '架空請求・未納料金',
  impersonation_family: '親族をかたる（オレオレ）',
  impersonation_police: '警察官・役所をかたる（ニセ警察など）',
  card_theft: 'キャッシュカードの預かり・すり替え',
  refund_fraud: '還付金詐欺',
  support_fraud: 'サポート詐欺（偽の警告画面）',
  emoney: '電子マネー・ギフトカードの番号要求',
  investment_sns: 'もうけ話・SNS型投資詐欺',
  romance: 'ロマンス詐欺',
  side_job: '副業・マルチ商法',
  spiritual: '霊感・開運商法、不当な寄附の勧誘',
  debt: '多重債務・ヤミ金',
  home_equity: '自宅の売却・リースバック',
  welfare: '消費者被害以外の心配（体調・虐待・孤立・もの忘れ）',
  unknown: 'わからない・その他',
};

export const MONEY_WORDS: Words<typeof MONEY_STATUSES> = {
  none: 'まだ払っていない',
  about_to: 'これから払う・渡すところ',
  paid: 'もう払った・渡した',
  unknown: 'わからない',
};

export const APPROACH_WORDS: Words<typeof APPROACHES> = {
  not_yet: 'していない',
  talked: 'した',
  later: 'あとでする',
};

export const REACTION_WORDS: Words<typeof REACTIONS> = {
  shared: '話してくれた',
  fine: '「大丈夫」と言われた',
  declined: '話したくない様子',
  unclear: 'うまく伝わらない様子',
  upset: 'おびえ・怒り・混乱がある',
};

export const CONSENT_WORDS: Words<typeof CONSENTS> = {
  oral_yes: 'はい（口頭）',
  written_yes: 'はい（書面）',
  no: 'いいえ',
  not_asked: '聞いていない',
};

export const AGE_WORDS: Words<typeof AGE_BANDS> = {
  u20: '10代以下',
  '20s30s': '20〜30代',
  '40s50s': '40〜50代',
  '60to74': '60〜74歳くらい',
  '75up': '75歳以上くらい',
  unknown: 'わからない',
};

export const HOUSEHOLD_WORDS: Words<typeof HOUSEHOLDS> = {
  alone: '一人暮らし',
  elderly_only: '高齢者だけ',
  family: '家族と同居',
  facility: '施設など',
  unknown: 'わからない',
};

export const CARE_WORDS: Words<typeof CARE_NEEDS> = {
  memory: 'もの忘れ・理解が心配',
  hearing: '聞こえにくい',
  sight: '見えにくい',
  mobility: '動きにくい',
  language: '日本語が得意でない',
  none: '特にない・わからない',
};

export const OCCURRED_WORDS: Words<typeof OCCURRED> = {
  now: '今',
  today: '今日',
  yesterday: '昨日',
  this_week: '今週',
  earlier: 'それより前',
};

export const CONTACT_BACK_WORDS: Words<typeof CONTACT_BACK> = {
  app: 'アプリの通知でよい',
  phone: '電話がほしい',
};

// 「相談先」: labels round the numbers. The numbers themselves come from the content pack and the network's profile.

export const TITLE = '相談先';
export const INTRO = 'この画面は、電波がなくても、登録の前でも見られます。番号を押すと電話がかかります。';
export const EMERGENCY = 'いま危険なとき';
export const CONSULT = '相談したいとき';
export const LOCAL = '地域の窓口';
export const LOCAL_NOT_ENROLLED = '登録すると、地域の消費生活センターや事務局の番号が、ここに出ます。';
export const LOCAL_NOT_SET = '地域の窓口は、まだ事務局が入れていません。まよったら、188に電話してください。';

export const detailsOf = (label: string) => `${label}の料金など`;
export const callName = (number: string, label: string) => `${number}（${label}）に電話する`;
export const TO = 'つながる先';
export const HOURS = '受付';
export const CHARGE = '料金';
export const CAVEAT = '気をつけること';
export const sourceAndDay = (source: string, day: string) => `出典：${source}（${day}に確認）`;

export const ROLE = {
  center: '消費生活センター',
  secretariat: '事務局',
  welfare: '地域包括支援センター・福祉の窓口',
  police: '警察署',
} as const;
export const localSource = (network: string) => `出典：${network}の事務局が入れた連絡先`;

// 「個人情報が含まれていませんか」: asked before something written goes to the secretariat. It never blocks.
import type { PersonalDataKind } from '../../domain/sighting';

export const PERSONAL_TITLE = '個人情報が含まれていませんか';
export const PERSONAL_KINDS: Record<PersonalDataKind, string> = {
  phone: '電話番号',
  postal_code: '郵便番号',
  address: '住所・番地',
  name: '人の名前',
  account: '口座・カード・暗証番号',
  email: 'メールアドレス',
  car_plate: '車のナンバー',
};
export const personalBody = (kinds: readonly PersonalDataKind[]) =>
  `${kinds.map((kind) => PERSONAL_KINDS[kind]).join('・')}のような書き方があります。だれのことか分かる書き方なら、消してください。`;
export const PERSONAL_REWRITE = '書き直す';
export const PERSONAL_SEND = 'このまま送る';

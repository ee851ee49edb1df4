// 「くわしく書く」: the sentences of the optional fields of the flow sheet. Source of hints: shared/domain/flowsheet.json.
import type { CoolingOffRule, CoolingOffStatus } from '../../domain/cooling-off';

export const HINTS = {
  troubleTypes: '3つまで。わからなければ、そのままで送れます',
  approach: '声かけは義務ではありません。安全が第一です',
  reaction: '責めない言い方になっているか、上の「声かけの言葉」も見てください',
  consentShare: '同意があっても、この画面に名前や住所は書かないでください。必要なときは事務局がお願いします',
  ageBand: 'だいたいでかまいません',
  careNeeds: '病名・障がい名・手帳の等級は書かないでください',
  docReceivedOn: '書面を受け取った日から、クーリング・オフの目安を数えます',
  area: '小学校区などの大きさです。町丁目までは書きません',
  freeText: '疑わしい業者の名前は書けます。担当者個人の名前は書かないでください',
  contactBack: '電話のときは、事務局に登録してある連絡先を使います',
};
export const TROUBLE_LIMIT = '3つえらんであります。ほかをえらぶときは、1つ外してください';
export const OCCURRED_ON = '日付（わかるとき）';
export const DATE_FUTURE = '先の日は入れられません。今日までの日にしてください';
export const DOC_WORDS = { date: '日付がわかる', not_received: '受け取っていない', unknown: 'わからない' };
export const DOC_DAY = '受け取った日';
export const AREA_NONE = 'えらばない';

export const COOLING_TITLE = 'クーリング・オフの目安';
export const coolingHeading = (status: CoolingOffStatus, day: (day: string) => string): string => {
  switch (status.status) {
    case 'open':
      return `あと${status.remainingDays}日（${day(status.lastDay)}まで）`;
    case 'last_day':
      return '今日が最後の日です';
    case 'expired_consult':
      return '日数は過ぎています。でも、あきらめないでください';
    case 'not_started_consult':
      return '期間は、まだ始まっていません';
    case 'invalid_future_date':
      return DATE_FUTURE;
  }
};
export const COOLING_BODY: Record<CoolingOffStatus['status'], string> = {
  open: '今日中に通知を出すのがいちばん安全です。はがき・メール・専用フォームのどれでもよく、送った記録を残します。',
  last_day: '今日中に出せば間に合います。まず188か近くのセンターに電話してください。',
  expired_consult:
    '書面に不備があるとき、うその説明やおどしがあったときなどは、別の方法があることがあります。188へ。',
  not_started_consult: '法律で決められた書面を受け取っていないなら、いつでもできる可能性があります。188へ。',
  invalid_future_date: '',
};
export const COOLING_UNKNOWN = {
  heading: '日付がわからなくても相談できます',
  body: '契約書・封筒の消印・メールの日付をさがしながら、188へ。',
};
export const coolingLaw = (rule: CoolingOffRule) =>
  `書面を受け取った日を1日目として${rule.days}日（${rule.law}）`;
export const coolingSource = (lawAsOf: string) =>
  `一般的な目安です。最終の判断は消費生活センターで確かめてください。${lawAsOf}を反映しています。`;

export const PHOTO_RULE =
  '撮ってよいのは、チラシ・商品・請求書の事業者の欄です。人・家の外観・車のナンバーは撮らないでください。';
export const PHOTO_PROMISE = '人・名前・住所が写っていません';
export const PHOTO_PROMISE_FIRST = '先に「人・名前・住所が写っていません」を確かめて、印を付けてください';
export const PHOTO_ADD = '写真をえらぶ・撮る';
export const PHOTO_ADDING = '写真を小さくしています';
export const photoCount = (count: number, limit: number) => `写真 ${count}枚（${limit}枚まで）`;
export const photoName = (index: number) => `写真${index}`;
export const photoRemove = (index: number) => `写真${index}を外す`;
export const PHOTO_UNREADABLE =
  '写真として読めません。別の写真をえらんでください。書いたものは残っています。';
export const PHOTO_NO_ROOM =
  '端末の空きがないので、写真を保存できませんでした。写真がなくても送れます。書いたものは残っています。';
export const PHOTO_LIMIT = '写真は3枚までです。足すときは、1枚外してください。';

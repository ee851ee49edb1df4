// 個人情報を含む報告: the words of the page. It says when not to use it as plainly as how.
import type { ReportMissing } from '../../domain/personal-report';

export const REPORT_TITLE = '個人情報を含む報告';
export const REPORT_LOADING = '開いています';
export const BACK_TO_RECORD = '記録にもどる';
export const requestLine = (no: string) => `事務局からの要請です（要請番号 ${no}）`;
export const EMERGENCY_FIRST = 'いま危険があるときは、先に110番・119番をしてください。';
export const EMERGENCY_GATE = '緊急の理由をえらぶと、報告を書けます。理由がないときは、書けません。';
export const KEPT_PRIVATE =
  'この報告は、事務局だけが読めます。書いているあいだはこの端末に暗号にして残し、送ったあとは、この端末では読めません。';
export const NO_CONSENT_BY_CHOICE = '同意のとり方は「同意なし（緊急）」として送ります。';
export const SUBJECT_TITLE = 'だれのことか（わかる範囲で1つ以上）';
export const NO_ILLNESS = '病名・障がい名・手帳の等級は書かないでください';
export const LATER_HINT = '「あとで確認する」を選ぶと、事務局に「要確認」の印が付きます。';
export const REPORT_SEND = 'この報告を送る';
export const REPORT_SENDING = '封をしています';
export const REPORT_REMOVE = '書きかけを消す';
export const REPORT_REMOVE_QUESTION = '書きかけの報告を、この端末から消しますか。元にもどせません。';
export const REPORT_REMOVE_YES = '消す';
export const REPORT_REMOVE_NO = 'やめる';
export const MISSING_TITLE = '送る前に、次のことを直してください';
export const SAVED_HERE = 'この端末に保存しました';
export const SAVING = '保存しています';

export const QUEUED_TITLE = '送信待ちに入れました';
export const QUEUED_BODY = '電波が入ると自動で送ります。書いた内容は、この端末では読めなくなりました。';

export const NOT_OPEN: Record<'closed' | 'not-found' | 'not-enrolled' | 'held-elsewhere', { heading: string; body: string }> = {
  'closed': {
    heading: 'いまは、個人情報を含む報告は書けません',
    body: '書けるのは、事務局から要請番号のついたお願いが届いたときと、「緊急」の記録のときだけです。急ぐときは、事務局に電話してください。',
  },
  'not-found': {
    heading: 'この記録は、この端末にありません',
    body: '「記録」から、もう一度開いてください。',
  },
  'not-enrolled': {
    heading: 'この端末の登録がすむと書けます',
    body: '「構成員証を読み取る」で登録してから、もう一度開いてください。急ぐときは、110番か、市区町村の窓口に電話してください。',
  },
  'held-elsewhere': {
    heading: 'この報告は、別のタブで開いています',
    body: 'そのタブで続けるか、閉じてからもう一度開いてください。',
  },
}; // prettier-ignore

const TOO_LONG = '長すぎます。短くしてください';
export const MISSING_WORDS: Record<ReportMissing, string> = {
  'emergencyReasons': '緊急の理由を1つ以上えらんでください',
  'basis': 'この報告をする根拠をえらんでください',
  'whyNoConsent': 'なぜ同意を聞けないかを書いてください',
  'consentDetail': '同意のとり方をえらんでください',
  'consentAt': '同意を聞いた日時を入れてください',
  'consentAt-future': '同意を聞いた日時が、いまより先になっています',
  'consentScope': '同意の範囲を1つ以上えらんでください',
  'subject': '氏名・住所・電話番号・ほかにわかることの、どれか1つを書いてください',
  'subjectPhone-shape': '電話番号は、数字とハイフンで書いてください',
  'companyApproval': '自社の決まりの確認をえらんでください',
  'emergencyNote-too-long': `緊急の理由の補足が${TOO_LONG}`,
  'whyNoConsent-too-long': `「なぜ同意を聞けないか」が${TOO_LONG}`,
  'subjectName-too-long': `氏名が${TOO_LONG}`,
  'subjectAddress-too-long': `住所が${TOO_LONG}`,
  'subjectPhone-too-long': `電話番号が${TOO_LONG}`,
  'subjectOther-too-long': `「ほかにわかること」が${TOO_LONG}`,
}; // prettier-ignore

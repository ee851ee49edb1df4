// Words of 個人情報を含む報告 (stage 2): the phone asks with them, the desk reads with them. The legal basis is shown at the desk
// only; a member is never asked to choose an article.
// Source: shared/domain/flowsheet.json (stage2) and flowsheet.md §3 (法的な位置づけ).
import type {
  BASES,
  COMPANY_APPROVALS,
  CONSENT_DETAILS,
  CONSENT_SCOPES,
  EMERGENCY_REASONS,
} from '../domain/personal-report';

export const REPORT_SOURCE = { source: '見守りフローシート（提案）第2段階', checkedOn: '2026-11-23' };

type Words<T extends readonly string[]> = Record<T[number], string>;

export const BASIS_WORDS: Words<typeof BASES> = {
  consent: '本人の同意がある',
  emergency: '緊急で、同意を聞けない（命・体・財産）',
  requested: '事務局から求められた',
};
export const CONSENT_DETAIL_WORDS: Words<typeof CONSENT_DETAILS> = {
  oral: '口頭',
  written: '書面',
  none: '同意なし（緊急）',
};
export const CONSENT_SCOPE_WORDS: Words<typeof CONSENT_SCOPES> = {
  center: '消費生活センターに相談する',
  police: '警察に伝える',
  welfare: '地域包括支援センター・福祉に伝える',
  family: '家族に伝える',
};
export const EMERGENCY_REASON_WORDS: Words<typeof EMERGENCY_REASONS> = {
  money_now: 'お金が今、動いている・動きそう',
  threat: 'おどし・居すわり・暴力',
  health: '命や体の危険',
  repeat: 'くり返し被害・次の約束がある',
  cooling_off: 'クーリング・オフの最終日が近い',
};
export const COMPANY_APPROVAL_WORDS: Words<typeof COMPANY_APPROVALS> = {
  done: '確認した（上司・担当部署）',
  not_needed: '会社の規程で不要',
  later: 'あとで確認する',
};

/** `hint` stands under the question on the phone. */
export const REPORT_FIELD_WORDS = {
  basis: { label: 'この報告をする根拠' },
  consentDetail: { label: '同意のとり方' },
  consentAt: { label: '同意を聞いた日時' },
  consentScope: { label: '同意の範囲', hint: '言われていない範囲には使わない' },
  emergencyReasons: { label: '緊急の理由' },
  emergencyNote: { label: '緊急の理由の補足' },
  whyNoConsent: {
    label: 'なぜ同意を聞けないか',
    hint: '例: 本人が電話中、意識がもうろう',
  },
  subjectName: {
    label: '氏名（わかる範囲）',
    hint: '表札を見て書かない。本人から聞いた・仕事で知っている場合のみ。自社の規程を先に確かめる',
  },
  subjectAddress: { label: '住所（わかる範囲）' },
  subjectPhone: { label: '電話番号（わかる範囲）', hint: '本人から聞いた場合のみ' },
  subjectOther: {
    label: 'ほかにわかること',
    hint: '続柄・見守っている家族など。病名は書かない',
  },
  companyApproval: {
    label: '自社の決まりの確認',
    hint: '金融機関・保険会社は、顧客情報を出す前に社内の承認が要ることが多い',
  },
} as const;

/** Shown at the desk beside the basis. 確度 as in the source. */
export const LEGAL_BASIS: Record<(typeof BASES)[number], { law: string; note: string; certainty: string }> = {
  consent: {
    law: '個人情報の保護に関する法律27条1項（本人の同意）',
    note: '口頭・書面のどちらでもよいが、いつ・だれが・何の範囲かの記録を残す。同意の範囲の外には使わない。',
    certainty: '高',
  },
  emergency: {
    law: '個人情報の保護に関する法律27条1項2号（人の生命、身体又は財産の保護・本人の同意を得ることが困難）',
    note: '2つの条件を両方満たす場合だけ。あとで同意を得られる見込みがあるなら、急ぎでない限り使わない。',
    certainty: '高',
  },
  requested: {
    law: '消費者安全法11条の4第3項の求め（個人情報の保護に関する法律27条1項1号「法令に基づく場合」と整理）',
    note: '要請番号と照らし合わせる。個別の当てはめは、会則と自治体の個人情報担当の判断による。',
    certainty: '整理は高、個別の当てはめは中',
  },
};

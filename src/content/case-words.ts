// Words for states, outcomes and what a member did: shown on the phone and at the desk alike.
// Source of the state words: shared/domain/flowsheet.json (states). Outcomes and done codes: a proposal of this product.
import type { CaseOutcome, CaseState } from '../domain/case-state';
import type { DoneCode } from '../domain/instruction';
import type { JOB_KINDS, MEMBER_KINDS } from '../domain/member';

export const CASE_WORDS_SOURCE = { source: '見守りフローシート（提案）の状態', checkedOn: '2026-11-23' };

export const CASE_STATE_WORDS: Record<CaseState, string> = {
  draft: '下書き',
  queued: '送信待ち',
  received: '受付',
  reviewing: '確認中',
  need_info: '追加のお願い（個人情報なし）',
  need_personal: '緊急報告のお願い（個人情報あり）',
  instructed: '対応指示済',
  in_progress: '対応中',
  closed: '完了（フィードバック済）',
  merged: 'まとめ（重複）',
  withdrawn: '取り下げ',
};

/** `short` fills {outcomeShort}, `effect` fills {outcomeEffect} of T11. */
export const OUTCOME_WORDS: Record<CaseOutcome, { short: string; effect: string }> = {
  consulted: { short: '消費生活センターへの相談につながりました', effect: '早めの相談' },
  recovered: { short: '解約や返金などの被害回復ができました', effect: '被害の回復' },
  prevented: { short: '被害を未然に防ぐことができました', effect: '被害の未然防止' },
  police: { short: '警察が対応しました', effect: '警察の早い対応' },
  welfare: { short: '福祉の支援につながりました', effect: '暮らしの支援' },
  watching: { short: '見守りを続けることになりました', effect: '地域での見守り' },
  no_damage: { short: '被害がないことを確かめました', effect: '安心の確認' },
  information: { short: '地域の情報として活用します', effect: '地域への注意喚起' },
  unconfirmed: { short: '詳しいことは確かめられませんでした', effect: '今後の見守りの手がかり' },
  duplicate: { short: '同じ件の報告とまとめました', effect: '状況のより正確な把握' },
};

export const DONE_WORDS: Record<DoneCode, string> = {
  advised_consult: '消費生活センターへの相談をすすめた',
  gave_188: '188の番号を伝えた',
  called_188: '188に電話した',
  called_110: '110番に通報した',
  called_119: '119番に通報した',
  called_9110: '#9110に相談した',
  handed_to_welfare: '福祉の窓口につないだ',
  kept_watching: '見守りを続けている',
  told_company: '社内にも伝えた',
  posted_notice: '声かけ・掲示をした',
  person_declined: 'ご本人にことわられた',
  could_not_meet: 'ご本人に会えなかった',
  other: 'そのほか',
};

export const MEMBER_KIND_WORDS: Record<
  (typeof MEMBER_KINDS)[number],
  { person: string; organisation: string }
> = {
  member: { person: '構成員', organisation: '構成団体' },
  cooperator: { person: '協力員', organisation: '協力団体' },
};

export const JOB_KIND_WORDS: Record<(typeof JOB_KINDS)[number], string> = {
  outside_work: '外勤（配達・訪問など）',
  inside_work: '内勤（窓口・店舗など）',
};

// 秘密を守る約束: what a member reads and accepts before this phone is registered. The server stores which version was accepted:
// a changed sentence needs a new version.
// Source: shared/domain/system.md §10 and flowsheet.md §3 (消費者安全法11条の5, 11条の8, 罰則).

export const SECRECY_TEXT = {
  version: '2026-11-23',
  title: '秘密を守る約束',
  points: [
    '見守りの活動で知った、人や家のことは、ほかの人に話しません。家族や職場の人、SNSにもです。',
    '知らせてよい先は、この見守りネットワークの事務局と、事務局から指示のあった先だけです。',
    '活動をやめたあとも、この約束は続きます。',
  ],
  duty: [
    '構成員（協議会の事務をする人・していた人）: 消費者安全法 第11条の5',
    '協力員・協力団体: 消費者安全法 第11条の8',
  ],
  penalty: '秘密をもらすと、1年以下の拘禁刑または50万円以下の罰金になることがあります。',
  /** the source marks the duty as 確度 高 and the amount of the penalty as 確度 中: the screen says so too */
  caution:
    '罰則の条番号と金額は、法律の改正で変わることがあります（確かめの度合い: 義務は高い、罰則の額は中くらい）。くわしくは事務局に確かめてください。',
  source: '消費者安全法 第11条の5・第11条の8と罰則の章（2025年6月1日からの拘禁刑をふくむ）',
  checkedOn: '2026-11-23',
} as const;

// 指示のひな形 T01–T11. Words between braces are placeholders; the desk fills them and shows a preview.
// Source: shared/domain/flowsheet.json (instructionTemplates), shaped on the seed's examples of badge flow ④.

export const TEMPLATES_SOURCE = {
  source:
    '消費者庁新未来創造戦略本部「見守りネットワークの更なる活用」（令和6年3月18日）の対応指示の例をもとにしたひな形（提案）',
  checkedOn: '2026-11-23',
};

export const TEMPLATE_CODES = [
  'T01',
  'T02',
  'T03',
  'T04',
  'T05',
  'T06',
  'T07',
  'T08',
  'T09',
  'T10',
  'T11',
] as const;
export type TemplateCode = (typeof TEMPLATE_CODES)[number];

export const TEMPLATES: Record<TemplateCode, { label: string; body: string }> = {
  T01: {
    label: '相談を勧める',
    body: 'ご連絡ありがとうございます（受付番号 {receiptNo}）。ご本人に、消費生活センターへの相談をすすめてください。\n・電話: {centerPhone}（受付 {centerHours}）または 188\n・「{suggestedPhrase}」のように、責めない言い方でお願いします。\n・ご本人がことわったときは、無理をせず、188の番号だけお伝えください。\n結果は「対応しました」から教えてください。',
  },
  T02: {
    label: '緊急報告の依頼（個人情報を含む）',
    body: '緊急と考えられるため、個人情報を含む報告をお願いします（要請番号 {requestNo}、{requesterName}）。\n・アプリの「個人情報を含む報告をする」から送ってください（この画面では書かないでください）。\n・わかる範囲で: 氏名・住所・電話・いまの状況。表札を見て書くことはしないでください。\n・本人の同意が得られるか、自社の決まりも、あわせて確認をお願いします。\n・期限: {dueAt}。いま危険があるときは、先に110番・119番をお願いします。',
  },
  T03: {
    label: '警察へ通報（110）',
    body: 'いま危険がある・被害が進んでいる可能性があります。先に110番をお願いします（場所・見たこと・時刻を伝えてください）。通報したら、アプリで「対応しました」を押してください。事務局からも警察と連絡を取ります。',
  },
  T04: {
    label: '警察に相談（#9110）',
    body: '緊急ではありませんが、警察への相談をおすすめします。#9110（受付 平日 8:30〜17:15 が目安、都道府県で異なる）または{policeStation}へ。相談の前に、見たこと・日時・業者の名前（わかる範囲）をメモしてください。',
  },
  T05: {
    label: '福祉へつなぐ（地域包括支援センターなど）',
    body: '体調や暮らしの心配のほうが大きいようです。{welfareName}（{welfarePhone}、受付 {welfareHours}）へつなぎます。ご本人に「役所の相談の人から連絡があるかもしれません」と伝えられそうなら、お願いします。むずかしければ、そのままで大丈夫です。',
  },
  T06: {
    label: '見守りを続ける',
    body: 'すぐの対応は不要と判断しました。次の訪問・来店のときに、①{watchPoint1} ②{watchPoint2} を、さりげなく見てください。変化があれば、新しい報告を送ってください（目安: {reviewOn} まで）。',
  },
  T07: {
    label: '対応不要・情報として活用',
    body: 'ありがとうございました。今回は個別の対応は行わず、地域の情報として活用します。似た情報が重なっているため、注意喚起（{bulletinTitle}）を出す予定です。',
  },
  T08: {
    label: '追加のお願い（個人情報なし）',
    body: 'もう少しだけ教えてください（名前・住所は書かないでください）。\n1) {question1}\n2) {question2}\n答えは1分でできます。',
  },
  T09: {
    label: 'クーリング・オフの期限が近い',
    body: '書面を受け取った日から数えると、{lastDay} が最後の日と考えられます（残り{remainingDays}日）。ご本人に、今日中にセンターへ電話するようすすめてください。はがきやメールの出し方は、センターで教えてくれます。',
  },
  T10: {
    label: '注意喚起・啓発のお願い',
    body: '【お願い】{bulletinTitle}。同じ手口の報告が増えています。お客さまへの声かけと、掲示（アプリの「お知らせ」から印刷できます）をお願いします。お返事は不要です。',
  },
  T11: {
    label: '完了のお知らせ（フィードバック）',
    body: '受付番号 {receiptNo} は完了しました。結果: {outcomeShort}（個人情報は含みません）。あなたの気づきから、{outcomeEffect} につながりました。ありがとうございました。',
  },
};

/** Names of the placeholders of a template, in order, each once. */
export function placeholdersOf(body: string): string[] {
  return [...new Set(Array.from(body.matchAll(/\{(\w+)\}/g), (match) => match[1]!))];
}

/** Puts values in; a placeholder without a value stays, in braces, so that the preview shows what is missing. */
export function fillTemplate(body: string, values: Readonly<Record<string, string>>): string {
  return body.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.trim() || whole);
}

// 「指示を送る」 before anything is drawn: which template fits, what fills its placeholders, what is still missing,
// which numbers and questions go with it. Pure. Days are estimates (目安): the consumer centre decides.
import { fillTemplate, placeholdersOf, TEMPLATES } from '../../content/instruction-templates';
import type { Officer } from '../../domain/desk-contract';
import { CONTRACT_TROUBLES, type TroubleType } from '../../domain/flow-sheet';
import { INSTRUCTION_TEMPLATES, type Instruction, type InstructionTemplate } from '../../domain/instruction';
import type { NetworkProfile } from '../../domain/network';
import type { Sighting } from '../../domain/sighting';

/** What a template may be filled and chosen by. */
type KnownForSending = Pick<Sighting, 'urgency' | 'signs' | 'troubleTypes' | 'docReceivedOn'>;
/** 「読めない報告」: nothing is known of it. */
export const NOTHING_KNOWN: KnownForSending = { urgency: 'high', signs: [], troubleTypes: ['unknown'] };
import { addDays, dayOf, daysBetween, dayWithYearWords, dayWords } from '../desk-time';
import { signEntry } from '../desk-words';

export type Values = Readonly<Record<string, string>>;

/** Words beside each placeholder's field. */
export const PLACEHOLDER_WORDS: Record<string, { label: string; hint?: string }> = {
  receiptNo: { label: '受付番号' },
  centerPhone: { label: '消費生活センターの電話番号' },
  centerHours: { label: '消費生活センターの受付時間' },
  suggestedPhrase: { label: '声かけの言葉', hint: '気づいたサインに合う例です。直せます。' },
  requestNo: { label: '要請番号' },
  requesterName: { label: '依頼する人' },
  dueAt: { label: '期限' },
  policeStation: { label: '警察署' },
  welfareName: { label: '福祉の窓口の名前' },
  welfarePhone: { label: '福祉の窓口の電話番号' },
  welfareHours: { label: '福祉の窓口の受付時間' },
  watchPoint1: { label: '見てほしいこと 1', hint: '例: 同じ業者の車が来ていないか' },
  watchPoint2: { label: '見てほしいこと 2', hint: '例: 新しい荷物が増えていないか' },
  reviewOn: { label: 'いつまで見るか（目安）' },
  bulletinTitle: { label: '注意喚起の題名', hint: '例: 屋根の点検をよそおう訪問に注意' },
  question1: { label: '質問 1', hint: '名前や住所をたずねる質問は書かないでください。' },
  question2: { label: '質問 2（任意）' },
  lastDay: {
    label: 'クーリング・オフの最後の日（目安）',
    hint: '書面を受け取った日を1日目として数えた目安です。確かめてから送ってください。',
  },
  remainingDays: { label: '残り日数（目安）', hint: '今日を入れて数えた日数です。' },
};

/** The server replaces {requestNo} when it sends; nobody types it. */
const BY_SERVER = ['requestNo'];
const OPTIONAL = ['question2'];

/** Placeholders of a template that the officer sees as fields. */
export function fieldsOf(template: InstructionTemplate): string[] {
  return placeholdersOf(TEMPLATES[template].body).filter((name) => !BY_SERVER.includes(name));
}

export function missingIn(template: InstructionTemplate, values: Values): string[] {
  return fieldsOf(template).filter((name) => !OPTIONAL.includes(name) && !values[name]?.trim());
}

export interface Occasion {
  network: NetworkProfile;
  officer: Officer;
  receiptNo: string;
  sighting: KnownForSending;
  nowMs: number;
}

/**
 * 8 days with the day of the document; 20 for 連鎖販売取引. null: no date, or no contract to cancel.
 * `remainingDays` counts today: 1 on the last day, 0 or less when it has passed. Source: shared/domain/cooling-off.json
 */
export function coolingOff(
  sighting: Pick<Sighting, 'docReceivedOn' | 'troubleTypes'>,
  nowMs: number,
): { lastDay: string; remainingDays: number } | null {
  const from = sighting.docReceivedOn ?? '';
  const concerns = sighting.troubleTypes.some((type) => CONTRACT_TROUBLES.includes(type));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || !concerns) return null;
  const days = sighting.troubleTypes.includes('side_job') ? 20 : 8;
  const lastDay = addDays(from, days - 1);
  return { lastDay, remainingDays: daysBetween(dayOf(nowMs), lastDay) + 1 };
}

/** What is known already; the officer may change each of it. */
export function prefill(occasion: Occasion): Record<string, string> {
  const { network, officer, sighting, nowMs, receiptNo } = occasion;
  const today = dayOf(nowMs);
  const count = coolingOff(sighting, nowMs);
  const dueDay = sighting.urgency === 'emergency' ? today : addDays(today, 1);
  return {
    receiptNo,
    centerPhone: network.center?.phone ?? '',
    centerHours: network.center?.hours ?? '',
    suggestedPhrase: signEntry(sighting.signs[0] ?? '')?.phrase ?? '',
    requesterName: officer.displayName,
    dueAt: `${dayWords(dueDay)} 午後5:00`,
    policeStation: network.police?.name ?? '',
    welfareName: network.welfare?.name ?? '',
    welfarePhone: network.welfare?.phone ?? '',
    welfareHours: network.welfare?.hours ?? '',
    reviewOn: dayWords(addDays(today, 14)),
    // a day that has passed is not offered: the officer must look
    lastDay: count !== null && count.remainingDays > 0 ? dayWithYearWords(count.lastDay) : '',
    remainingDays: count !== null && count.remainingDays > 0 ? String(count.remainingDays) : '',
  };
}

/** The text as it goes; {requestNo} and whatever is missing stay in braces. @param extra what the officer adds below */
export function textOf(template: InstructionTemplate, values: Values, extra = ''): string {
  let body = TEMPLATES[template].body;
  for (const name of OPTIONAL)
    if (!values[name]?.trim())
      body = body
        .split('\n')
        .filter((line) => !line.includes(`{${name}}`))
        .join('\n');
  const text = fillTemplate(body, values);
  return extra.trim() === '' ? text : `${text}\n${extra.trim()}`;
}

export function questionsOf(template: InstructionTemplate, values: Values): string[] {
  if (template !== 'T08') return [];
  return [values['question1'], values['question2']].map((text) => text?.trim() ?? '').filter(Boolean);
}

type NamedNumber = Instruction['numbers'][number];
const H188 = { label: '消費者ホットライン', tel: '188' };

/** Numbers the member can press, by template. A number that could not be dialled is left out. */
export function numbersFor(
  template: InstructionTemplate,
  values: Values,
  network: NetworkProfile,
): NamedNumber[] {
  const center = dialled(network.center?.name ?? '消費生活センター', values['centerPhone']);
  switch (template) {
    case 'T01':
      return [...center, H188];
    case 'T09':
      return [...dialled(network.center?.name ?? '', network.center?.phone), H188];
    case 'T03':
      return [{ label: '警察（緊急）', tel: '110' }];
    case 'T04':
      return [{ label: '警察相談専用電話', tel: '#9110' }];
    case 'T05':
      return dialled(values['welfareName']?.trim() || '福祉の窓口', values['welfarePhone']);
    default:
      return [];
  }
}

function dialled(label: string, phone: string | undefined): NamedNumber[] {
  const tel = (phone ?? '')
    .normalize('NFKC')
    .replace(/[‐‑–—ー−]/g, '-')
    .replace(/[\s()]/g, '');
  return label !== '' && /^[0-9#*+-]{3,20}$/.test(tel) ? [{ label: label.slice(0, 60), tel }] : [];
}

const FRAUD: readonly TroubleType[] = [
  'impersonation_police', 'impersonation_family', 'card_theft', 'refund_fraud', 'support_fraud', 'emoney',
  'false_billing', 'investment_sns', 'romance',
]; // prettier-ignore

/** Templates that fit this sighting, best first; never empty. */
export function suggestedTemplates(sighting: KnownForSending, nowMs: number): InstructionTemplate[] {
  const { urgency, troubleTypes } = sighting;
  const fit: InstructionTemplate[] = [];
  const count = coolingOff(sighting, nowMs);
  if (urgency === 'emergency') fit.push('T03', 'T02');
  if (count !== null && count.remainingDays > 0 && count.remainingDays <= 20) fit.push('T09');
  if (troubleTypes.includes('welfare')) fit.push('T05');
  if (troubleTypes.some((type) => FRAUD.includes(type))) fit.push('T04');
  if (urgency === 'info') fit.push('T07', 'T10');
  else if (troubleTypes.some((type) => type !== 'welfare')) fit.push('T01');
  if (urgency === 'medium') fit.push('T06');
  return [...new Set(fit)].slice(0, 4);
}

/** The suggested ones, then all others in the order of the catalogue. */
export function otherTemplates(suggested: readonly InstructionTemplate[]): InstructionTemplate[] {
  return INSTRUCTION_TEMPLATES.filter((template) => !suggested.includes(template));
}

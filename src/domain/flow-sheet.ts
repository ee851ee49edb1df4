// 見守りフローシート, stage 1: the codes of every field, what shows when, what is missing, what the signs suggest.
// Words for the codes are content (src/content/flow-sheet.ts). Pure. Source: shared/domain/flowsheet.json (stage1).
import * as z from 'zod/mini';

export const PLACES = ['inside', 'outside', 'shop', 'phone', 'other'] as const;
export const URGENCIES = ['emergency', 'high', 'medium', 'info'] as const;
export const TROUBLE_TYPES = [
  'visit_sales', 'inspection', 'serial_sales', 'phone_sales', 'subscription', 'unsolicited_goods',
  'home_purchase', 'emergency_repair', 'false_billing', 'impersonation_family', 'impersonation_police',
  'card_theft', 'refund_fraud', 'support_fraud', 'emoney', 'investment_sns', 'romance', 'side_job',
  'spiritual', 'debt', 'home_equity', 'welfare', 'unknown',
] as const; // prettier-ignore
export const MONEY_STATUSES = ['none', 'about_to', 'paid', 'unknown'] as const;
export const APPROACHES = ['not_yet', 'talked', 'later'] as const;
export const REACTIONS = ['shared', 'fine', 'declined', 'unclear', 'upset'] as const;
export const CONSENTS = ['oral_yes', 'written_yes', 'no', 'not_asked'] as const;
export const AGE_BANDS = ['u20', '20s30s', '40s50s', '60to74', '75up', 'unknown'] as const;
export const HOUSEHOLDS = ['alone', 'elderly_only', 'family', 'facility', 'unknown'] as const;
export const CARE_NEEDS = ['memory', 'hearing', 'sight', 'mobility', 'language', 'none'] as const;
export const OCCURRED = ['now', 'today', 'yesterday', 'this_week', 'earlier'] as const;
export const DOCUMENT_ANSWERS = ['not_received', 'unknown'] as const;
export const CONTACT_BACK = ['app', 'phone'] as const;
export const SIGN_GROUPS = ['inside', 'outside', 'shop', 'person'] as const;
export const SIGN_WEIGHTS = ['emergency', 'high', 'medium'] as const;

export const placeSchema = z.enum(PLACES);
export const urgencySchema = z.enum(URGENCIES);
export const troubleTypeSchema = z.enum(TROUBLE_TYPES);

export type Place = z.infer<typeof placeSchema>;
export type Urgency = z.infer<typeof urgencySchema>;
export type TroubleType = z.infer<typeof troubleTypeSchema>;
export type SignGroup = (typeof SIGN_GROUPS)[number];
export type SignWeight = (typeof SIGN_WEIGHTS)[number];

/** Limits of the sheet: counts, and lengths in characters. Source: flowsheet.json `validation`. */
export const LIMITS = {
  signs: 10,
  otherSign: 40,
  troubleTypes: 3,
  freeText: 200,
  photos: 3,
  photoMaxBytes: 300_000,
} as const;

/** Which groups of signs a place shows first. 電話・その他 shows 本人の様子, and the search finds all the rest. */
export function signGroupsAt(place: Place): readonly SignGroup[] {
  return place === 'phone' || place === 'other' ? ['person'] : [place, 'person'];
}

/** The place offered first when nothing was used before: 外勤 → 自宅の外, 内勤 → 店舗・窓口・ATM. */
export function firstPlace(jobKind: 'outside_work' | 'inside_work' | null): Place {
  return jobKind === 'inside_work' ? 'shop' : 'outside';
}

/** Place buttons in the order for a job kind: its own first place in front, the rest as on the sheet. */
export function placesInOrder(jobKind: 'outside_work' | 'inside_work' | null): Place[] {
  const first = firstPlace(jobKind);
  return [first, ...PLACES.filter((place) => place !== first)];
}

/**
 * The urgency the ticked signs suggest: the heaviest weight; a free sign alone weighs 中; nothing ticked is null.
 * @param weights weights of the ticked signs
 */
export function suggestedUrgency(weights: readonly SignWeight[], hasOtherSign: boolean): Urgency | null {
  for (const weight of SIGN_WEIGHTS) if (weights.includes(weight)) return weight;
  return hasOtherSign ? 'medium' : null;
}

/** あとお金が動く・動いた: offer to raise the urgency to 高 when it is lower. Only an offer. */
export function raiseForMoney(urgency: Urgency, money: (typeof MONEY_STATUSES)[number]): Urgency {
  const moved = money === 'about_to' || money === 'paid';
  return moved && (urgency === 'medium' || urgency === 'info') ? 'high' : urgency;
}

/** Trouble types under a contract whose document starts a cooling-off count; they show 契約書面を受け取った日. */
export const CONTRACT_TROUBLES: readonly TroubleType[] = [
  'visit_sales',
  'inspection',
  'serial_sales',
  'phone_sales',
  'home_purchase',
  'side_job',
];

/** The fields that show only under a condition. Source: flowsheet.json `showWhen`. */
export function visibleWhen(answers: {
  approach?: string | undefined;
  troubleTypes?: readonly TroubleType[] | undefined;
  occurred?: string | undefined;
}): { reaction: boolean; consentShare: boolean; docReceivedOn: boolean; occurredOn: boolean } {
  const talked = answers.approach === 'talked';
  return {
    reaction: talked,
    consentShare: talked,
    docReceivedOn: (answers.troubleTypes ?? []).some((type) => CONTRACT_TROUBLES.includes(type)),
    occurredOn: answers.occurred === 'this_week' || answers.occurred === 'earlier',
  };
}

/** Up to `count` trouble types the ticked signs point to, most often named first. */
export function suggestedTroubles(ofSigns: readonly (readonly TroubleType[])[], count = 3): TroubleType[] {
  const votes = new Map<TroubleType, number>();
  for (const types of ofSigns) for (const type of types) votes.set(type, (votes.get(type) ?? 0) + 1);
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([type]) => type);
}

/** One 気づきのポイント. `phrase`: 声かけの例. `note`: what to mind, empty when nothing. */
export interface SignEntry {
  id: string;
  group: SignGroup;
  label: string;
  troubleTypes: TroubleType[];
  weight: SignWeight;
  phrase: string;
  note: string;
}

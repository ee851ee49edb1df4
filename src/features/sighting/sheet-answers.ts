// How one press changes the sheet: pure functions from answers to answers. No service, no screen.
import {
  raiseForMoney,
  suggestedTroubles,
  suggestedUrgency,
  type Place,
  type SignEntry,
  type SignGroup,
  type TroubleType,
  type Urgency,
} from '../../domain/flow-sheet';
import type { SightingAnswers } from '../../domain/sighting';

type FindSign = (id: string) => SignEntry | undefined;

/** Ticked signs as entries; ids that the pack does not know (an older draft) are left out. */
export const tickedSigns = (answers: SightingAnswers, find: FindSign): SignEntry[] =>
  answers.signs.map(find).filter((sign) => sign !== undefined);

/** Moves the urgency along with the signs until the member sets it by hand. */
function followSigns(answers: SightingAnswers, find: FindSign): SightingAnswers {
  if (answers.urgencyByHand === true) return answers;
  const weights = tickedSigns(answers, find).map((sign) => sign.weight);
  const urgency = suggestedUrgency(weights, (answers.otherSign ?? '').trim() !== '');
  const { urgency: _before, ...rest } = answers;
  return urgency === null ? rest : { ...rest, urgency };
}

/** Another place keeps every tick: they stay in 「えらんだサイン」. */
export const withPlace = (answers: SightingAnswers, place: Place): SightingAnswers => ({ ...answers, place });

export function withSign(answers: SightingAnswers, id: string, on: boolean, find: FindSign): SightingAnswers {
  const others = answers.signs.filter((sign) => sign !== id);
  return followSigns({ ...answers, signs: on ? [...others, id] : others }, find);
}

export const withOtherSign = (answers: SightingAnswers, otherSign: string, find: FindSign) =>
  followSigns({ ...answers, otherSign }, find);

export const withUrgency = (answers: SightingAnswers, urgency: Urgency): SightingAnswers => ({
  ...answers,
  urgency,
  urgencyByHand: true,
});

export function withTrouble(answers: SightingAnswers, type: TroubleType, on: boolean): SightingAnswers {
  const others = answers.troubleTypes.filter((other) => other !== type);
  return { ...answers, troubleTypes: on ? [...others, type] : others };
}

/** 特にない・わからない stands alone: it and the needs exclude each other. */
export function withCareNeed(
  answers: SightingAnswers,
  need: SightingAnswers['careNeeds'][number],
  on: boolean,
): SightingAnswers {
  const others = answers.careNeeds.filter(
    (other) => other !== need && (need === 'none' ? !on : other !== 'none'),
  );
  return { ...answers, careNeeds: on ? [...others, need] : others };
}

/** True while money moves and the urgency is lower than 「高」. */
export function offersToRaise(answers: SightingAnswers): boolean {
  if (answers.urgency === undefined || answers.moneyStatus === undefined) return false;
  return raiseForMoney(answers.urgency, answers.moneyStatus) !== answers.urgency;
}

/** Three likely troubles of the ticked signs, and any the member has ticked already. */
export const likelyTroubles = (answers: SightingAnswers, find: FindSign): TroubleType[] =>
  suggestedTroubles(tickedSigns(answers, find).map((sign) => sign.troubleTypes));

/** Signs of one group in the order of use: often ticked ones first, else as in the pack. */
export function signsOfGroup(
  signs: readonly SignEntry[],
  group: SignGroup,
  timesUsed: ReadonlyMap<string, number>,
): SignEntry[] {
  const used = (sign: SignEntry) => timesUsed.get(sign.id) ?? 0;
  return signs.filter((sign) => sign.group === group).sort((a, b) => used(b) - used(a));
}

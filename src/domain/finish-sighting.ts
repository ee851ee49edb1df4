// The step from a sheet being written to the sighting that is sent: defaults filled, hidden answers left out.
import * as z from 'zod/mini';
import { suggestedUrgency, visibleWhen, type SignWeight } from './flow-sheet';
import { findPersonalData } from './personal-data-check';
import { missingFrom, sightingSchema, type PhotoName, type Sighting, type SightingAnswers } from './sighting';

export interface FinishContext {
  weightOf(signId: string): SignWeight;
  photos: PhotoName[];
  written: Sighting['written'];
  appVersion: string;
  /** the member's calendar day, YYYY-MM-DD */
  today: string;
}

/** @returns null while something is missing (see `missingFrom`); the caller shows what. Defaults: flowsheet.json 初期値. */
export function finishSighting(answers: SightingAnswers, context: FinishContext): Sighting | null {
  if (answers.place === undefined || missingFrom(answers, context.today).length > 0) return null;
  const visible = visibleWhen(answers);
  const otherSign = answers.otherSign?.trim() || undefined;
  const freeText = answers.freeText?.trim() || undefined;
  const sighting = {
    place: answers.place,
    signs: answers.signs,
    otherSign,
    urgency:
      answers.urgency ??
      suggestedUrgency(answers.signs.map(context.weightOf), otherSign !== undefined) ??
      'medium',
    troubleTypes: answers.troubleTypes.length > 0 ? answers.troubleTypes : ['unknown'],
    moneyStatus: answers.moneyStatus ?? 'unknown',
    approach: answers.approach ?? 'not_yet',
    reaction: visible.reaction ? answers.reaction : undefined,
    consentShare: visible.consentShare ? (answers.consentShare ?? 'not_asked') : undefined,
    ageBand: answers.ageBand ?? 'unknown',
    household: answers.household ?? 'unknown',
    careNeeds: answers.careNeeds,
    occurred: answers.occurred ?? 'now',
    occurredOn: visible.occurredOn ? answers.occurredOn || undefined : undefined,
    docReceivedOn: visible.docReceivedOn ? answers.docReceivedOn || undefined : undefined,
    area: answers.area || undefined,
    freeText,
    contactBack: answers.contactBack ?? 'app',
    photos: context.photos,
    personalDataMarks: findPersonalData([otherSign, freeText].filter(Boolean).join('\n')),
    written: context.written,
    appVersion: context.appVersion,
  };
  const parsed = z.safeParse(sightingSchema, sighting);
  return parsed.success ? parsed.data : null;
}

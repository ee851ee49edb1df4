// What each part of the form gets, and the choices of a list of codes.
import type { ReportAnswers, ReportMissing } from '../../domain/personal-report';
import type { ContentWords } from '../../services';
import type { Edit } from './use-report';

export interface ReportPart {
  answers: ReportAnswers;
  edit: Edit;
  missing: readonly ReportMissing[];
  words: ContentWords;
}

export function choices<T extends string>(codes: readonly T[], words: Record<T, string>) {
  return codes.map((value) => ({ value, label: words[value] }));
}

/** The chosen ones after a tick, in the order of the form. */
export function ticked<T extends string>(all: readonly T[], chosen: readonly T[], code: T, on: boolean): T[] {
  return all.filter((each) => (each === code ? on : chosen.includes(each)));
}

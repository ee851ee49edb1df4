// States of a case and the only ways from one to another. Source: shared/domain/flowsheet.json (states, transitions).
//
//   draft ─> queued ─> received ─> reviewing ─┬─> need_info ─────> reviewing
//     │        │          │            ▲      ├─> need_personal ─> reviewing
//     └────────┴──────────┴> withdrawn │      ├─> instructed ─┬─> in_progress ─> closed ─> reviewing
//                                      │      └─> merged      ├─> closed
//                                      └── in_progress, instructed (within 60 s)
import * as z from 'zod/mini';

export const CASE_STATES = [
  'draft',
  'queued',
  'received',
  'reviewing',
  'need_info',
  'need_personal',
  'instructed',
  'in_progress',
  'closed',
  'merged',
  'withdrawn',
] as const;
export const caseStateSchema = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof caseStateSchema>;

/** [from, to, who may cause it]. `phone` moves happen before the secretariat knows of the record. */
export const TRANSITIONS: readonly (readonly [
  CaseState,
  CaseState,
  'phone' | 'member' | 'secretariat' | 'either',
])[] = [
  ['draft', 'queued', 'phone'],
  ['queued', 'received', 'phone'],
  ['queued', 'draft', 'phone'],
  ['received', 'reviewing', 'secretariat'],
  ['reviewing', 'need_info', 'secretariat'],
  ['need_info', 'reviewing', 'either'],
  ['reviewing', 'need_personal', 'secretariat'],
  ['need_personal', 'reviewing', 'either'],
  ['reviewing', 'instructed', 'secretariat'],
  ['instructed', 'in_progress', 'member'],
  ['instructed', 'closed', 'secretariat'],
  ['in_progress', 'closed', 'secretariat'],
  ['reviewing', 'merged', 'secretariat'],
  ['received', 'withdrawn', 'member'],
  ['draft', 'withdrawn', 'phone'],
  ['queued', 'withdrawn', 'phone'],
  ['instructed', 'reviewing', 'secretariat'],
  ['in_progress', 'reviewing', 'secretariat'],
  ['closed', 'reviewing', 'secretariat'],
];

/** 指示の取り消し: how long after sending an instruction `instructed → reviewing` is allowed. */
export const RETRACT_WITHIN_MS = 60_000;

export function mayMove(from: CaseState, to: CaseState, who: 'phone' | 'member' | 'secretariat'): boolean {
  return TRANSITIONS.some(
    ([f, t, by]) => f === from && t === to && (by === who || (by === 'either' && who !== 'phone')),
  );
}

/** States the desk may move a case to from here. */
export function nextForSecretariat(from: CaseState): CaseState[] {
  return TRANSITIONS.filter(([f, t]) => f === from && mayMove(f, t, 'secretariat')).map(([, to]) => to);
}

/** How a case ended, told to the member without personal data. Listed here once. */
export const CASE_OUTCOMES = [
  'consulted',
  'recovered',
  'prevented',
  'police',
  'welfare',
  'watching',
  'no_damage',
  'information',
  'unconfirmed',
  'duplicate',
] as const;
export const caseOutcomeSchema = z.enum(CASE_OUTCOMES);
export type CaseOutcome = z.infer<typeof caseOutcomeSchema>;

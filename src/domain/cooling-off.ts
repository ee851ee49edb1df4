// クーリング・オフの目安: how many days are left after the statutory document was received. Pure, whole calendar days.
// It never decides a case: the screen always adds 「目安」, the law and the consumer centre.
// Source: shared/domain/cooling-off.json (law as of June 2025; checked 2026-11-23).
import type { TroubleType } from './flow-sheet';

export interface CoolingOffRule {
  days: 8 | 20;
  law: string;
}

/** State of the law that the counts reflect, and when it was checked. */
export const COOLING_OFF_SOURCE = { lawAsOf: '2025年6月ころまでの改正', checkedOn: '2026-11-23' };

const RULES: Partial<Record<TroubleType, CoolingOffRule>> = {
  visit_sales: { days: 8, law: '特定商取引法9条' },
  inspection: { days: 8, law: '特定商取引法9条' },
  serial_sales: { days: 8, law: '特定商取引法9条' },
  phone_sales: { days: 8, law: '特定商取引法24条' },
  home_purchase: { days: 8, law: '特定商取引法58条の14' },
  side_job: { days: 20, law: '特定商取引法40条・58条' },
};

/** Rules for the troubles, each law once, shortest count first; empty when none of them has a count. */
export function coolingOffRules(troubles: readonly TroubleType[]): CoolingOffRule[] {
  const byLaw = new Map<string, CoolingOffRule>();
  for (const trouble of troubles) {
    const rule = RULES[trouble];
    if (rule) byLaw.set(rule.law, rule);
  }
  return [...byLaw.values()].sort((a, b) => a.days - b.days);
}

export type CoolingOffStatus =
  | { status: 'open' | 'last_day'; lastDay: string; remainingDays: number }
  | { status: 'expired_consult'; lastDay: string; remainingDays: 0 }
  | { status: 'not_started_consult' }
  | { status: 'invalid_future_date' };

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayText = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * Counts the day of receipt as day 1; holidays do not extend it.
 * @param received YYYY-MM-DD, or null when no document was received: then the count has not begun
 * @param today YYYY-MM-DD; remaining days include today
 */
export function coolingOffStatus(received: string | null, days: number, today: string): CoolingOffStatus {
  if (received === null) return { status: 'not_started_consult' };
  const first = dayNumber(received);
  const now = dayNumber(today);
  if (!(first <= now)) return { status: 'invalid_future_date' };
  const last = first + days - 1;
  const lastDay = dayText(last);
  if (now > last) return { status: 'expired_consult', lastDay, remainingDays: 0 };
  return { status: now === last ? 'last_day' : 'open', lastDay, remainingDays: last - now + 1 };
}

// What a record that waits is told to wait for. Pure.
import { WAITING_HINT, WAITING_NOT_ENROLLED, WAITING_PAUSED } from '../../i18n/ja/state-words';
import type { DeliveryStatus } from '../../services';

/** @param delivery undefined while it is not known yet */
export function waitingHint(delivery: DeliveryStatus['status'] | undefined): string {
  if (delivery === 'not-enrolled') return WAITING_NOT_ENROLLED;
  // "it goes by itself" would be wrong: a person has to do something first
  return delivery === 'paused' ? WAITING_PAUSED : WAITING_HINT;
}

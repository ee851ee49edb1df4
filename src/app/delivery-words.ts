// The header's line: in one look, has everything arrived? Never an alarm for a missing signal: that is normal.
import { clockTime, dayOf } from '../i18n/ja/time';
import type { DeliveryStatus } from '../services';

const NEVER = '電波が入ると、事務局とつながります';

/** `9:07` today, `11月23日(月) 9:07` on any other day, nothing when the instant is null. */
function whenSaid(instant: string | null, now: Date): string {
  if (instant === null) return '';
  return dayOf(instant) === dayOf(now) ? clockTime(instant) : `${dayOf(instant)} ${clockTime(instant)}`;
}

/** @param status null while the phone's storage has not been opened yet: then nothing is claimed */
export function deliveryWords(status: DeliveryStatus | null, now: Date): string {
  if (status === null) return '';
  switch (status.status) {
    case 'not-enrolled':
      return status.waiting > 0
        ? `送信待ち ${status.waiting}件・登録するまで、この端末で待ちます`
        : '登録するまで、この端末で待ちます';
    case 'all-delivered':
      return `すべて届いています ${whenSaid(status.at, now)}`;
    case 'never-contacted':
      return NEVER;
    case 'waiting': {
      const last = whenSaid(status.lastContactAt, now);
      // Nothing waits, but the secretariat has not confirmed since the last write: no claim either way (law 10).
      if (status.waiting === 0) return last === '' ? NEVER : `最終送信 ${last}`;
      return `送信待ち ${status.waiting}件${last && `・最終送信 ${last}`}`;
    }
    case 'sending':
      return status.waiting > 0 ? `送っています（${status.waiting}件）` : '送っています';
    case 'attention':
      return `送れなかった記録があります（${status.refused}件）`;
    case 'paused':
      return status.waiting > 0 ? `送信を止めています・送信待ち ${status.waiting}件` : '送信を止めています';
  }
}

/** Where a tap on the line leads: to the records when a person has something to do there. */
export function deliveryLink(status: DeliveryStatus | null): string | null {
  if (status?.status === 'attention') return '/sightings';
  return status?.status === 'paused' ? '/settings' : null;
}

// Where delivery stands, as one sentence, and what came of a press on 「今すぐ送る」. Pure.
import { problemWords } from '../../i18n/ja/problems';
import * as words from '../../i18n/ja/settings';
import type { DeliveryStatus } from '../../services';

/** @param when an instant as words */
export function deliverySentence(status: DeliveryStatus, when: (instant: string) => string): string {
  switch (status.status) {
    case 'not-enrolled':
      return words.notEnrolled(status.waiting);
    case 'all-delivered':
      return words.allDelivered(when(status.at));
    case 'never-contacted':
      return words.NEVER_CONTACTED;
    case 'waiting':
      return words.stillWaiting(
        status.waiting,
        status.lastContactAt === null ? null : when(status.lastContactAt),
      );
    case 'sending':
      return words.SENDING;
    case 'attention':
      return words.notSent(status.refused);
    case 'paused': {
      const { reason, todo } = problemWords(status.problem);
      return words.pausedSentence(`${reason}${todo}`, status.waiting);
    }
  }
}

/** Empty where the sentence above already says what a person has to do. */
export function pressSentence(status: DeliveryStatus | null): string {
  if (status?.status === 'all-delivered') return words.SENT_ALL;
  if (status?.status === 'waiting' || status?.status === 'never-contacted') return words.NOTHING_YET;
  return '';
}

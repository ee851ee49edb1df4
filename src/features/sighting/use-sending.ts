// What 「送信する」 does: missing → asks about personal data → queues once. Decides nothing about delivery.
//
//   idle ──press──> missing        (listed, focus goes there)
//     │    press──> personal-data  (asked once per wording; 「このまま送る」 goes on)
//     └────press──> sending ──> queued
//                      └──> idle, with the storage trouble shown
import { useRef, useState } from 'preact/hooks';
import { findPersonalData } from '../../domain/personal-data-check';
import { missingFrom, type Missing, type PersonalDataKind } from '../../domain/sighting';
import { calendarDay } from '../../i18n/ja/time';
import type { SightingService } from '../../services';
import type { DraftKeeper } from './draft-keeper';

export type SendState =
  | { status: 'idle' }
  | { status: 'missing'; missing: Missing[]; press: number }
  | { status: 'personal-data'; kinds: PersonalDataKind[] }
  | { status: 'sending'; slow: boolean }
  | { status: 'storage-full' }
  | { status: 'storage-unavailable' };

/** Sending that takes longer shows that it is going on. */
const SLOW_AFTER_MS = 1000;

export function useSending(
  keeper: DraftKeeper,
  sightings: SightingService,
  now: () => Date,
  onQueued: (recordId: string) => void,
) {
  const [state, setState] = useState<SendState>({ status: 'idle' });
  const underWay = useRef(false);
  const presses = useRef(0);

  const queue = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ status: 'sending', slow: false });
    const slow = window.setTimeout(() => setState({ status: 'sending', slow: true }), SLOW_AFTER_MS);
    const outcome = await keeper
      .alone(async (draft) => {
        const sent = await sightings.send(draft);
        // stopped in the same turn: a later save must not bring the sent draft back
        if (sent.status === 'queued') keeper.stop();
        return sent;
      })
      .catch(() => ({ status: 'storage-unavailable' as const }));
    window.clearTimeout(slow);
    // queued is the end: a second tap that is already on its way must not queue again
    underWay.current = outcome.status === 'queued';
    if (outcome.status === 'queued') onQueued(keeper.current().id);
    else if (outcome.status === 'incomplete') showMissing();
    else setState(outcome);
  };

  const showMissing = () => {
    presses.current += 1;
    const missing = missingFrom(keeper.current().answers, calendarDay(now()));
    setState({ status: 'missing', missing, press: presses.current });
    return missing.length > 0;
  };

  const send = (asked: 'personal-data-asked' | 'not-asked') => {
    if (underWay.current) return;
    const { answers } = keeper.current();
    if (missingFrom(answers, calendarDay(now())).length > 0) {
      showMissing();
      return;
    }
    const kinds = findPersonalData([answers.otherSign, answers.freeText].filter(Boolean).join('\n'));
    if (kinds.length > 0 && asked === 'not-asked') setState({ status: 'personal-data', kinds });
    else void queue();
  };

  return {
    state,
    press: () => send('not-asked'),
    sendAnyway: () => send('personal-data-asked'),
    backToWriting: () => setState({ status: 'idle' }),
  };
}

// Where redeeming stands and what is said about it. One redemption at a time; a second press while one runs is ignored.
//
//   idle ──redeem──> redeeming ──enrolled──> enrolled
//    │               │  │ ▲ ▲
//    │               │  │ │ └──「約束して、登録する」── secrecy
//    │               └──┼─┼────────────────────────────────▲   not accepted yet
//    └──say──> said <───┘ │ 「もう一度試す」
//                └────────┘
import { useRef, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import type { Enrolment, EnrolmentService, SecrecyAcceptance } from '../../services';

type NoticeKind = 'success' | 'warning' | 'error' | 'info';
/** the one button of a sentence: try this code again */
type Offer = { code: string } | null;

export type RedeemStep =
  | { status: 'idle' }
  | { status: 'redeeming' }
  | { status: 'secrecy'; code: string }
  | { status: 'said'; kind: NoticeKind; words: words.Words; offer: Offer }
  | { status: 'enrolled'; enrolment: Enrolment };

/** These say that the code itself is of no use any more; every other refusal may pass with time. */
const DEAD_CODES = ['invitation-unknown', 'invitation-used', 'invitation-expired', 'invitation-revoked'];

/** @param accept what the member accepted, at the moment of the press */
export function useRedeem(
  enrolments: EnrolmentService,
  accept: () => SecrecyAcceptance,
  onEnrolled: () => void,
) {
  const [step, setStep] = useState<RedeemStep>({ status: 'idle' });
  const running = useRef(false);
  const accepted = useRef<SecrecyAcceptance | null>(null);

  const say = (said: words.Words, kind: NoticeKind, offer: Offer) =>
    setStep({ status: 'said', kind, words: said, offer });

  async function redeem(code: string): Promise<void> {
    if (running.current) return;
    running.current = true;
    setStep({ status: 'redeeming' });
    try {
      const outcome = await enrolments.redeem(code, accepted.current);
      switch (outcome.status) {
        case 'secrecy-not-accepted':
          return setStep({ status: 'secrecy', code });
        case 'enrolled':
          setStep({ status: 'enrolled', enrolment: outcome.enrolment });
          onEnrolled();
          return;
        case 'already-enrolled':
          return say(await whose(enrolments), 'info', null);
        case 'refused': {
          const isDead = DEAD_CODES.includes(outcome.problem);
          return say(words.refusalWords(outcome.problem), 'error', isDead ? null : { code });
        }
        case 'no-connection':
          return say(words.NO_CONNECTION, 'warning', { code });
        case 'storage-unavailable':
          return say(words.STORAGE_UNAVAILABLE, 'error', { code });
      }
    } finally {
      running.current = false;
    }
  }

  function acceptAndRedeem(code: string): void {
    accepted.current = accept();
    void redeem(code);
  }

  return { step, redeem, acceptAndRedeem, say };
}

/** Whose registration this phone has. The watcher answers at once. */
function whose(enrolments: EnrolmentService): Promise<words.Words> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    let isSettled = false;
    stop = enrolments.watch((enrolment) => {
      isSettled = true;
      stop?.();
      resolve(
        enrolment === null
          ? words.ALREADY_ENROLLED_UNKNOWN
          : words.alreadyEnrolled(enrolment.member.displayName),
      );
    });
    if (isSettled) stop();
  });
}

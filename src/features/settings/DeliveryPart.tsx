// 「送信の状態」 and 「今すぐ送る」: the press is answered by a sentence about what came of it, never by silence.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemCode } from '../../domain/problem';
import * as words from '../../i18n/ja/settings';
import { clockTime, dayAndTime, dayOf } from '../../i18n/ja/time';
import type { DeliveryService } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import { useWatch } from '../../ui/use-watch';
import { deliverySentence, pressSentence } from './delivery-sentence';
import { Part } from './Part';

/** The secretariat no longer knows this phone: only a new invitation helps. */
const REGISTER_AGAIN: readonly ProblemCode[] = ['token-wrong', 'device-revoked'];

interface Props {
  delivery: DeliveryService;
  now: () => Date;
}

export function DeliveryPart({ delivery, now }: Props) {
  const status = useWatch(delivery.watch)?.value ?? null;
  const [press, setPress] = useState<'none' | 'running' | 'ended'>('none');
  const isHere = useRef(true);
  useEffect(() => () => void (isHere.current = false), []);

  async function send() {
    if (press === 'running') return;
    setPress('running');
    // A round that could not even begin is answered like one that reached nobody: everything is still here.
    await delivery.sendNow().catch(() => undefined);
    if (isHere.current) setPress('ended');
  }
  const when = (instant: string) =>
    dayOf(instant) === dayOf(now()) ? clockTime(instant) : dayAndTime(instant);

  return (
    <Part id="delivery" title={words.DELIVERY}>
      {status === null ? null : <p>{deliverySentence(status, when)}</p>}
      {status?.status === 'paused' && REGISTER_AGAIN.includes(status.problem) ? (
        <ButtonLink kind="outline" href="/badge">
          {words.READ_BADGE}
        </ButtonLink>
      ) : null}
      {status?.status === 'attention' ? (
        <ButtonLink kind="outline" href="/sightings">
          {words.TO_RECORDS}
        </ButtonLink>
      ) : null}
      <Button primary busy={press === 'running'} onPress={() => void send()}>
        {words.SEND_NOW}
      </Button>
      <p class="settings-answer" role="status">
        {press === 'running' ? words.SENDING_NOW : press === 'ended' ? pressSentence(status) : ''}
      </p>
    </Part>
  );
}

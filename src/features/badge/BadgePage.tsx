// 「構成員証を読み取る」: three ways to bring an invitation to this phone, side by side. Whatever fails, the other ways go
// on working and the code that was typed stays. It must never redeem a link by itself: `/join#…` waits for a tap.
import { useEffect, useRef, useState } from 'preact/hooks';
import { normaliseInvitation } from '../../domain/ids';
import * as words from '../../i18n/ja/badge';
import type { Services } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';
import { browserDevice } from './badge-device';
import type { BadgeDevice } from './badge-device';
import { BeforeRegistering } from './BeforeRegistering';
import { readScannedText } from './scanned-text';
import { Registration } from './Registration';
import { SecrecyPromise } from './SecrecyPromise';
import { ThreeWays } from './ThreeWays';
import { useRedeem } from './use-redeem';
import './badge.css';

interface Props {
  services: Services;
  /** what followed `/join#`, as it came; null when the page was opened by hand */
  startWithCode: string | null;
  now: () => Date;
  /** called once when this phone has become a device of a member */
  onEnrolled: () => void;
  /** a badge was read on a registered phone. @param code what followed `/v/` */
  onBadge: (code: string) => void;
  device?: BadgeDevice;
}

const SAID_ID = 'badge-said';

export function BadgePage({
  services,
  startWithCode,
  now,
  onEnrolled,
  onBadge,
  device = browserDevice,
}: Props) {
  const enrolment = useWatch(services.enrolment.watch)?.value ?? null;
  const accept = () => ({ at: now().toISOString(), text: services.content.secrecy().version });
  const { step, redeem, acceptAndRedeem, say } = useRedeem(services.enrolment, accept, onEnrolled);
  const [typed, setTyped] = useState(startWithCode ?? '');
  const [hereAnyway, setHereAnyway] = useState(false);

  // A link cut by a mail program still helps: what is left of it stands in the field.
  const linkCode = startWithCode === null ? null : normaliseInvitation(startWithCode);
  const [codeWaits, setCodeWaits] = useState(startWithCode !== null && linkCode === null);
  useEffect(() => {
    if (startWithCode !== null) return;
    void services.enrolment.waitingCode().then((code) => {
      if (code === null) return;
      // never over what is being typed
      setTyped((text) => (text === '' ? code : text));
      setCodeWaits(true);
    });
  }, [services, startWithCode]);

  const said = step.status === 'said' || step.status === 'enrolled' ? step : null;
  const lastSaid = useRef<unknown>(null);
  useEffect(() => {
    if (said === null || said === lastSaid.current) return;
    lastSaid.current = said;
    document.getElementById(SAID_ID)?.focus();
  }, [said]);

  function takeText(text: string): 'taken' | 'not-ours' {
    const scanned = readScannedText(text);
    if (scanned.kind === 'invitation') {
      setTyped(scanned.code);
      void redeem(scanned.code);
      return 'taken';
    }
    if (scanned.kind === 'badge') {
      // On a member's phone the page of the badge checks it and opens the sheet.
      if (enrolment !== null) onBadge(scanned.code);
      else say(words.BADGE_NOT_ENROLLED, 'info', null);
      return 'taken';
    }
    say(words.NOT_OURS, 'warning', null);
    return 'not-ours';
  }

  if (step.status === 'enrolled') {
    return (
      <div class="badge-page">
        <h1>{words.TITLE}</h1>
        <Notice kind="success" heading={words.ENROLLED} announce="status" id={SAID_ID}>
          <Registration enrolment={step.enrolment} />
        </Notice>
        <ButtonLink primary href="/">
          {words.TO_HOME}
        </ButtonLink>
      </div>
    );
  }

  if (step.status === 'secrecy') {
    return (
      <div class="badge-page">
        <h1>{words.TITLE}</h1>
        <SecrecyPromise
          text={services.content.secrecy()}
          onAccept={() => {
            // refused: the code stands in the open field, to be looked at again
            setCodeWaits(startWithCode === null);
            acceptAndRedeem(step.code);
          }}
        />
      </div>
    );
  }

  const { surface, system, installed } = device.install();
  const elsewhereFirst =
    enrolment === null && !installed && !hereAnyway && (surface === 'ios' || surface === 'in-app');

  return (
    <div class="badge-page">
      <h1>{words.TITLE}</h1>
      {linkCode !== null ? <p>{words.LINK_INTRO}</p> : enrolment === null ? <p>{words.INTRO}</p> : null}
      {enrolment === null ? null : (
        <section aria-labelledby="badge-registered">
          <h2 id="badge-registered">{words.REGISTERED_NOW}</h2>
          <Registration enrolment={enrolment} />
        </section>
      )}
      {step.status === 'redeeming' ? <p role="status">{words.REDEEMING}</p> : null}
      {step.status === 'said' ? (
        <Notice kind={step.kind} heading={step.words.heading} announce="alert" id={SAID_ID}>
          <p>{step.words.body}</p>
          {step.offer !== null ? <TryAgain code={step.offer.code} redeem={redeem} /> : null}
        </Notice>
      ) : null}
      {elsewhereFirst ? (
        <BeforeRegistering
          inApp={surface === 'in-app'}
          system={system}
          code={linkCode}
          copy={device.copy}
          onHereAnyway={() => setHereAnyway(true)}
        />
      ) : (
        <>
          {enrolment === null ? (
            <ul class="badge-meaning">
              {words.WHAT_IT_MEANS.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
          {linkCode !== null ? (
            // also on a registered phone: when the secretariat no longer knows it, this is the way back
            <Button primary busy={step.status === 'redeeming'} onPress={() => void redeem(linkCode)}>
              {words.REDEEM_LINK}
            </Button>
          ) : null}
          <ThreeWays
            device={device}
            typed={typed}
            onType={setTyped}
            onText={takeText}
            busy={step.status === 'redeeming'}
            codeWaits={codeWaits}
            second={linkCode !== null}
          />
        </>
      )}
    </div>
  );
}

function TryAgain({ code, redeem }: { code: string; redeem: (code: string) => Promise<void> }) {
  return (
    <Button primary onPress={() => void redeem(code)}>
      {words.TRY_AGAIN}
    </Button>
  );
}

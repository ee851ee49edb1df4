// `/v/<code>`: a badge's QR opened in the browser. On a phone of the same network it opens the sheet; anybody else learns
// 「この構成員は本物か」: organisation, valid or not, never a name. What could not be checked is never called genuine.
import { useEffect, useRef, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import type { BadgeCheck, Services } from '../../services';
import { Button, ButtonLink } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';
import './badge.css';

interface Props {
  services: Services;
  /** what followed `/v/`; shown nowhere */
  code: string;
  /** this phone's own network signed the badge */
  onOwnNetwork: () => void;
}

export function BadgeLinkPage({ services, code, onOwnNetwork }: Props) {
  const [check, setCheck] = useState<BadgeCheck | null>(null);
  const [tries, setTries] = useState(0);
  const enrolment = useWatch(services.enrolment.watch)?.value ?? null;
  // asked once for a code, whatever the page above is drawn for
  const lead = useRef(onOwnNetwork);
  useEffect(() => {
    lead.current = onOwnNetwork;
  }, [onOwnNetwork]);
  useEffect(() => {
    let isHere = true;
    setCheck(null);
    void services.badges.check(code).then((found) => {
      if (!isHere) return;
      setCheck(found);
      if (found.status === 'own-network') lead.current();
    });
    return () => {
      isHere = false;
    };
  }, [services, code, tries]);

  return (
    <div class="badge-page">
      <h1>{words.GENUINE_TITLE}</h1>
      {check === null ? <p role="status">{words.GENUINE_ASKING}</p> : <Said check={check} />}
      {check?.status === 'cannot-check' || check?.status === 'too-often' ? (
        <Button primary onPress={() => setTries((count) => count + 1)}>
          {words.GENUINE_AGAIN}
        </Button>
      ) : null}
      {check?.status === 'own-network' ? (
        <ButtonLink primary href="/sightings/new">
          {words.TO_SIGHTING}
        </ButtonLink>
      ) : null}
      {check !== null && enrolment === null ? (
        <>
          <p>{words.BADGE_LINK_MEMBER}</p>
          <ButtonLink kind="outline" href="/badge">
            {words.TITLE}
          </ButtonLink>
        </>
      ) : null}
    </div>
  );
}

function Said({ check }: { check: BadgeCheck }) {
  switch (check.status) {
    case 'own-network':
      return <p role="status">{words.BADGE_LINK_ENROLLED}</p>;
    case 'known': {
      const { badge } = check;
      const said = badge.valid ? words.GENUINE_YES : words.GENUINE_STOPPED;
      return (
        <Notice kind={badge.valid ? 'success' : 'error'} heading={said.heading} announce="status">
          <p>{said.body}</p>
          <dl class="badge-facts">
            <dt>{words.ORGANISATION}</dt>
            <dd>{badge.organisation}</dd>
            <dt>{words.KIND}</dt>
            <dd>{words.KIND_WORDS[badge.kind]}</dd>
            <dt>{words.NETWORK}</dt>
            <dd>{badge.network}</dd>
          </dl>
        </Notice>
      );
    }
    case 'not-ours':
    case 'too-often':
    case 'cannot-check': {
      const said = words.GENUINE_NOT[check.status];
      return (
        <Notice
          kind={check.status === 'not-ours' ? 'error' : 'warning'}
          heading={said.heading}
          announce="status"
        >
          <p>{said.body}</p>
        </Notice>
      );
    }
  }
}

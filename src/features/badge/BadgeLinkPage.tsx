// `/v/<code>`: a badge's QR opened in the browser. On a member's phone it leads to the sheet; anybody else learns what it
// is and whom to ask. It never claims that a badge is genuine: only the office can say so today.
import * as words from '../../i18n/ja/badge';
import type { Services } from '../../services';
import { ButtonLink } from '../../ui/Button';
import { useWatch } from '../../ui/use-watch';
import { Registration } from './Registration';
import './badge.css';

interface Props {
  services: Services;
  /** what followed `/v/`; shown nowhere */
  code: string;
}

export function BadgeLinkPage({ services }: Props) {
  const seen = useWatch(services.enrolment.watch);
  if (seen === null) return <h1>{words.BADGE_LINK_TITLE}</h1>;
  const enrolment = seen.value;
  return (
    <div class="badge-page">
      <h1>{words.BADGE_LINK_TITLE}</h1>
      {enrolment === null ? (
        <>
          <p>{words.BADGE_LINK_STRANGER}</p>
          <p>{words.BADGE_LINK_MEMBER}</p>
          <ButtonLink kind="outline" primary href="/badge">
            {words.TITLE}
          </ButtonLink>
        </>
      ) : (
        <>
          <p>{words.BADGE_LINK_ENROLLED}</p>
          <ButtonLink primary href="/sightings/new">
            {words.TO_SIGHTING}
          </ButtonLink>
          <Registration enrolment={enrolment} />
        </>
      )}
    </div>
  );
}

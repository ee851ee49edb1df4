// 「相談先」: whom to call, for everybody, offline and before enrolment. Numbers are links; nothing dials by itself.
import * as words from '../../i18n/ja/hotlines';
import type { NetworkProfile } from '../../domain/network';
import type { Services } from '../../services';
import { useWatch } from '../../ui/use-watch';
import { HotlineCard } from './HotlineCard';
import { LocalCard } from './LocalCard';
import './hotlines.css';

/** Life or money in danger now; everything else can wait a minute. */
const EMERGENCY_IDS = ['h110', 'h119'];
/** In the order in which a member needs them. */
const LOCAL_ROLES = ['secretariat', 'center', 'welfare', 'police'] as const;

export function HotlinesPage({ services }: { services: Services }) {
  const seen = useWatch(services.enrolment.watch);
  const hotlines = services.content.hotlines();
  const isEmergency = ({ id }: { id: string }) => EMERGENCY_IDS.includes(id);
  return (
    <div class="hotlines-page">
      <h1>{words.TITLE}</h1>
      <p>{words.INTRO}</p>
      <section aria-labelledby="hotlines-consult">
        <h2 id="hotlines-consult">{words.CONSULT}</h2>
        <ul class="hotlines-list">
          {hotlines
            .filter((hotline) => !isEmergency(hotline))
            .map((hotline) => (
              <HotlineCard key={hotline.id} hotline={hotline} isUrgent={false} />
            ))}
        </ul>
      </section>
      <section aria-labelledby="hotlines-emergency">
        <h2 id="hotlines-emergency">{words.EMERGENCY}</h2>
        <ul class="hotlines-list">
          {hotlines.filter(isEmergency).map((hotline) => (
            <HotlineCard key={hotline.id} hotline={hotline} isUrgent />
          ))}
        </ul>
      </section>
      {seen === null ? null : (
        <section aria-labelledby="hotlines-local">
          <h2 id="hotlines-local">{words.LOCAL}</h2>
          {seen.value === null ? <p>{words.LOCAL_NOT_ENROLLED}</p> : <Local network={seen.value.network} />}
        </section>
      )}
    </div>
  );
}

function Local({ network }: { network: NetworkProfile }) {
  const roles = LOCAL_ROLES.filter((role) => network[role] !== null);
  if (roles.length === 0) return <p>{words.LOCAL_NOT_SET}</p>;
  return (
    <ul class="hotlines-list">
      {roles.map((role) => (
        <LocalCard key={role} role={words.ROLE[role]} contact={network[role]!} network={network.name} />
      ))}
    </ul>
  );
}

// 110 and 119 as large telephone links, inline in the page: never a dialog, never dialled by itself.
import { AMBULANCE, EMERGENCY_TITLE, POLICE } from '../i18n/ja/emergency';
import { Icon } from './Icon';

/** @param within part of something that is named already: no landmark of its own */
export function EmergencyCall({ within = false }: { within?: boolean }) {
  return (
    <section class="ui-emergency" aria-label={within ? undefined : EMERGENCY_TITLE}>
      <p class="ui-emergency-title">{EMERGENCY_TITLE}</p>
      <div class="ui-emergency-calls">
        {[POLICE, AMBULANCE].map((line) => (
          <a class="ui-emergency-call" href={line.tel} key={line.number} aria-label={line.name}>
            <Icon icon="phone" />
            <span class="ui-emergency-number">{line.number}</span>
            <span>{line.label}</span>
          </a>
        ))}
      </div>
    </section>
  );
}

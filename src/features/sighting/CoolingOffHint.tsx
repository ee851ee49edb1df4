// The cooling-off days left, as 目安 with its law and date; never a verdict.
import {
  COOLING_OFF_SOURCE,
  coolingOffRules,
  coolingOffStatus,
  type CoolingOffRule,
} from '../../domain/cooling-off';
import type { SightingAnswers } from '../../domain/sighting';
import {
  COOLING_BODY,
  COOLING_TITLE,
  COOLING_UNKNOWN,
  coolingHeading,
  coolingLaw,
  coolingSource,
} from '../../i18n/ja/sighting-details';
import { fullDay } from '../../i18n/ja/time';

interface Props {
  answers: SightingAnswers;
  /** YYYY-MM-DD */
  today: string;
}

function Count({ rule, received, today }: { rule: CoolingOffRule; received: string | null; today: string }) {
  const status = coolingOffStatus(received, rule.days, today);
  return (
    <>
      <p class="sheet-cooling-days">{coolingHeading(status, fullDay)}</p>
      <p>{COOLING_BODY[status.status]}</p>
      <p class="ui-hint">{coolingLaw(rule)}</p>
    </>
  );
}

export function CoolingOffHint({ answers, today }: Props) {
  const answer = answers.docReceivedOn;
  const rules = coolingOffRules(answers.troubleTypes);
  if (answer === undefined || answer === '') return null;
  const received = answer === 'not_received' ? null : answer;
  return (
    <section class="sheet-cooling" aria-label={COOLING_TITLE} aria-live="polite">
      <h3>{COOLING_TITLE}</h3>
      {answer === 'unknown' ? (
        <>
          <p class="sheet-cooling-days">{COOLING_UNKNOWN.heading}</p>
          <p>{COOLING_UNKNOWN.body}</p>
        </>
      ) : (
        (received === null ? rules.slice(0, 1) : rules).map((rule) => (
          <Count key={rule.law} rule={rule} received={received} today={today} />
        ))
      )}
      <p class="ui-hint">{coolingSource(COOLING_OFF_SOURCE.lawAsOf)}</p>
    </section>
  );
}

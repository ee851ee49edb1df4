// Urgency and state as a word with a shape: never by colour alone.
import type { CaseState } from '../../domain/case-state';
import type { Urgency } from '../../domain/flow-sheet';
import { stateWord, URGENCY_SHORT } from '../desk-words';
import { Icon } from './Icon';

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  return (
    <span class={`dk-badge dk-badge--${urgency}`}>
      <Icon name={urgency} />
      {URGENCY_SHORT[urgency]}
    </span>
  );
}

export function StateBadge({ state }: { state: CaseState }) {
  return <span class={`dk-state dk-state--${state}`}>{stateWord(state)}</span>;
}

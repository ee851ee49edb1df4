// Where a record stands: an icon and the word of state. The word alone is enough to understand it.
import { STATE_WORDS, type StateName } from '../i18n/ja/state-words';
import { Icon, type IconName } from './Icon';

const ICONS: Record<StateName, IconName> = {
  draft: 'saved',
  waiting: 'waiting',
  sending: 'sending',
  delivered: 'delivered',
  reviewed: 'reviewed',
  instructed: 'instructed',
  refused: 'error',
  done: 'success',
  withdrawn: 'withdrawn',
};

export function StateMark({ state }: { state: StateName }) {
  return (
    <span class={`ui-state ui-state-${state}`}>
      <Icon icon={ICONS[state]} />
      <span>{STATE_WORDS[state]}</span>
    </span>
  );
}

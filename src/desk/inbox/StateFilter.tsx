// One state at a time, with its count. Pressed, not checked: it filters at once.
import { CASE_STATE_WORDS } from '../../content/case-words';
import type { CaseState } from '../../domain/case-state';
import { stateWord } from '../desk-words';
import { FILTER_STATES } from './inbox-order';

interface StateFilterProps {
  counts: Readonly<Record<string, number>>;
  chosen: CaseState | null;
  onChoose(state: CaseState | null): void;
}

export function StateFilter({ counts, chosen, onChoose }: StateFilterProps) {
  const total = FILTER_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <div class="dk-chips" role="group" aria-label="状態で絞り込む">
      <button class="dk-chip" type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        すべて<span class="dk-chip__count">{total}</span>
      </button>
      {FILTER_STATES.filter((state) => isShown(state, counts, chosen)).map((state) => (
        <button
          key={state}
          class="dk-chip"
          type="button"
          title={CASE_STATE_WORDS[state]}
          aria-pressed={chosen === state}
          onClick={() => onChoose(state)}
        >
          {stateWord(state)}
          <span class="dk-chip__count">{counts[state] ?? 0}</span>
        </button>
      ))}
    </div>
  );
}

/** The four of the daily round always; the rarer ones only when there are any. */
const ALWAYS: readonly CaseState[] = ['received', 'reviewing', 'instructed', 'in_progress', 'closed'];
function isShown(state: CaseState, counts: Readonly<Record<string, number>>, chosen: CaseState | null) {
  return ALWAYS.includes(state) || state === chosen || (counts[state] ?? 0) > 0;
}

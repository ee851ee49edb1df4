// 「緊急度」: preset by the signs, changed by the member, raised on offer when money moves. 110 / 119 stand in the send bar.
import { URGENCIES } from '../../domain/flow-sheet';
import type { SightingAnswers } from '../../domain/sighting';
import { EMERGENCY_FREE } from '../../i18n/ja/emergency';
import { RAISE_NO, RAISE_QUESTION, RAISE_YES, URGENCY_AUTO } from '../../i18n/ja/sighting';
import type { ContentService } from '../../services';
import { Button } from '../../ui/Button';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { withUrgency } from './sheet-answers';
import type { Edit } from './use-draft';

interface Props {
  answers: SightingAnswers;
  content: ContentService;
  edit: Edit;
}

export function UrgencyField({ answers, content, edit }: Props) {
  const words = content.words();
  return (
    <ChoiceTiles
      kind="radio"
      name="urgency"
      legend={words.FIELD_WORDS.urgency.label}
      hint={answers.urgency === 'emergency' ? EMERGENCY_FREE : URGENCY_AUTO}
      choices={URGENCIES.map((value) => ({ value, label: words.URGENCY_WORDS[value] }))}
      chosen={answers.urgency === undefined ? [] : [answers.urgency]}
      onChoose={(value) => edit((before) => withUrgency(before, value))}
    />
  );
}

/** Only an offer: 「このままにする」 leaves the urgency where it is. */
export function RaiseOffer({ edit, onLeave }: { edit: Edit; onLeave: () => void }) {
  return (
    <div class="sheet-offer" role="status">
      <p>{RAISE_QUESTION}</p>
      <div class="ui-row">
        <Button kind="outline" onPress={onLeave}>
          {RAISE_NO}
        </Button>
        <Button onPress={() => edit((before) => withUrgency(before, 'high'))}>{RAISE_YES}</Button>
      </div>
    </div>
  );
}

// While filling: what to say (声かけの言葉), what to mind, and which trouble it may be. Suggests, never demands.
import type { SightingAnswers } from '../../domain/sighting';
import { ADVICE_HINT, ADVICE_TITLE, NOTE_MARK, SUGGESTED_TROUBLES } from '../../i18n/ja/sighting';
import type { ContentService } from '../../services';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { Icon } from '../../ui/Icon';
import { likelyTroubles, tickedSigns, withTrouble } from './sheet-answers';
import type { Edit } from './use-draft';

interface Props {
  answers: SightingAnswers;
  content: ContentService;
  edit: Edit;
}

export function Advice({ answers, content, edit }: Props) {
  const words = content.words();
  const ticked = tickedSigns(answers, (id) => content.sign(id));
  if (ticked.length === 0) return null;
  const likely = likelyTroubles(answers, (id) => content.sign(id));
  return (
    <>
      <section class="sheet-advice" aria-labelledby="advice-title">
        <h2 id="advice-title">{ADVICE_TITLE}</h2>
        <p class="ui-hint">{ADVICE_HINT}</p>
        <ul>
          {ticked.map((sign) => (
            <li key={sign.id}>
              <p class="sheet-phrase">「{sign.phrase}」</p>
              {sign.note === '' ? null : (
                <p class="sheet-note">
                  <Icon icon="warning" name={NOTE_MARK} />
                  <span>{sign.note}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <ChoiceTiles
        kind="checkbox"
        name="likely"
        legend={SUGGESTED_TROUBLES}
        choices={likely.map((value) => ({ value, label: words.TROUBLE_WORDS[value] }))}
        chosen={answers.troubleTypes}
        onChoose={(value, on) => edit((before) => withTrouble(before, value, on))}
      />
    </>
  );
}

// A sheet to read, not to write: question and answer in the order of the sheet. Leaves out what has no answer.
import type { SightingAnswers } from '../../domain/sighting';
import type { ContentService } from '../../services';

interface Props {
  answers: SightingAnswers;
  content: ContentService;
}

export function SheetSummary({ answers, content }: Props) {
  const words = content.words();
  const lines: [string, string[]][] = [
    [words.FIELD_WORDS.place.label, answers.place ? [words.PLACE_WORDS[answers.place]] : []],
    [words.FIELD_WORDS.signs.label, answers.signs.map((id) => content.sign(id)?.label ?? id)],
    [words.FIELD_WORDS.otherSign.label, answers.otherSign ? [answers.otherSign] : []],
    [words.FIELD_WORDS.urgency.label, answers.urgency ? [words.URGENCY_WORDS[answers.urgency]] : []],
    [words.FIELD_WORDS.troubleTypes.label, answers.troubleTypes.map((type) => words.TROUBLE_WORDS[type])],
    [words.FIELD_WORDS.freeText.label, answers.freeText ? [answers.freeText] : []],
  ];
  return (
    <dl class="sheet-summary">
      {lines
        .filter(([, answer]) => answer.length > 0)
        .map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            {answer.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}

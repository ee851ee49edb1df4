// What was written, to read again: the answers as they were sent. Leaves out what was not answered.
import { SENT_SEALED, WHAT_WAS_WRITTEN } from '../../i18n/ja/record';
import type { ContentService, RecordDetail } from '../../services';

interface Props {
  place: string;
  signs: readonly string[];
  detail: RecordDetail;
  content: ContentService;
}

export function WrittenSighting({ place, signs, detail, content }: Props) {
  const words = content.words();
  const fields = words.FIELD_WORDS;
  const { sighting } = detail;
  const lines: [string, readonly string[]][] = [
    [fields.place.label, place === '' ? [] : [place]],
    [fields.signs.label, signs],
  ];
  if (sighting !== null) {
    const known = <T extends string>(value: T | undefined, text: Record<T, string>) =>
      value === undefined || value === 'unknown' ? [] : [text[value]];
    lines.push(
      [fields.otherSign.label, sighting.wroteOtherSign ? [SENT_SEALED] : []],
      [fields.urgency.label, [words.URGENCY_WORDS[sighting.urgency]]],
      [
        fields.troubleTypes.label,
        sighting.troubleTypes.filter((type) => type !== 'unknown').map((type) => words.TROUBLE_WORDS[type]),
      ],
      [fields.moneyStatus.label, known(sighting.moneyStatus, words.MONEY_WORDS)],
      [fields.approach.label, known(sighting.approach, words.APPROACH_WORDS)],
      [fields.reaction.label, known(sighting.reaction, words.REACTION_WORDS)],
      [fields.ageBand.label, known(sighting.ageBand, words.AGE_WORDS)],
      [fields.household.label, known(sighting.household, words.HOUSEHOLD_WORDS)],
      [fields.careNeeds.label, sighting.careNeeds.map((need) => words.CARE_WORDS[need])],
      [fields.area.label, sighting.area === undefined ? [] : [sighting.area]],
      [fields.freeText.label, sighting.wroteFreeText ? [SENT_SEALED] : []],
    );
  }
  const answered = lines.filter(([, answer]) => answer.length > 0);
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="written-title">
      <h2 id="written-title">{WHAT_WAS_WRITTEN}</h2>
      <dl class="record-written">
        {answered.map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            {answer.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

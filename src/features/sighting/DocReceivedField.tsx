// 「契約書面を受け取った日」: a day, 受け取っていない, or わからない; then the cooling-off count as a 目安.
import { useState } from 'preact/hooks';
import { DOCUMENT_ANSWERS } from '../../domain/flow-sheet';
import type { SightingAnswers } from '../../domain/sighting';
import { DATE_FUTURE, DOC_DAY, DOC_WORDS, HINTS } from '../../i18n/ja/sighting-details';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { TextField } from '../../ui/TextField';
import { CoolingOffHint } from './CoolingOffHint';
import type { Edit } from './use-draft';

type Kind = 'date' | (typeof DOCUMENT_ANSWERS)[number];

interface Props {
  answers: SightingAnswers;
  label: string;
  today: string;
  edit: Edit;
}

function kindOf(answer: string | undefined): Kind | null {
  if (answer === undefined || answer === '') return null;
  return DOCUMENT_ANSWERS.find((known) => known === answer) ?? 'date';
}

export function DocReceivedField({ answers, label, today, edit }: Props) {
  const [asksDay, setAsksDay] = useState(false);
  const answer = answers.docReceivedOn;
  const kind = kindOf(answer) ?? (asksDay ? 'date' : null);
  const future = kind === 'date' && (answer ?? '') > today;
  return (
    <div class="sheet-group">
      <ChoiceTiles
        kind="radio"
        name="doc"
        legend={label}
        hint={HINTS.docReceivedOn}
        choices={(['date', ...DOCUMENT_ANSWERS] as const).map((value) => ({
          value,
          label: DOC_WORDS[value],
        }))}
        chosen={kind === null ? [] : [kind]}
        onChoose={(value) => {
          setAsksDay(value === 'date');
          edit((before) => ({ ...before, docReceivedOn: value === 'date' ? '' : value }));
        }}
      />
      {kind === 'date' ? (
        <TextField
          id="doc-day"
          type="date"
          label={DOC_DAY}
          lastDay={today}
          error={future ? DATE_FUTURE : undefined}
          value={answer ?? ''}
          onWrite={(day) => {
            setAsksDay(true);
            edit((before) => ({ ...before, docReceivedOn: day }));
          }}
        />
      ) : null}
      {future ? null : <CoolingOffHint answers={answers} today={today} />}
    </div>
  );
}

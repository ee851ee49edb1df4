// 「くわしく書く（書かなくても送れます）」: every optional field of the sheet, each shown under its condition.
import {
  AGE_BANDS,
  APPROACHES,
  CARE_NEEDS,
  CONSENTS,
  CONTACT_BACK,
  HOUSEHOLDS,
  LIMITS,
  MONEY_STATUSES,
  OCCURRED,
  REACTIONS,
  TROUBLE_TYPES,
  visibleWhen,
} from '../../domain/flow-sheet';
import type { SightingAnswers } from '../../domain/sighting';
import { NO_PERSONAL_DATA } from '../../i18n/ja/sighting';
import { AREA_NONE, DATE_FUTURE, HINTS, OCCURRED_ON, TROUBLE_LIMIT } from '../../i18n/ja/sighting-details';
import type { ContentService } from '../../services';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { DocReceivedField } from './DocReceivedField';
import { likelyTroubles, withCareNeed, withTrouble } from './sheet-answers';
import type { Edit } from './use-draft';

interface Props {
  answers: SightingAnswers;
  content: ContentService;
  areas: readonly string[];
  today: string;
  edit: Edit;
}

type SingleKey =
  | 'moneyStatus'
  | 'approach'
  | 'reaction'
  | 'consentShare'
  | 'ageBand'
  | 'household'
  | 'occurred'
  | 'contactBack';

export function DetailFields({ answers, content, areas, today, edit }: Props) {
  const words = content.words();
  const labels = words.FIELD_WORDS;
  const visible = visibleWhen(answers);
  const likely = likelyTroubles(answers, (id) => content.sign(id));

  /** One question with one answer; the default of the sheet stands until something is chosen. */
  const single = <K extends SingleKey>(
    key: K,
    codes: readonly NonNullable<SightingAnswers[K]>[],
    text: Record<string, string>,
    hint?: string,
  ) => (
    <ChoiceTiles
      kind="radio"
      name={key}
      legend={labels[key].label}
      hint={hint}
      short
      choices={codes.map((value) => ({ value, label: text[value] ?? value }))}
      chosen={answers[key] === undefined ? [] : [answers[key]]}
      onChoose={(value) => edit((before) => ({ ...before, [key]: value }))}
    />
  );

  return (
    <>
      <ChoiceTiles
        kind="checkbox"
        name="troubles"
        legend={labels.troubleTypes.label}
        hint={HINTS.troubleTypes}
        error={answers.troubleTypes.length > LIMITS.troubleTypes ? TROUBLE_LIMIT : undefined}
        choices={TROUBLE_TYPES.filter((type) => !likely.includes(type)).map((value) => ({
          value,
          label: words.TROUBLE_WORDS[value],
        }))}
        chosen={answers.troubleTypes}
        onChoose={(value, on) => edit((before) => withTrouble(before, value, on))}
      />
      {visible.docReceivedOn ? (
        <DocReceivedField answers={answers} label={labels.docReceivedOn.label} today={today} edit={edit} />
      ) : null}
      {single('moneyStatus', MONEY_STATUSES, words.MONEY_WORDS)}
      {single('approach', APPROACHES, words.APPROACH_WORDS, HINTS.approach)}
      {visible.reaction ? single('reaction', REACTIONS, words.REACTION_WORDS, HINTS.reaction) : null}
      {visible.consentShare
        ? single('consentShare', CONSENTS, words.CONSENT_WORDS, HINTS.consentShare)
        : null}
      {single('ageBand', AGE_BANDS, words.AGE_WORDS, HINTS.ageBand)}
      {single('household', HOUSEHOLDS, words.HOUSEHOLD_WORDS)}
      <ChoiceTiles
        kind="checkbox"
        name="care"
        legend={labels.careNeeds.label}
        hint={HINTS.careNeeds}
        short
        choices={CARE_NEEDS.map((value) => ({ value, label: words.CARE_WORDS[value] }))}
        chosen={answers.careNeeds}
        onChoose={(value, on) => edit((before) => withCareNeed(before, value, on))}
      />
      {single('occurred', OCCURRED, words.OCCURRED_WORDS)}
      {visible.occurredOn ? (
        <TextField
          id="occurred-on"
          type="date"
          label={OCCURRED_ON}
          lastDay={today}
          error={(answers.occurredOn ?? '') > today ? DATE_FUTURE : undefined}
          value={answers.occurredOn ?? ''}
          onWrite={(day) => edit((before) => ({ ...before, occurredOn: day }))}
        />
      ) : null}
      {areas.length === 0 ? null : (
        <ChoiceTiles
          kind="radio"
          name="area"
          legend={labels.area.label}
          hint={HINTS.area}
          short
          choices={['', ...areas].map((value) => ({ value, label: value === '' ? AREA_NONE : value }))}
          chosen={[answers.area ?? '']}
          onChoose={(value) => edit((before) => ({ ...before, area: value }))}
        />
      )}
      <TextArea
        id="free-text"
        label={labels.freeText.label}
        warning={NO_PERSONAL_DATA}
        hint={HINTS.freeText}
        most={LIMITS.freeText}
        value={answers.freeText ?? ''}
        onWrite={(text) => edit((before) => ({ ...before, freeText: text }), 'typing')}
      />
      {single('contactBack', CONTACT_BACK, words.CONTACT_BACK_WORDS, HINTS.contactBack)}
    </>
  );
}

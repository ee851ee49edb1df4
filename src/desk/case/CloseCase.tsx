// 「完了にする」: never without feedback to the member. The text comes from T11 and may be changed.
import { useState } from 'preact/hooks';
import { OUTCOME_WORDS } from '../../content/case-words';
import { fillTemplate, TEMPLATES } from '../../content/instruction-templates';
import { CASE_OUTCOMES, type CaseOutcome } from '../../domain/case-state';
import { INSTRUCTION_MAX } from '../../domain/instruction';
import type { CaseRow } from '../../domain/desk-contract';
import { useKeptText } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import type { Act } from './case-work';

interface CloseCaseProps {
  row: CaseRow;
  act: Act;
  onClosed(): void;
  onCancel(): void;
}

/** T11 with the words of an outcome. */
export function feedbackText(receiptNo: string, outcome: CaseOutcome): string {
  const words = OUTCOME_WORDS[outcome];
  return fillTemplate(TEMPLATES.T11.body, {
    receiptNo,
    outcomeShort: words.short,
    outcomeEffect: words.effect,
  });
}

export function CloseCase({ row, act, onClosed, onCancel }: CloseCaseProps) {
  const [keptOutcome, setOutcome, forgetOutcome] = useKeptText(`case:${row.recordId}:outcome`);
  const [text, setText, forgetText] = useKeptText(`case:${row.recordId}:feedback`);
  const [pressed, setPressed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const outcome = CASE_OUTCOMES.find((code) => code === keptOutcome) ?? null;
  const ownWords =
    text.trim() !== '' && !CASE_OUTCOMES.some((code) => text === feedbackText(row.receiptNo, code));
  const errors = {
    outcome: outcome === null ? '結果を選んでください' : undefined,
    text:
      text.trim() === ''
        ? '構成員へのフィードバックの文を書いてください。文がないと完了にできません'
        : undefined,
  };

  function choose(next: CaseOutcome) {
    setOutcome(next);
    // words of one's own are never written over
    if (!ownWords) setText(feedbackText(row.receiptNo, next));
  }

  async function close(event: Event) {
    event.preventDefault();
    if (sending) return;
    setPressed(true);
    setFailure(null);
    if (outcome === null) return document.getElementById(`outcome-${CASE_OUTCOMES[0]}`)?.focus();
    if (errors.text) return document.getElementById('feedback-text')?.focus();
    setSending(true);
    const answer = await act({ kind: 'close', outcome, text: text.trim() });
    setSending(false);
    if (answer.status !== 'reply') return setFailure(failureWords(answer));
    forgetOutcome();
    forgetText();
    onClosed();
  }

  return (
    <form class="dk-panel" aria-labelledby="close-heading" onSubmit={close} noValidate>
      <h2 class="dk-h2" id="close-heading">
        完了にする
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      <fieldset class="dk-fieldset">
        <legend class="dk-label">
          結果（構成員に伝わります）
          {pressed && errors.outcome && <span class="dk-field__error">＊{errors.outcome}</span>}
        </legend>
        <div class="dk-radios">
          {CASE_OUTCOMES.map((code) => (
            <label key={code} class="dk-check">
              <input
                id={`outcome-${code}`}
                type="radio"
                name="outcome"
                checked={outcome === code}
                onChange={() => choose(code)}
              />
              {OUTCOME_WORDS[code].short}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        id="feedback-text"
        label="構成員へのフィードバック"
        hint="個人情報は書かないでください。このまま構成員のスマートフォンに届きます。"
        error={pressed ? errors.text : undefined}
      >
        <textarea
          {...tiedTo('feedback-text', { hint: true, error: pressed ? errors.text : undefined })}
          class="dk-input dk-input--area"
          rows={4}
          maxLength={INSTRUCTION_MAX}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      {ownWords && outcome !== null && (
        <button
          class="dk-button dk-button--small"
          type="button"
          onClick={() => setText(feedbackText(row.receiptNo, outcome))}
        >
          ひな形の文に戻す
        </button>
      )}
      <div class="dk-actions">
        <button class="dk-button dk-button--primary" type="submit" aria-busy={sending}>
          フィードバックを送って完了にする
        </button>
        <button class="dk-button" type="button" onClick={onCancel}>
          やめる
        </button>
      </div>
    </form>
  );
}

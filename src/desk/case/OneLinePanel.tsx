// A step that asks one thing before it is taken: the reason for going back, or the number of the same case.
import { useState } from 'preact/hooks';
import { useKeptText } from '../desk-context';
import type { Failure } from '../desk-client';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

interface OneLinePanelProps {
  heading: string;
  label: string;
  hint: string;
  button: string;
  missing: string;
  maxLength: number;
  draftKey: string;
  /** what is wrong with the text before it is sent; undefined: nothing */
  check?(text: string): string | undefined;
  /** null: it went well */
  run(text: string): Promise<Failure | null>;
  /** its own sentence for a failure; null leaves it to the common ones */
  words?(failure: Failure): string | null;
  onDone(): void;
  onCancel(): void;
}

export function OneLinePanel(props: OneLinePanelProps) {
  const [text, setText, forget] = useKeptText(props.draftKey);
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const wrong = text.trim() === '' ? props.missing : props.check?.(text.trim());
    setError(wrong);
    if (wrong !== undefined) return document.getElementById('one-line')?.focus();
    setBusy(true);
    const failed = await props.run(text.trim());
    setBusy(false);
    if (failed !== null) return setFailure(props.words?.(failed) ?? failureWords(failed));
    forget();
    props.onDone();
  }

  return (
    <form class="dk-panel" aria-labelledby="one-line-heading" onSubmit={submit} noValidate>
      <h2 class="dk-h2" id="one-line-heading">
        {props.heading}
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      <Field id="one-line" label={props.label} hint={props.hint} error={error}>
        <input
          {...tiedTo('one-line', { hint: true, error })}
          class="dk-input"
          maxLength={props.maxLength}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <div class="dk-actions">
        <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
          {props.button}
        </button>
        <button class="dk-button" type="button" onClick={props.onCancel}>
          やめる
        </button>
      </div>
    </form>
  );
}

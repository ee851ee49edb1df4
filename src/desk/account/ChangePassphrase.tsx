// A new passphrase in place of the present one. Checks the length before it asks; what is common or one's own name the server knows.
import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { PASSPHRASE_MAX, PASSPHRASE_MIN, passphraseLength } from '../../domain/desk-accounts';
import type { DeskSession } from '../../domain/desk-contract';
import { failureWords } from '../desk-words';
import type { OfficeClient } from '../office-client';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

interface ChangePassphraseProps {
  office: OfficeClient;
  currentLabel: string;
  button: string;
  onDone(session: DeskSession): void;
}

export function ChangePassphrase({ office, currentLabel, button, onDone }: ChangePassphraseProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const length = passphraseLength(next);
  const errors = {
    current: current === '' ? `${currentLabel}を入れてください` : undefined,
    next:
      length < PASSPHRASE_MIN ? `${PASSPHRASE_MIN}文字以上にしてください（いまは${length}文字）` : undefined,
  };

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setPressed(true);
    setFailure(null);
    if (errors.current) return document.getElementById('passphrase-current')?.focus();
    if (errors.next) return document.getElementById('passphrase-next')?.focus();
    setBusy(true);
    const outcome = await office.changePassphrase(current, next);
    setBusy(false);
    if (outcome.status === 'reply') {
      setCurrent('');
      setNext('');
      setPressed(false);
      return onDone(outcome.value);
    }
    const isWrong = outcome.status === 'problem' && outcome.code === 'sign-in-failed';
    setFailure(isWrong ? `${currentLabel}が違います。もう一度入れてください。` : failureWords(outcome));
    document.getElementById(isWrong ? 'passphrase-current' : 'passphrase-next')?.focus();
  }

  const field = { class: 'dk-input', autocapitalize: 'none', spellcheck: false, maxLength: PASSPHRASE_MAX } as const; // prettier-ignore
  return (
    <form onSubmit={submit} noValidate>
      {failure && <Notice kind="error">{failure}</Notice>}
      <Field id="passphrase-current" label={currentLabel} error={pressed ? errors.current : undefined}>
        <Secret
          shown={shown}
          {...tiedTo('passphrase-current', { error: pressed ? errors.current : undefined })}
          {...field}
          autocomplete="current-password"
          value={current}
          onInput={(event) => setCurrent(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="passphrase-next"
        label="新しいパスフレーズ"
        hint={`${PASSPHRASE_MIN}文字以上。空白も使えます。関係のない言葉をいくつか並べると、覚えやすく破られにくくなります。`}
        error={pressed ? errors.next : undefined}
      >
        <Secret
          shown={shown}
          {...tiedTo('passphrase-next', { hint: true, error: pressed ? errors.next : undefined })}
          {...field}
          autocomplete="new-password"
          value={next}
          onInput={(event) => setNext(event.currentTarget.value)}
        />
      </Field>
      <label class="dk-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        パスフレーズを表示する
      </label>
      <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
        {button}
      </button>
    </form>
  );
}

type SecretProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'list'> & { shown: boolean };

function Secret({ shown, ...input }: SecretProps) {
  return shown ? <input {...input} type="text" /> : <input {...input} type="password" />;
}

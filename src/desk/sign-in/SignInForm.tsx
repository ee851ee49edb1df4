// Sign-in of an officer: a page at first, a dialog when the session ended in the middle of work.
// Keeps what was typed in every failure; never keeps a passphrase anywhere but in the field.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskSession } from '../../domain/desk-contract';
import type { DeskClient } from '../desk-client';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

interface SignInFormProps {
  client: DeskClient;
  headingId: string;
  /** a second sentence under the heading */
  why?: string;
  asDialog?: boolean;
  /** who was signed in before the session ended */
  knownName?: string;
  /** also when more is asked for before one is in, see `session.status` */
  onSignedIn(session: DeskSession): void;
}

export function SignInForm(props: SignInFormProps) {
  const { client, headingId, why, asDialog = false, knownName = '', onSignedIn } = props;
  const [name, setName] = useState(knownName);
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState<{ name?: string; passphrase?: string }>({});
  const nameInput = useRef<HTMLInputElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    (knownName === '' ? nameInput : passphraseInput).current?.focus();
  }, [knownName]);

  async function submit(event: Event) {
    event.preventDefault();
    if (asking) return;
    const lacks = {
      ...(name.trim() === '' ? { name: '利用者名を入れてください' } : {}),
      ...(passphrase === '' ? { passphrase: 'パスフレーズを入れてください' } : {}),
    };
    setMissing(lacks);
    setFailure(null);
    if (lacks.name) return nameInput.current?.focus();
    if (lacks.passphrase) return passphraseInput.current?.focus();
    setAsking(true);
    const outcome = await client.signIn({ name: name.trim(), passphrase });
    setAsking(false);
    if (outcome.status === 'reply') return onSignedIn(outcome.value);
    setFailure(failureWords(outcome));
    if (outcome.status === 'problem' && outcome.code === 'sign-in-failed') passphraseInput.current?.focus();
  }

  const passphraseField = {
    ...tiedTo('signin-passphrase', { error: missing.passphrase }),
    ref: passphraseInput,
    // a dialog that opens gives the focus to what carries this
    autofocus: knownName !== '',
    class: 'dk-input',
    autocomplete: 'current-password',
    autocapitalize: 'none',
    spellcheck: false,
    value: passphrase,
    onInput: (event: Event & { currentTarget: HTMLInputElement }) => setPassphrase(event.currentTarget.value),
  } as const;

  return (
    <form class="dk-signin" onSubmit={submit} noValidate>
      {asDialog ? (
        <h2 class="dk-h2" id={headingId}>
          サインイン
        </h2>
      ) : (
        <h1 class="dk-h1" id={headingId}>
          サインイン
        </h1>
      )}
      {why && <p>{why}</p>}
      {failure && <Notice kind="error">{failure}</Notice>}
      <Field id="signin-name" label="利用者名" error={missing.name}>
        <input
          {...tiedTo('signin-name', { error: missing.name })}
          ref={nameInput}
          autofocus={knownName === ''}
          class="dk-input"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="signin-passphrase" label="パスフレーズ" error={missing.passphrase}>
        {shown ? <input {...passphraseField} type="text" /> : <input {...passphraseField} type="password" />}
      </Field>
      <label class="dk-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        パスフレーズを表示する
      </label>
      <button class="dk-button dk-button--primary dk-button--wide" type="submit" aria-busy={asking}>
        {asking ? '確かめています' : 'サインイン'}
      </button>
    </form>
  );
}

// The six digits of the authenticator app, or one of the recovery codes. What was typed stays when it is refused.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../outcome';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

interface CodeFormProps<T> {
  send(code: string): Promise<Outcome<T>>;
  onDone(value: T): void;
  /** false while a second factor is being set up */
  mayBeSpare?: boolean;
  button?: string;
}

export function CodeForm<T>({ send, onDone, mayBeSpare = true, button = '確かめる' }: CodeFormProps<T>) {
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);

  async function submit(event: Event) {
    event.preventDefault();
    if (asking) return;
    const typed = code.normalize('NFKC').trim();
    setFailure(null);
    setMissing(typed.length < 6 ? '確認コードの6桁を入れてください' : undefined);
    if (typed.length < 6) return input.current?.focus();
    setAsking(true);
    const outcome = await send(typed);
    setAsking(false);
    if (outcome.status === 'reply') return onDone(outcome.value);
    setFailure(failureWords(outcome));
    input.current?.select();
  }

  const hint = mayBeSpare
    ? 'アプリに出ている6桁。スマートフォンがないときは、控えてある予備のコードを1つ入れてください。'
    : 'アプリに出ている6桁を入れてください。';
  return (
    <form onSubmit={submit} noValidate>
      {failure && <Notice kind="error">{failure}</Notice>}
      <Field id="signin-code" label="確認コード" hint={hint} error={missing}>
        <input
          {...tiedTo('signin-code', { hint: true, error: missing })}
          ref={input}
          class="dk-input dk-code"
          autocomplete="one-time-code"
          inputMode={mayBeSpare ? 'text' : 'numeric'}
          autocapitalize="none"
          spellcheck={false}
          maxLength={20}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      <button class="dk-button dk-button--primary dk-button--wide" type="submit" aria-busy={asking}>
        {asking ? '確かめています' : button}
      </button>
    </form>
  );
}

// The second factor of one's own account: set up, or set up anew on another phone. The passphrase is asked for first.
import { useState } from 'preact/hooks';
import type { TotpOffer } from '../../domain/desk-accounts';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import { RecoveryCodes } from './RecoveryCodes';
import { SetUpTotp } from './SetUpTotp';

type Step = { status: 'closed' } | { status: 'open'; offer: TotpOffer } | { status: 'set'; codes: string[] };

export function OwnTotp({ onSet }: { onSet(): void }) {
  const { client, session } = useDesk();
  const [step, setStep] = useState<Step>({ status: 'closed' });
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function start(event: Event) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    setError(passphrase === '' ? 'いまのパスフレーズを入れてください' : undefined);
    if (passphrase === '') return document.getElementById('totp-passphrase')?.focus();
    setBusy(true);
    const outcome = await client.office.startTotp(passphrase);
    setBusy(false);
    if (outcome.status === 'reply') {
      setPassphrase('');
      return setStep({ status: 'open', offer: outcome.value });
    }
    const isWrong = outcome.status === 'problem' && outcome.code === 'sign-in-failed';
    setFailure(isWrong ? 'いまのパスフレーズが違います。もう一度入れてください。' : failureWords(outcome));
  }

  return (
    <section class="dk-card" aria-labelledby="own-totp">
      <h2 class="dk-h2" id="own-totp">
        確認コードのアプリ
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      {step.status === 'closed' && (
        <form onSubmit={start} noValidate>
          <p>
            {session.hasTotp
              ? 'スマートフォンを替えたときは、設定し直してください。前の設定と予備のコードは使えなくなります。'
              : '設定すると、次からのサインインに、アプリに出る6桁の確認コードも要るようになります。'}
          </p>
          <Field id="totp-passphrase" label="いまのパスフレーズ（確認のため）" error={error}>
            <input
              {...tiedTo('totp-passphrase', { error })}
              class="dk-input"
              type="password"
              autocomplete="current-password"
              value={passphrase}
              onInput={(event) => setPassphrase(event.currentTarget.value)}
            />
          </Field>
          <button class="dk-button" type="submit" aria-busy={busy}>
            {session.hasTotp ? '確認コードを設定し直す' : '確認コードを設定する'}
          </button>
        </form>
      )}
      {step.status === 'open' && (
        <SetUpTotp
          office={client.office}
          offer={step.offer}
          onDone={({ recoveryCodes }) => setStep({ status: 'set', codes: recoveryCodes })}
        />
      )}
      {step.status === 'set' && (
        <RecoveryCodes
          codes={step.codes}
          onKept={() => {
            setStep({ status: 'closed' });
            onSet();
          }}
        />
      )}
    </section>
  );
}

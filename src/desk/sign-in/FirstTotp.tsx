// The second factor before anything else, at the first sign-in. Asks for one secret, and for another only on request.
import { useEffect, useState } from 'preact/hooks';
import type { TotpOffer, TotpSet } from '../../domain/desk-accounts';
import { SetUpTotp } from '../account/SetUpTotp';
import { failureWords } from '../desk-words';
import type { OfficeClient } from '../office-client';
import { Notice } from '../parts/Notice';

export function FirstTotp({ office, onDone }: { office: OfficeClient; onDone(set: TotpSet): void }) {
  const [offer, setOffer] = useState<TotpOffer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setFailure(null);
    void office.startTotp(null).then((outcome) => {
      if (outcome.status === 'reply') setOffer(outcome.value);
      else setFailure(failureWords(outcome));
    });
  }, [office, tries]);
  return (
    <>
      <p>
        サインインには、パスフレーズのほかに、スマートフォンなどのアプリに出る6桁の確認コードが要ります。はじめに1度だけ設定します。
      </p>
      {failure && (
        <Notice kind="error">
          {failure}
          <button
            class="dk-button dk-button--small"
            type="button"
            onClick={() => setTries((count) => count + 1)}
          >
            もう一度試す
          </button>
        </Notice>
      )}
      {offer !== null && <SetUpTotp office={office} offer={offer} onDone={onDone} />}
    </>
  );
}

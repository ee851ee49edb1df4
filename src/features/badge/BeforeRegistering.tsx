// On an iPhone the browser and the home-screen app do not share what they keep, and LINE's own browser forgets: the
// registration would be lost. So the right place comes first, with the code in hand; registering here stays possible.
import { useState } from 'preact/hooks';
import { groupInvitation } from '../../domain/ids';
import * as words from '../../i18n/ja/badge';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

interface Props {
  inApp: boolean;
  system: 'android' | 'ios' | 'other';
  /** the invitation that the link brought; null when there is none */
  code: string | null;
  copy: (text: string) => Promise<boolean>;
  onHereAnyway: () => void;
}

export function BeforeRegistering({ inApp, system, code, copy, onHereAnyway }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = inApp ? words.IN_APP_FIRST[system === 'ios' ? 'ios' : 'other'] : words.IOS_FIRST;
  return (
    <>
      <Notice kind="info" heading={text.heading}>
        <p>{text.why}</p>
        <ol class="badge-steps">
          {text.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Notice>
      {code === null ? null : (
        <section class="badge-link" aria-labelledby="badge-your-code">
          <h2 id="badge-your-code">{words.YOUR_CODE}</h2>
          <p class="badge-groups">{groupInvitation(code)}</p>
          {inApp ? null : <p>{words.YOUR_CODE_HINT}</p>}
          <Button kind="outline" onPress={() => void copy(code).then(setCopied)}>
            {words.COPY_CODE}
          </Button>
          {copied === null ? null : <p role="status">{copied ? words.COPIED : words.NOT_COPIED}</p>}
        </section>
      )}
      <Button kind="text" onPress={onHereAnyway}>
        {words.HERE_ANYWAY}
      </Button>
    </>
  );
}

// Signing in, step by step as the server asks for it: passphrase, second factor, own passphrase. Keeps no secret beyond its step.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskSession } from '../../domain/desk-contract';
import type { DeskClient } from '../desk-client';
import { ChangePassphrase } from '../account/ChangePassphrase';
import { RecoveryCodes } from '../account/RecoveryCodes';
import { CodeForm } from './CodeForm';
import { FirstTotp } from './FirstTotp';
import { SignInForm } from './SignInForm';

interface SignInProps {
  client: DeskClient;
  headingId: string;
  why?: string;
  asDialog?: boolean;
  knownName?: string;
  /** a sign-in that had begun before the page was loaded again */
  half?: DeskSession | null;
  onSignedIn(session: DeskSession): void;
}

export function SignIn({ half: begun = null, onSignedIn, ...form }: SignInProps) {
  const { client, headingId, asDialog = false } = form;
  const [half, setHalf] = useState(begun);
  const [codes, setCodes] = useState<{ codes: string[]; session: DeskSession } | null>(null);

  function take(session: DeskSession) {
    if (session.status === 'signed-in') onSignedIn(session);
    else setHalf(session);
  }
  async function giveUp() {
    await client.signOut();
    setHalf(null);
  }

  if (codes !== null)
    return (
      <Step headingId={headingId} asDialog={asDialog} heading="予備のコードを控える">
        <RecoveryCodes
          codes={codes.codes}
          onKept={() => {
            setCodes(null);
            take(codes.session);
          }}
        />
      </Step>
    );
  if (half === null) return <SignInForm {...form} onSignedIn={take} />;
  return (
    <>
      {half.status === 'code-wanted' && (
        <Step headingId={headingId} asDialog={asDialog} heading="確認コードを入れる">
          <CodeForm send={(code) => client.office.signInCode(code)} onDone={take} />
        </Step>
      )}
      {half.status === 'totp-wanted' && (
        <Step headingId={headingId} asDialog={asDialog} heading="確認コードを設定する">
          <FirstTotp
            office={client.office}
            onDone={({ session, recoveryCodes }) => setCodes({ codes: recoveryCodes, session })}
          />
        </Step>
      )}
      {half.status === 'passphrase-wanted' && (
        <Step headingId={headingId} asDialog={asDialog} heading="自分のパスフレーズを決める">
          <p>渡されたパスフレーズは、はじめの1回だけ使えます。自分だけが知るものに変えてください。</p>
          <ChangePassphrase
            office={client.office}
            currentLabel="渡されたパスフレーズ"
            button="このパスフレーズにする"
            onDone={take}
          />
        </Step>
      )}
      <div class="dk-actions">
        <button class="dk-button" type="button" onClick={() => void giveUp()}>
          サインインをやめる
        </button>
      </div>
    </>
  );
}

interface StepProps {
  headingId: string;
  heading: string;
  asDialog: boolean;
  children: ComponentChildren;
}

function Step({ headingId, heading, asDialog, children }: StepProps) {
  return (
    <section class="dk-signin" aria-labelledby={headingId}>
      {asDialog ? (
        <h2 class="dk-h2" id={headingId}>
          {heading}
        </h2>
      ) : (
        <h1 class="dk-h1" id={headingId}>
          {heading}
        </h1>
      )}
      {children}
    </section>
  );
}

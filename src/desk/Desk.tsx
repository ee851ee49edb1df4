// The desk as a whole: who is signed in, the header, the pages. Asks to sign in again above the page, never instead of it,
// so that nothing typed is lost when a session ends.
import { LocationProvider, Route, Router } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeskSession } from '../domain/desk-contract';
import { CasePage } from './case/CasePage';
import { watchSignedOut, type Failure } from './desk-client';
import { DeskProvider, type DeskContext, type DeskMeans } from './desk-context';
import { failureWords } from './desk-words';
import { DeskHeader } from './DeskHeader';
import { DevicesPage } from './devices/DevicesPage';
import { InboxPage } from './inbox/InboxPage';
import { InvitationsPage } from './invitations/InvitationsPage';
import { useLiveList } from './live-list';
import { NewUrgent } from './NewUrgent';
import { NotFoundPage } from './NotFoundPage';
import { Dialog } from './parts/Dialog';
import { Notice } from './parts/Notice';
import { SignInForm } from './SignInForm';

type Gate =
  | { status: 'asking' }
  | { status: 'failed'; failure: Failure }
  | { status: 'signed-out' }
  | { status: 'signed-in'; session: DeskSession };

export function Desk({ means }: { means: DeskMeans }) {
  const [gate, setGate] = useState<Gate>({ status: 'asking' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    void means.client.session().then((outcome) => {
      if (outcome.status === 'reply') setGate({ status: 'signed-in', session: outcome.value });
      else if (outcome.status === 'problem' && outcome.code === 'signed-out')
        setGate({ status: 'signed-out' });
      else setGate({ status: 'failed', failure: outcome });
    });
  }, [means.client, tries]);
  useEffect(() => {
    if (gate.status !== 'signed-in') document.title = 'サインイン みまもりノート 事務局';
  }, [gate.status]);

  if (gate.status === 'signed-in')
    return (
      <SignedIn
        key={gate.session.officer.id}
        means={means}
        first={gate.session}
        onOtherOfficer={(session) => {
          // half-written words of one officer never go out under another's name
          means.drafts.clear();
          setGate({ status: 'signed-in', session });
        }}
        onSignedOut={() => {
          means.drafts.clear();
          setGate({ status: 'signed-out' });
        }}
      />
    );
  return (
    <main class="dk-gate">
      <p class="dk-gate__product">みまもりノート 事務局</p>
      {gate.status === 'asking' && <p role="status">読み込んでいます</p>}
      {gate.status === 'failed' && (
        <>
          <h1 class="dk-h1">開けませんでした</h1>
          <Notice kind="error">{failureWords(gate.failure)}</Notice>
          <button
            class="dk-button dk-button--primary"
            type="button"
            onClick={() => setTries((count) => count + 1)}
          >
            もう一度試す
          </button>
        </>
      )}
      {gate.status === 'signed-out' && (
        <SignInForm
          client={means.client}
          headingId="signin-heading"
          onSignedIn={(session) => setGate({ status: 'signed-in', session })}
        />
      )}
    </main>
  );
}

interface SignedInProps {
  means: DeskMeans;
  first: DeskSession;
  onOtherOfficer(session: DeskSession): void;
  onSignedOut(): void;
}

function SignedIn({ means, first, onOtherOfficer, onSignedOut }: SignedInProps) {
  const [session, setSession] = useState(first);
  const [signIns, setSignIns] = useState(0);
  const [ended, setEnded] = useState(false);
  const lastOpened = useRef<DeskContext['lastOpened']>({ recordId: null }).current;
  const client = useMemo(() => watchSignedOut(means.client, () => setEnded(true)), [means.client]);
  const { list, failure, liveStatus, changes, newUrgent, refresh, forgetNewUrgent } = useLiveList(
    client,
    means.live,
    signIns,
  );
  // the PC's clock may be wrong; deadlines and the 60 seconds run by the server's
  const clockAheadMs = useMemo(
    () => Date.parse(session.serverClock) - means.now(),
    [session.serverClock, means],
  );
  const serverNow = useMemo(() => () => means.now() + clockAheadMs, [means, clockAheadMs]);
  const desk = {
    ...means,
    client,
    session,
    serverNow,
    list,
    listFailure: failure,
    liveStatus,
    refresh,
    changes,
    signIns,
    lastOpened,
  };
  return (
    <DeskProvider value={desk}>
      <LocationProvider scope="/desk">
        <DeskHeader onSignedOut={onSignedOut} />
        <NewUrgent rows={newUrgent} onForget={forgetNewUrgent} />
        <main id="main" class="dk-main">
          <Router>
            <Route path="/desk" component={InboxPage} />
            <Route path="/desk/cases/:id" component={CasePage} />
            <Route path="/desk/invitations" component={InvitationsPage} />
            <Route path="/desk/devices" component={DevicesPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </main>
      </LocationProvider>
      {ended && (
        <Dialog labelledBy="signin-again">
          <SignInForm
            client={means.client}
            headingId="signin-again"
            asDialog
            knownName={session.officer.name}
            why="サインインが切れました。もう一度サインインすると、続きから使えます。書いた文は残っています。"
            onSignedIn={(renewed) => {
              if (renewed.officer.id !== session.officer.id) return onOtherOfficer(renewed);
              setSession(renewed);
              setEnded(false);
              setSignIns((count) => count + 1);
            }}
          />
        </Dialog>
      )}
    </DeskProvider>
  );
}

// The desk as a whole: who is signed in, the header, the pages. Asks to sign in again above the page, never instead of it,
// so that nothing typed is lost when a session ends.
import type { FunctionComponent } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeskSession } from '../domain/desk-contract';
import { AccountPage } from './account/AccountPage';
import { AuditPage } from './audit/AuditPage';
import { BadgesPage } from './badges/BadgesPage';
import { CasePage } from './case/CasePage';
import { CountsPage } from './counts/CountsPage';
import { watchSignedOut, type Failure } from './desk-client';
import { DeskProvider, type DeskContext, type DeskMeans } from './desk-context';
import { failureWords } from './desk-words';
import { homeOf, INBOX_PATH, pagesFor, type DeskPath } from './desk-pages';
import { DeskHeader } from './DeskHeader';
import { DevicesPage } from './devices/DevicesPage';
import { InboxPage } from './inbox/InboxPage';
import { InvitationsPage } from './invitations/InvitationsPage';
import { useLiveList } from './live-list';
import { NewUrgent } from './NewUrgent';
import { NotFoundPage } from './NotFoundPage';
import { OfficersPage } from './officers/OfficersPage';
import { Dialog } from './parts/Dialog';
import { Notice } from './parts/Notice';
import { SignIn } from './sign-in/SignIn';

const SCREENS: Record<DeskPath, FunctionComponent> = {
  '/desk': InboxPage,
  '/desk/invitations': InvitationsPage,
  '/desk/badges': BadgesPage,
  '/desk/devices': DevicesPage,
  '/desk/counts': CountsPage,
  '/desk/officers': OfficersPage,
  '/desk/audit': AuditPage,
  '/desk/account': AccountPage,
};

type Gate =
  | { status: 'asking' }
  | { status: 'failed'; failure: Failure }
  /** `half`: how far a sign-in had got before the page was loaded again */
  | { status: 'signed-out'; half: DeskSession | null }
  | { status: 'signed-in'; session: DeskSession };

export function Desk({ means }: { means: DeskMeans }) {
  const [gate, setGate] = useState<Gate>({ status: 'asking' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    void means.client.session().then((outcome) => {
      if (outcome.status === 'reply') {
        const session = outcome.value;
        if (session.status === 'signed-in') setGate({ status: 'signed-in', session });
        else setGate({ status: 'signed-out', half: session });
      } else if (outcome.status === 'problem' && outcome.code === 'signed-out')
        setGate({ status: 'signed-out', half: null });
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
          setGate({ status: 'signed-out', half: null });
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
        <SignIn
          client={means.client}
          half={gate.half}
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
    { cases: session.may.includes('listCases'), live: session.may.includes('deskEvents') },
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
  const may = (operation: string) => session.may.includes(operation);
  return (
    <DeskProvider value={desk}>
      <LocationProvider scope="/desk">
        <DeskHeader onSignedOut={onSignedOut} />
        <NewUrgent rows={newUrgent} onForget={forgetNewUrgent} />
        <main id="main" class="dk-main">
          <Router>
            <Route path="/desk" component={SCREENS[homeOf(may)]} />
            {may('readCase') ? <Route path="/desk/cases/:id" component={CasePage} /> : []}
            {pagesFor(may)
              .filter(({ path }) => path !== INBOX_PATH)
              .map(({ path }) => (
                <Route key={path} path={path} component={SCREENS[path]} />
              ))}
            <Route path="/desk/account" component={AccountPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </main>
      </LocationProvider>
      {ended && (
        <Dialog labelledBy="signin-again">
          <SignIn
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

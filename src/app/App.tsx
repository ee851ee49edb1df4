// The shell round every page: skip link, header, page, bottom navigation, update prompt.
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BottomNav } from './BottomNav';
import { APP_NAME, Header } from './Header';
import { LaunchErrorPanel } from './LaunchErrorPanel';
import { arriveAtHeading } from './page-arrival';
import { PageBoundary } from './PageBoundary';
import { ROUTES, routeAt } from './routes';
import { ShellContext } from './shell-context';
import type { Launch } from './start-services';
import { WipedGate } from './WipedGate';
import { UpdatePrompt } from './UpdatePrompt';

interface AppProps {
  launch: Promise<Launch>;
  /** calls back when a new version waits; `accept` makes it take over */
  onUpdate: (tell: (accept: () => void) => void) => void;
  now: () => Date;
}

export function App({ launch, onUpdate, now }: AppProps) {
  const [state, setState] = useState<Launch>({ status: 'starting' });
  const [accept, setAccept] = useState<{ run: () => void } | null>(null);
  useEffect(() => void launch.then(setState), [launch]);
  useEffect(() => onUpdate((run) => setAccept({ run })), [onUpdate]);
  const services = state.status === 'ready' ? state.services : null;
  const shell = useMemo(() => ({ services, now }), [services, now]);
  return (
    <ShellContext.Provider value={shell}>
      <LocationProvider>
        <Screen failed={state.status === 'failed'} accept={accept?.run ?? null} />
      </LocationProvider>
    </ShellContext.Provider>
  );
}

interface ScreenProps {
  failed: boolean;
  accept: (() => void) | null;
}

function Screen({ failed, accept }: ScreenProps) {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${routeAt(path).title}｜${APP_NAME}`;
  }, [path]);
  return (
    <>
      <a
        class="mm-skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        本文へ進む
      </a>
      <Header />
      <UpdatePrompt accept={accept} path={path} />
      <main id="main" ref={main} tabIndex={-1}>
        {failed ? (
          <LaunchErrorPanel />
        ) : (
          <PageBoundary path={path}>
            <WipedGate path={path}>
              <Router onRouteChange={() => main.current && arriveAtHeading(main.current)}>
                {ROUTES.map((page) =>
                  page.path === null ? (
                    <Route default component={page.component} />
                  ) : (
                    <Route path={page.path} component={page.component} />
                  ),
                )}
              </Router>
            </WipedGate>
          </PageBoundary>
        )}
      </main>
      <BottomNav />
    </>
  );
}

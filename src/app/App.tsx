// The shell round every page: header, page, bottom navigation; and which page an address shows.
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { useEffect, useRef, useState } from 'preact/hooks';
import { HomePage } from '../features/home/HomePage';
import type { Services } from '../services';
import { BottomNav } from './BottomNav';
import { Header, APP_NAME } from './Header';
import { LaunchErrorPanel } from './LaunchErrorPanel';
import { NotFoundPage } from './NotFoundPage';
import { arriveAtHeading } from './page-arrival';
import { titleOf } from './routes';
import type { Launch } from './start-services';

interface AppProps {
  launch: Promise<Launch>;
  now: () => Date;
}

export function App({ launch, now }: AppProps) {
  const [state, setState] = useState<Launch>({ status: 'starting' });
  useEffect(() => void launch.then(setState), [launch]);
  return (
    <LocationProvider>
      <Shell
        services={state.status === 'ready' ? state.services : null}
        failed={state.status === 'failed'}
        now={now}
      />
    </LocationProvider>
  );
}

interface ShellProps {
  services: Services | null;
  failed: boolean;
  now: () => Date;
}

function Shell({ services, failed, now }: ShellProps) {
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${titleOf(path)}｜${APP_NAME}`;
  }, [path]);
  return (
    <>
      <a class="mm-skip" href="#main">
        本文へ進む
      </a>
      <Header services={services} now={now} />
      <main id="main" ref={main} tabIndex={-1}>
        {failed ? (
          <LaunchErrorPanel />
        ) : (
          <Router onRouteChange={() => main.current && arriveAtHeading(main.current)}>
            <Route path="/" component={() => <HomePage services={services} now={now} />} />
            <Route default component={NotFoundPage} />
          </Router>
        )}
      </main>
      <BottomNav />
    </>
  );
}

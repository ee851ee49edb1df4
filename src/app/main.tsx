// The composition root of the phone: paints the shell at once, then opens the services, then the service worker.
import { render } from 'preact';
import { App } from './App';
// The build writes the token values into the theme (scripts/vite/resolved-tokens.ts).
import '../ui/theme.css';
import './app.css';
import { afterPaint, startServices } from './start-services';

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  const launch = afterPaint().then(() =>
    startServices(() => import('./compose/open-services').then(({ openServices }) => openServices())),
  );
  render(<App launch={launch} onUpdate={watchForUpdate} now={() => new Date()} />, root);
}

/** Registers the worker when the services have had their turn. Without a worker the app goes on, online only. */
function watchForUpdate(tell: (accept: () => void) => void): void {
  afterPaint()
    .then(() => import('./after-start'))
    .then(({ afterStart }) => afterStart(tell))
    .catch(() => undefined);
}

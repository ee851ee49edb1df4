// The composition root of the phone: paints the shell at once, then opens the services, then the service worker.
import { render } from 'preact';
import { App } from './App';
// The build writes the token values into the theme (scripts/vite/resolved-tokens.ts).
import '../ui/theme.css';
import './app.css';
import { startServices } from './start-services';

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  const launch = startServices(() => Promise.reject(new Error('x')));
  render(<App launch={launch} now={() => new Date()} />, root);
}

// Entry of the desk: hands the browser's means to <Desk>. Its own bundle, never precached on phones.
import '@digital-go-jp/design-tokens/dist/tokens.css';
import '../ui/theme.css';
import './desk.css';
import './parts/parts.css';
import './inbox/inbox.css';
import './case/case.css';
import './invitations/invitations.css';
import './account/account.css';
import './narrow-and-print.css';
import { render } from 'preact';
import { uuidv7 } from 'uuidv7';
import { Desk } from './Desk';
import { createDeskClient } from './desk-client';
import { keepDraftsIn } from './draft-keeper';
import { createLiveUpdates } from './live-updates';

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const root = document.getElementById('desk');
if (root !== null)
  render(
    <Desk
      means={{
        client: createDeskClient(),
        live: createLiveUpdates({
          open: (url) => new EventSource(url),
          later,
        }),
        drafts: keepDraftsIn(() => sessionStorage),
        now: () => Date.now(),
        everySecond(run) {
          const timer = setInterval(run, 1000);
          return () => clearInterval(timer);
        },
        later,
        newId: uuidv7,
        print: () => window.print(),
      }}
    />,
    root,
  );

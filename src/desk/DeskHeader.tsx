// Header of the desk: whose network, where one is, who is signed in.
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDesk, useMay } from './desk-context';
import { INBOX_PATH, pagesFor } from './desk-pages';
import { failureWords } from './desk-words';
import { Notice } from './parts/Notice';

export function DeskHeader({ onSignedOut }: { onSignedOut(): void }) {
  const { client, session, list } = useDesk();
  const may = useMay();
  const { path } = useLocation();
  const [failure, setFailure] = useState<string | null>(null);
  const received = list?.counts['received'] ?? 0;

  async function signOut() {
    const outcome = await client.signOut();
    // a session the server no longer knows is signed out as well
    if (outcome.status === 'reply' || outcome.status === 'problem') onSignedOut();
    else setFailure(failureWords(outcome));
  }

  return (
    <header class="dk-header">
      <a class="dk-skip" href="#main">
        本文へ進む
      </a>
      <div class="dk-header__row">
        <p class="dk-header__name">
          <span class="dk-header__product">みまもりノート 事務局</span>
          <span class="dk-header__network">
            {session.network.name}
            {session.network.demo && <span class="dk-demo">見本</span>}
          </span>
        </p>
        <nav class="dk-nav" aria-label="画面">
          {pagesFor(may).map((page) => (
            <a key={page.path} href={page.path} aria-current={path === page.path ? 'page' : undefined}>
              {page.words}
              {page.path === INBOX_PATH && received > 0 && (
                <span class="dk-count">
                  <span class="dk-hidden">受付 </span>
                  {received}
                  <span class="dk-hidden">件</span>
                </span>
              )}
            </a>
          ))}
        </nav>
        <p class="dk-header__officer">
          <a href="/desk/account" aria-current={path === '/desk/account' ? 'page' : undefined}>
            {session.officer.displayName}
          </a>
        </p>
        <button class="dk-button dk-button--small" type="button" onClick={() => void signOut()}>
          サインアウト
        </button>
      </div>
      {failure && <Notice kind="error">{failure}</Notice>}
    </header>
  );
}

// `/join#CODE`: the link on an invitation. The code is a secret that works once, so it is taken out of the address bar
// at once; it reaches no server, no history, no screenshot of the bar.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { BadgePage } from '../../features/badge/BadgePage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

/** longest fragment that is worth showing to the person who typed it */
const CODE_MAX = 100;

function takeCode(): string | null {
  const code = decodeURIComponentSafely(location.hash.slice(1)).slice(0, CODE_MAX);
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  return code === '' ? null : code;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export default function JoinRoute({ services, now }: PageProps) {
  const { route } = useLocation();
  const [code, setCode] = useState(takeCode);
  useEffect(() => {
    // A second invitation opened in the same tab changes the fragment only.
    const onChange = (): void => {
      const next = takeCode();
      if (next !== null) setCode(next);
    };
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return (
    <BadgePage
      key={code}
      services={services}
      now={now}
      startWithCode={code}
      onEnrolled={() => undefined}
      onBadge={(badge) => route(`/v/${badge}`)}
    />
  );
}

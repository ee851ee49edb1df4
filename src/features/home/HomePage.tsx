// 「ホーム」: the one big button at once; what the secretariat asks and what waits on this phone a moment later.
// This file is part of the first screen, so it imports nothing large: HomeNow comes lazily.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { HOME, NOW_MISSING, RECORD } from '../../i18n/ja/home';
import type { Services } from '../../services';
import type { HomeNowProps } from './HomeNow';

interface Props {
  /** null until the phone's stores are open */
  services: Services | null;
}
type Loaded = { page: ComponentType<HomeNowProps> } | 'missing' | null;

export function HomePage({ services }: Props) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    import('./HomeNow').then(
      ({ HomeNow }) => setLoaded({ page: HomeNow }),
      () => setLoaded('missing'),
    );
  }, []);
  const Now = loaded === 'missing' ? null : loaded?.page;
  return (
    <div class="mm-home">
      <h1>{HOME}</h1>
      {Now && services ? <Now services={services} /> : null}
      {loaded === 'missing' ? <p role="status">{NOW_MISSING}</p> : null}
      <div class="mm-home-bar">
        <a class="mm-primary" href="/sightings/new">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 20h4L20 8l-4-4L4 16zM13 7l4 4" />
          </svg>
          {RECORD}
        </a>
      </div>
    </div>
  );
}

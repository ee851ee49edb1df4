// On every screen, before enrolment and before the phone's stores are open: who we are, what has arrived, and 188.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWatch } from '../ui/use-watch';
import type { DeliveryLineProps } from './DeliveryLine';
import { useShell, watchNothing } from './shell-context';

export const APP_NAME = 'みまもりノート';

export function Header() {
  const { services, now } = useShell();
  const enrolment = useWatch(services?.enrolment.watch ?? watchNothing)?.value ?? null;
  const [line, setLine] = useState<{ Line: ComponentType<DeliveryLineProps> } | null>(null);
  useEffect(() => {
    // Without this file the header goes on without its line; the services' own failure is said elsewhere.
    if (services)
      import('./DeliveryLine').then(
        (loaded) => setLine({ Line: loaded.DeliveryLine }),
        () => undefined,
      );
  }, [services]);
  return (
    <header class="mm-header">
      <div class="mm-header-words">
        <p class="mm-header-name">{enrolment?.network.name ?? APP_NAME}</p>
        <p class="mm-header-status" role="status">
          {line && services ? <line.Line services={services} now={now} /> : null}
        </p>
      </div>
      <a class="mm-188" href="tel:188">
        188に
        <wbr />
        電話する
      </a>
    </header>
  );
}

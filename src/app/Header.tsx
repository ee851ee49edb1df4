// On every screen, before enrolment and before the phone's stores are open: who we are, what has arrived, and 188.
import { useWatch } from '../ui/use-watch';
import { deliveryLink, deliveryWords } from './delivery-words';
import { useShell, watchNothing } from './shell-context';

export const APP_NAME = 'みまもりノート';

export function Header() {
  const { services, now } = useShell();
  const enrolment = useWatch(services?.enrolment.watch ?? watchNothing)?.value ?? null;
  const delivery = useWatch(services?.delivery.watch ?? watchNothing)?.value ?? null;
  const words = deliveryWords(delivery, now());
  const link = deliveryLink(delivery);
  return (
    <header class="mm-header">
      <div class="mm-header-words">
        <p class="mm-header-name">{enrolment?.network.name ?? APP_NAME}</p>
        <p class="mm-header-status" role="status" data-status={delivery?.status}>
          {link ? <a href={link}>{words}</a> : words}
        </p>
      </div>
      <a class="mm-188" href="tel:188">
        188に電話する
      </a>
    </header>
  );
}

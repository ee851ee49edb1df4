// On every screen, before enrolment and before the phone's storage is open: who we are, what has arrived, and 188.
import type { Services } from '../services';
import { deliveryLink, deliveryWords } from './delivery-words';
import { useWatched } from './use-watched';

export const APP_NAME = 'みまもりノート';

/** @param services null until they are open */
export function Header({ services, now }: { services: Services | null; now: () => Date }) {
  const enrolment = useWatched(services?.enrolment.watch);
  const delivery = useWatched(services?.delivery.watch);
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

// The header's line of delivery. Lazy: it says nothing before the services are open, so the first screen goes without it.
import type { Services } from '../services';
import { useWatch } from '../ui/use-watch';
import { deliveryLink, deliveryWords } from './delivery-words';

export interface DeliveryLineProps {
  services: Services;
  now: () => Date;
}

export function DeliveryLine({ services, now }: DeliveryLineProps) {
  const status = useWatch(services.delivery.watch)?.value ?? null;
  const words = deliveryWords(status, now());
  const link = deliveryLink(status);
  return <span data-status={status?.status}>{link ? <a href={link}>{words}</a> : words}</span>;
}

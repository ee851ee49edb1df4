// One window of the member's own town, as the secretariat entered it.
import type { Contact } from '../../domain/network';
import * as words from '../../i18n/ja/hotlines';
import { CallLink } from './CallLink';
import { Facts } from './Facts';

interface Props {
  role: string;
  contact: Contact;
  network: string;
}

export function LocalCard({ role, contact, network }: Props) {
  return (
    <li class="hotlines-card">
      <h3>{role}</h3>
      <p>{contact.name}</p>
      <CallLink number={contact.phone} label={contact.name} href={`tel:${contact.phone}`} isUrgent={false} />
      <Facts facts={[[words.HOURS, contact.hours]]} />
      <p class="hotlines-source">{words.localSource(network)}</p>
    </li>
  );
}

// A number to tap: large, alone on its line, named with whom it reaches.
import * as words from '../../i18n/ja/hotlines';
import { Icon } from '../../ui/Icon';

interface Props {
  number: string;
  label: string;
  /** whole link, e.g. `tel:%239110` */
  href: string;
  isUrgent: boolean;
}

export function CallLink({ number, label, href, isUrgent }: Props) {
  const look = isUrgent ? 'ui-button-danger' : 'ui-button-solid';
  return (
    <a
      class={`ui-button ${look} ui-button-primary hotlines-call`}
      href={href}
      aria-label={words.callName(number, label)}
    >
      <Icon icon="phone" />
      {number}
    </a>
  );
}

// One number of the whole country: what for, the number to tap, when and what it costs, and where that was read.
import type { Hotline } from '../../domain/hotline';
import * as words from '../../i18n/ja/hotlines';
import { fullDay } from '../../i18n/ja/time';
import { CallLink } from './CallLink';
import { Facts } from './Facts';

export function HotlineCard({ hotline, isUrgent }: { hotline: Hotline; isUrgent: boolean }) {
  const { label, number, tel, when, to, hours, charge, caveat, source, checkedOn } = hotline;
  return (
    <li class="hotlines-card">
      <h3>{label}</h3>
      <p>{when}</p>
      <CallLink number={number} label={label} href={tel} isUrgent={isUrgent} />
      <Facts
        facts={[
          [words.TO, to],
          [words.HOURS, hours],
          [words.CHARGE, charge],
          [words.CAVEAT, caveat],
        ]}
      />
      <p class="hotlines-source">{words.sourceAndDay(source, fullDay(checkedOn))}</p>
    </li>
  );
}

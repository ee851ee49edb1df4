// One number of the whole country: what for, the number to tap, when. What it costs, what to mind and where that was
// read are folded, so that the page stays short enough to find the next number.
import { useState } from 'preact/hooks';
import type { Hotline } from '../../domain/hotline';
import * as words from '../../i18n/ja/hotlines';
import { fullDay } from '../../i18n/ja/time';
import { Disclosure } from '../../ui/Disclosure';
import { CallLink } from './CallLink';
import { Facts } from './Facts';

export function HotlineCard({ hotline, isUrgent }: { hotline: Hotline; isUrgent: boolean }) {
  const { id, label, number, tel, when, to, hours, charge, caveat, source, checkedOn } = hotline;
  const [open, setOpen] = useState(false);
  return (
    <li class="hotlines-card">
      <h3>{label}</h3>
      <p>{when}</p>
      <CallLink number={number} label={label} href={tel} isUrgent={isUrgent} />
      <Facts facts={[[words.HOURS, hours]]} />
      <Disclosure id={`hotline-${id}`} label={words.detailsOf(label)} open={open} onToggle={setOpen}>
        <Facts
          facts={[
            [words.TO, to],
            [words.CHARGE, charge],
            [words.CAVEAT, caveat],
          ]}
        />
        <p class="hotlines-source">{words.sourceAndDay(source, fullDay(checkedOn))}</p>
      </Disclosure>
    </li>
  );
}

// What stands now, most urgent first: the secretariat's instructions, enrolment, what waits on this phone, last records.
import { HOTLINES, WAITING_FOR_ENROLMENT, WAITING_WHY } from '../../i18n/ja/home';
import { WAITING_PAUSED } from '../../i18n/ja/state-words';
import type { Services } from '../../services';
import '../../ui/components.css';
import { useWatch } from '../../ui/use-watch';
import { EnrolCard } from './EnrolCard';
import { InstructionList } from './InstructionList';
import { LastRecords } from './LastRecords';
import { OnThisPhone } from './OnThisPhone';
import './home.css';

export interface HomeNowProps {
  services: Services;
}

export function HomeNow({ services }: HomeNowProps) {
  const enrolment = useWatch(services.enrolment.watch);
  const open = useWatch(services.instructions.watchOpen)?.value ?? [];
  const records = useWatch(services.records.watchAll)?.value ?? null;
  const enrolled = enrolment !== null && enrolment.value !== null;
  const paused = useWatch(services.delivery.watch)?.value.status === 'paused';
  const waitsFor = !enrolled ? WAITING_FOR_ENROLMENT : paused ? WAITING_PAUSED : WAITING_WHY;
  return (
    <div class="home-now">
      {enrolled || open.length > 0 ? <InstructionList open={open} /> : null}
      {enrolment !== null && !enrolled ? <EnrolCard /> : null}
      {records ? (
        <>
          <OnThisPhone records={records} content={services.content} waitsFor={waitsFor} />
          <LastRecords records={records} content={services.content} storage={services.storage} />
        </>
      ) : null}
      <a class="home-more" href="/hotlines">
        {HOTLINES}
      </a>
    </div>
  );
}

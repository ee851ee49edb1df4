// What stands now, most urgent first: the secretariat's instructions, enrolment, what waits on this phone, last records.
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
  return (
    <div class="home-now">
      {enrolled || open.length > 0 ? <InstructionList open={open} /> : null}
      {enrolment !== null && !enrolled ? <EnrolCard /> : null}
      {records ? (
        <>
          <OnThisPhone records={records} content={services.content} enrolled={enrolled} />
          <LastRecords records={records} content={services.content} storage={services.storage} />
        </>
      ) : null}
    </div>
  );
}

// `/sightings`: all records of this phone.
import RecordsPage from '../../features/records/RecordsPage';
import '../../ui/components.css';
import type { PageProps } from '../page-props';

export default function RecordsRoute({ services, now }: PageProps) {
  return <RecordsPage services={services} now={now} />;
}

// `/sightings`: all records of this phone.
import RecordsPage from '../../features/records/RecordsPage';
import '../../ui/components.css';
import type { PageProps } from '../routes';

export default function RecordsRoute({ services, now }: PageProps) {
  return <RecordsPage services={services} now={now} />;
}

// `/sightings/ID`: one record and its timeline.
import RecordPage from '../../features/records/RecordPage';
import '../../ui/components.css';
import type { PageProps } from '../page-props';

export default function RecordRoute({ services, now, params }: PageProps) {
  const recordId = params['id'] ?? '';
  return <RecordPage key={recordId} services={services} recordId={recordId} now={now} />;
}

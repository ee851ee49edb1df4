// `/sightings/ID/personal-report`: opens only by the secretariat's request or from an urgent record.
import { useLocation } from 'preact-iso/router';
import PersonalReportPage from '../../features/personal-report/PersonalReportPage';
import '../../ui/components.css';
import type { PageProps } from '../page-props';

export default function PersonalReportRoute({ services, now, params }: PageProps) {
  const recordId = params['id'] ?? '';
  const { route } = useLocation();
  return (
    <PersonalReportPage
      key={recordId}
      services={services}
      recordId={recordId}
      now={now}
      onLeave={() => route(`/sightings/${recordId}`, true)}
    />
  );
}

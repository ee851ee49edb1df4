// `/sightings/new` writes a new record, `?draft=ID` goes on with one.
import { useLocation } from 'preact-iso/router';
import SightingPage from '../../features/sighting/SightingPage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function SightingRoute({ services, now, query }: PageProps) {
  const { route } = useLocation();
  const draftId = query['draft'] ?? null;
  return (
    <SightingPage
      key={draftId ?? 'new'}
      services={services}
      now={now}
      draftId={draftId}
      onQueued={() => undefined}
      onLeave={() => route('/', true)}
    />
  );
}

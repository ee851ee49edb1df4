// `/v/CODE`: the QR on a worn badge.
import { useLocation } from 'preact-iso/router';
import { BadgeLinkPage } from '../../features/badge/BadgeLinkPage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function BadgeLinkRoute({ services, params }: PageProps) {
  const { route } = useLocation();
  return (
    <BadgeLinkPage
      services={services}
      code={params['code'] ?? ''}
      onOwnNetwork={() => route('/sightings/new', true)}
    />
  );
}

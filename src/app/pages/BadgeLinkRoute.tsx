// `/v/CODE`: the QR on a worn badge.
import { BadgeLinkPage } from '../../features/badge/BadgeLinkPage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function BadgeLinkRoute({ services, params }: PageProps) {
  return <BadgeLinkPage services={services} code={params['code'] ?? ''} />;
}

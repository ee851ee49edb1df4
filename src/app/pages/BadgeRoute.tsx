// `/badge`: opened by hand, without a code.
import { useLocation } from 'preact-iso/router';
import { BadgePage } from '../../features/badge/BadgePage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function BadgeRoute({ services, now }: PageProps) {
  const { route } = useLocation();
  return (
    <BadgePage
      services={services}
      now={now}
      startWithCode={null}
      onEnrolled={() => undefined}
      onBadge={(badge) => route(`/v/${badge}`)}
    />
  );
}

// `/badge`: opened by hand, without a code.
import { BadgePage } from '../../features/badge/BadgePage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function BadgeRoute({ services, now }: PageProps) {
  return <BadgePage services={services} now={now} startWithCode={null} onEnrolled={() => undefined} />;
}

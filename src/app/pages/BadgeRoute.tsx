// `/badge`: opened by hand, without a code.
import { BadgePage } from '../../features/badge/BadgePage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function BadgeRoute({ services }: PageProps) {
  return <BadgePage services={services} startWithCode={null} onEnrolled={() => undefined} />;
}

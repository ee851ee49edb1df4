// `/hotlines`: whom to call.
import { HotlinesPage } from '../../features/hotlines/HotlinesPage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function HotlinesRoute({ services }: PageProps) {
  return <HotlinesPage services={services} />;
}

// `/settings`: this phone, its registration, its looks.
import { SettingsPage } from '../../features/settings/SettingsPage';
import type { PageProps } from '../page-props';
import '../../ui/components.css';

export default function SettingsRoute({ services, now }: PageProps) {
  return <SettingsPage services={services} now={now} />;
}

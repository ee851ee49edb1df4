// 「設定」: whose phone this is, whether everything arrived, how it looks, what it keeps. Each part watches for itself.
import * as words from '../../i18n/ja/settings';
import type { Services } from '../../services';
import { AboutPart } from './AboutPart';
import { DeliveryPart } from './DeliveryPart';
import { ErasePart } from './ErasePart';
import { InstallPart } from './InstallPart';
import { LooksPart } from './LooksPart';
import { RegistrationPart } from './RegistrationPart';
import { RescuePart } from './RescuePart';
import { browserDevice } from './settings-device';
import type { SettingsDevice } from './settings-device';
import { StoragePart } from './StoragePart';
import './settings.css';

interface Props {
  services: Services;
  now: () => Date;
  device?: SettingsDevice;
}

export function SettingsPage({ services, now, device = browserDevice }: Props) {
  return (
    <div class="settings-page">
      <h1>{words.TITLE}</h1>
      <RegistrationPart enrolments={services.enrolment} />
      <DeliveryPart delivery={services.delivery} now={now} />
      <LooksPart preferences={services.preferences} />
      <StoragePart storage={services.storage} />
      <InstallPart device={device} />
      <AboutPart version={device.version} />
      <RescuePart rescue={services.rescue} device={device} />
      <ErasePart storage={services.storage} rescue={services.rescue} device={device} />
    </div>
  );
}

// 「ホーム画面に追加」: the browser's own prompt where it has one, else the steps in words for this phone.
import { useEffect, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/settings';
import type { InstallState } from '../../platform/install';
import { Button } from '../../ui/Button';
import { Part } from './Part';
import type { SettingsDevice } from './settings-device';

function stepsFor({ surface, system }: InstallState): readonly string[] {
  if (surface !== 'in-app') return words.INSTALL_STEPS[surface];
  return words.INSTALL_STEPS[system === 'ios' ? 'in-app-ios' : 'in-app-other'];
}

export function InstallPart({ device }: { device: SettingsDevice }) {
  const [state, setState] = useState(() => device.install());
  const [answer, setAnswer] = useState('');
  useEffect(() => device.onInstallChange(() => setState(device.install())), [device]);

  async function add() {
    const outcome = await device.promptInstall();
    setState(device.install());
    if (outcome === 'accepted') setAnswer(words.INSTALL_ACCEPTED);
    if (outcome === 'dismissed') setAnswer(words.INSTALL_DISMISSED);
  }

  return (
    <Part id="install" title={words.INSTALL}>
      {state.installed ? (
        <p>{words.INSTALLED}</p>
      ) : (
        <>
          <p>{state.surface === 'in-app' ? words.IN_APP : words.INSTALL_WHY}</p>
          {state.promptable ? (
            <Button kind="outline" onPress={() => void add()}>
              {words.INSTALL_BUTTON}
            </Button>
          ) : (
            <ol class="settings-steps">
              {stepsFor(state).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </>
      )}
      <p class="settings-answer" role="status">
        {answer}
      </p>
    </Part>
  );
}

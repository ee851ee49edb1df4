// 「救出ファイルを保存する」: unsent work as one sealed file, and the file a wipe left behind. Saving changes nothing here.
import { useState } from 'preact/hooks';
import * as words from '../../i18n/ja/rescue';
import type { RescueService } from '../../services';
import { Button } from '../../ui/Button';
import { useWatch } from '../../ui/use-watch';
import { Part } from './Part';
import type { SettingsDevice } from './settings-device';

interface Props {
  rescue: RescueService;
  device: SettingsDevice;
}

export function RescuePart({ rescue, device }: Props) {
  const kept = useWatch(rescue.watchKept)?.value ?? null;
  return (
    <Part id="rescue" title={words.RESCUE}>
      <p>{words.RESCUE_WHAT}</p>
      <SaveRescue rescue={rescue} device={device} />
      {kept === null ? null : (
        <>
          <p>{words.keptWhat(kept, kept.keptUntil)}</p>
          <Button
            kind="outline"
            onPress={() =>
              void rescue.readKept().then((file) => (file === null ? undefined : device.saveFile(file)))
            }
          >
            {words.KEPT_SAVE}
          </Button>
        </>
      )}
    </Part>
  );
}

const ANSWERS = {
  'made': words.RESCUE_SAVED,
  'nothing': words.RESCUE_NOTHING,
  'no-key': words.RESCUE_NO_KEY,
  'failed': words.RESCUE_FAILED,
} as const; // prettier-ignore

/** The button alone, also offered before erasing. */
export function SaveRescue({ rescue, device }: Props) {
  const [answer, setAnswer] = useState<keyof typeof ANSWERS | null>(null);
  async function save() {
    setAnswer(null);
    const made = await rescue.make().catch(() => ({ status: 'failed' as const }));
    if (made.status === 'made') device.saveFile(made.file);
    setAnswer(made.status);
  }
  return (
    <>
      <Button kind="outline" onPress={() => void save()}>
        {words.RESCUE_SAVE}
      </Button>
      <p class="settings-answer" role="status">
        {answer === null ? '' : ANSWERS[answer]}
      </p>
    </>
  );
}

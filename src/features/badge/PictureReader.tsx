// 「画像から読み取る」: a screenshot of the invitation, or a photo of the slip. The picture stays on this phone.
import { useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import { Notice } from '../../ui/Notice';
import type { BadgeDevice } from './badge-device';

type PictureState = { status: 'idle' } | { status: 'reading' } | { status: 'trouble'; words: words.Words };

interface Props {
  device: BadgeDevice;
  onText: (text: string) => 'taken' | 'not-ours';
  onStart: () => void;
}

export function PictureReader({ device, onText, onStart }: Props) {
  const [state, setState] = useState<PictureState>({ status: 'idle' });

  async function read(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) return;
    onStart();
    setState({ status: 'reading' });
    const scanner = await device.loadScanner();
    if (scanner === null) {
      setState({ status: 'trouble', words: words.CAMERA_TROUBLE['not-here'] });
    } else {
      const outcome = await scanner.readPicture(file);
      if (outcome.status === 'read') {
        setState({ status: 'idle' });
        onText(outcome.text);
      } else setState({ status: 'trouble', words: words.PICTURE_TROUBLE[outcome.status] });
    }
    // so that choosing the same picture again counts as a choice
    input.value = '';
  }

  return (
    <div class="badge-way">
      <label class="ui-button ui-button-outline ui-button-primary badge-file">
        {words.PICTURE}
        <input
          class="ui-unseen"
          type="file"
          accept="image/*"
          onChange={(event) => void read(event.currentTarget)}
        />
      </label>
      {state.status === 'reading' ? <p role="status">{words.READING_PICTURE}</p> : null}
      {state.status === 'trouble' ? (
        <Notice kind="warning" level={3} heading={state.words.heading} announce="alert">
          <p>{state.words.body}</p>
        </Notice>
      ) : null}
    </div>
  );
}

// Camera, picture, typed code. Each trouble is said beside the way it belongs to, and the other two stay usable.
import { useEffect, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { BadgeDevice } from './badge-device';
import { CameraReader } from './CameraReader';
import { CodeEntry } from './CodeEntry';
import { PictureReader } from './PictureReader';

interface Props {
  device: BadgeDevice;
  typed: string;
  onType: (text: string) => void;
  onText: (text: string) => 'taken' | 'not-ours';
  busy: boolean;
  /** a code from the last try is in the field: it stands open */
  codeWaits: boolean;
  /** a link brought an invitation: these are the other ways then */
  second: boolean;
}

export function ThreeWays({ device, typed, onType, onText, busy, codeWaits, second }: Props) {
  const [way, setWay] = useState<'camera' | 'code' | null>(null);
  useEffect(() => {
    if (codeWaits) setWay('code');
  }, [codeWaits]);
  const isExpected = useScannerExpected(device);
  const isCodeOpen = way === 'code' || isExpected === false;

  function takeScanned(text: string) {
    const end = onText(text);
    if (end === 'taken') setWay(null);
    return end;
  }

  return (
    <section class="badge-ways" aria-labelledby="badge-ways">
      <h2 id="badge-ways">{second ? words.OTHER_WAYS : words.WAYS}</h2>
      {isExpected === false ? (
        <Notice kind="info" level={3} heading={words.CAMERA_TROUBLE['not-here'].heading} announce="status">
          <p>{words.CAMERA_TROUBLE['not-here'].body}</p>
        </Notice>
      ) : null}
      <CameraReader
        device={device}
        second={second}
        open={way === 'camera'}
        onOpen={(open) => setWay(open ? 'camera' : null)}
        onText={takeScanned}
      />
      <PictureReader device={device} onText={takeScanned} onStart={() => setWay(null)} />
      <div class="badge-way">
        <Button
          kind="outline"
          primary
          expanded={isCodeOpen}
          onPress={() => setWay(isCodeOpen ? null : 'code')}
        >
          {words.TYPE_CODE}
        </Button>
        {isCodeOpen ? <CodeEntry typed={typed} onType={onType} onCode={onText} busy={busy} /> : null}
      </div>
    </section>
  );
}

/** null while asking */
function useScannerExpected(device: BadgeDevice): boolean | null {
  const [expected, setExpected] = useState<boolean | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = () => void device.scannerExpected().then((is) => isHere && setExpected(is));
    ask();
    const stop = device.onConnectivityChange(ask);
    return () => {
      isHere = false;
      stop();
    };
  }, [device]);
  return expected;
}

// 「カメラで読み取る」. The camera runs only while it is seen: it ends with the page, the tab or 「カメラを止める」.
import { useEffect, useRef, useState } from 'preact/hooks';
import * as words from '../../i18n/ja/badge';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { BadgeDevice } from './badge-device';

type Trouble = keyof typeof words.CAMERA_TROUBLE;
type CameraState = { status: 'opening' } | { status: 'running' } | { status: 'trouble'; trouble: Trouble };

interface Props {
  device: BadgeDevice;
  /** not the main way on this page */
  second: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onText: (text: string) => 'taken' | 'not-ours';
}

export function CameraReader({ device, second, open, onOpen, onText }: Props) {
  const [attempt, setAttempt] = useState(0);
  return (
    <div class="badge-way">
      <Button
        primary
        kind={second ? 'outline' : 'solid'}
        expanded={open}
        onPress={() => {
          setAttempt(attempt + 1);
          onOpen(true);
        }}
      >
        {words.CAMERA}
      </Button>
      {open ? <Camera key={attempt} device={device} onText={onText} onClose={() => onOpen(false)} /> : null}
    </div>
  );
}

interface CameraProps {
  device: BadgeDevice;
  onText: (text: string) => 'taken' | 'not-ours';
  onClose: () => void;
}

function Camera({ device, onText, onClose }: CameraProps) {
  const picture = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<CameraState>({ status: 'opening' });
  // The camera outlives renders; it must always call the newest handlers.
  const handlers = useRef({ onText, onClose });
  handlers.current = { onText, onClose };

  useEffect(() => {
    let isHere = true;
    let stop: (() => Promise<void>) | null = null;
    let lastForeign: string | null = null;

    function take(text: string) {
      // The same foreign code stays in view for many frames: said once.
      if (!isHere || text === lastForeign) return;
      if (handlers.current.onText(text) === 'not-ours') lastForeign = text;
    }
    async function open() {
      const scanner = await device.loadScanner();
      if (!isHere || picture.current === null) return;
      if (scanner === null) return setState({ status: 'trouble', trouble: 'not-here' });
      const outcome = await scanner.startCamera(picture.current, take, () => {
        if (isHere && stop !== null) handlers.current.onClose();
      });
      if (outcome.status !== 'running') {
        if (isHere) setState({ status: 'trouble', trouble: outcome.status });
        return;
      }
      stop = outcome.stop;
      if (!isHere) return void outcome.stop();
      setState({ status: 'running' });
      // What to aim with must be seen; the buttons above it leave it under the bottom bar on a small phone.
      // It is gone when the very first frame held the invitation.
      picture.current?.scrollIntoView?.({ block: 'center' });
    }
    void open();
    return () => {
      isHere = false;
      void stop?.();
    };
  }, [device]);

  return (
    <div class="badge-camera">
      {state.status === 'trouble' ? (
        <Notice
          kind="warning"
          level={3}
          heading={words.CAMERA_TROUBLE[state.trouble].heading}
          announce="alert"
        >
          <p>{words.CAMERA_TROUBLE[state.trouble].body}</p>
        </Notice>
      ) : (
        <>
          <p role="status">{state.status === 'opening' ? words.OPENING_CAMERA : words.AIM}</p>
          <div class="badge-picture" ref={picture} />
          <Button kind="outline" onPress={onClose}>
            {words.STOP_CAMERA}
          </Button>
        </>
      )}
    </div>
  );
}

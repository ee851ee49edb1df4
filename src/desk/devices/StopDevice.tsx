// 「この端末を止める」: asked in place, with the reason. Nothing is stopped before 「止めます」.
import { useState } from 'preact/hooks';
import { STOP_REASONS, type DeviceRow, type StopReason } from '../../domain/desk-devices';
import { Choice } from '../parts/Choice';
import { REASON_WORDS, SYSTEM_WORDS } from './device-words';

const WHAT_HAPPENS =
  '止めると、この端末からは何も受け取りません。次に電波が入ったとき、端末の中の記録は消えます。' +
  '送っていない記録は、封をした「救出ファイル」として端末に30日残ります。元に戻せません。';
const OPTIONS = STOP_REASONS.map((reason) => [reason, REASON_WORDS[reason]] as const);

interface StopDeviceProps {
  memberName: string;
  device: DeviceRow;
  onStop(reason: StopReason): Promise<void>;
}

export function StopDevice({ memberName, device, onStop }: StopDeviceProps) {
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState<StopReason>('lost');
  const [busy, setBusy] = useState(false);
  const name = `${memberName}の端末（${SYSTEM_WORDS[device.system]}）`;
  if (!asked)
    return (
      <button
        class="dk-button dk-button--small"
        type="button"
        aria-label={`${name}を止める`}
        onClick={() => setAsked(true)}
      >
        この端末を止める
      </button>
    );
  return (
    <div class="dk-confirm" role="group" aria-label={`${name}を止めますか`}>
      <p role="alert">{WHAT_HAPPENS}</p>
      <Choice<StopReason>
        legend="止める理由"
        name={`reason-${device.id}`}
        options={OPTIONS}
        chosen={reason}
        onChoose={setReason}
      />
      <button
        class="dk-button dk-button--danger dk-button--small"
        type="button"
        aria-busy={busy}
        onClick={() => {
          if (busy) return;
          setBusy(true);
          void onStop(reason).then(() => setBusy(false));
        }}
      >
        止めます
      </button>
      <button
        class="dk-button dk-button--small"
        type="button"
        ref={(button) => button?.focus()}
        onClick={() => setAsked(false)}
      >
        やめる
      </button>
    </div>
  );
}

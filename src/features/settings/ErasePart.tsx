// 「この端末から消す」: first press counts what would be lost, second press erases; with unsent work a tick comes between.
// It must never erase on one press, and never claim to have erased when it did not.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import * as words from '../../i18n/ja/settings';
import type { RescueService, StorageService } from '../../services';
import { Button } from '../../ui/Button';
import { ChoiceTiles } from '../../ui/ChoiceTiles';
import { Notice } from '../../ui/Notice';
import { Part } from './Part';
import { SaveRescue } from './RescuePart';
import type { SettingsDevice } from './settings-device';

type EraseStep =
  | { status: 'closed' }
  | { status: 'counting' }
  | { status: 'asking'; drafts: number; operations: number }
  | { status: 'erasing' }
  | { status: 'erased' }
  | { status: 'failed' };

interface Props {
  storage: StorageService;
  rescue: RescueService;
  device: SettingsDevice;
}

export function ErasePart({ storage, rescue, device }: Props) {
  const [step, setStep] = useState<EraseStep>({ status: 'closed' });

  async function ask() {
    setStep({ status: 'counting' });
    try {
      setStep({ status: 'asking', ...(await storage.unsent()) });
    } catch {
      // An unreadable database may be the very reason to erase; what is in it cannot be counted any more.
      setStep({ status: 'asking', drafts: 0, operations: 0 });
    }
  }
  async function erase() {
    setStep({ status: 'erasing' });
    try {
      await storage.erase();
      setStep({ status: 'erased' });
    } catch {
      setStep({ status: 'failed' });
    }
  }

  return (
    <Part id="erase" title={words.ERASE}>
      {step.status === 'erased' ? (
        <Notice kind="success" level={3} heading={words.ERASED} announce="status">
          <Button onPress={device.reopen}>{words.REOPEN}</Button>
        </Notice>
      ) : (
        <p>{words.ERASE_WHAT}</p>
      )}
      {step.status === 'failed' ? (
        <Notice kind="error" level={3} heading={words.ERASE_FAILED} announce="alert" />
      ) : null}
      {step.status === 'counting' ? <p role="status">{words.ERASE_COUNTING}</p> : null}
      {step.status === 'closed' || step.status === 'failed' ? (
        <Button kind="outline" onPress={() => void ask()}>
          {words.ERASE}
        </Button>
      ) : null}
      {step.status === 'asking' ? (
        <EraseQuestion
          drafts={step.drafts}
          operations={step.operations}
          saveFirst={<SaveRescue rescue={rescue} device={device} />}
          onYes={() => void erase()}
          onNo={() => setStep({ status: 'closed' })}
        />
      ) : null}
    </Part>
  );
}

interface QuestionProps {
  drafts: number;
  operations: number;
  /** offered before unsent work goes */
  saveFirst: ComponentChildren;
  onYes: () => void;
  onNo: () => void;
}

function EraseQuestion({ drafts, operations, saveFirst, onYes, onNo }: QuestionProps) {
  const isSomethingLost = drafts + operations > 0;
  const [isKnown, setIsKnown] = useState(false);
  const [isPressedEarly, setIsPressedEarly] = useState(false);
  return (
    <div class="ui-confirm" role="group" aria-label={words.ERASE}>
      {isSomethingLost ? (
        <>
          <Notice
            kind="warning"
            level={3}
            heading={words.eraseWarning(drafts, operations)}
            announce="alert"
          />
          {saveFirst}
          <ChoiceTiles
            name="erase-know"
            legend={words.ERASE}
            quietLegend
            kind="checkbox"
            choices={[{ value: 'known', label: words.ERASE_KNOW }]}
            chosen={isKnown ? ['known'] : []}
            onChoose={(_value, on) => setIsKnown(on)}
            {...(isPressedEarly && !isKnown ? { error: words.ERASE_KNOW_FIRST } : {})}
          />
        </>
      ) : (
        <p role="status">{words.ERASE_NOTHING_WAITING}</p>
      )}
      <div class="ui-row">
        <Button kind="outline" onPress={onNo}>
          {words.ERASE_NO}
        </Button>
        <Button
          kind="danger"
          onPress={() => (isSomethingLost && !isKnown ? setIsPressedEarly(true) : onYes())}
        >
          {words.ERASE_YES}
        </Button>
      </div>
    </div>
  );
}

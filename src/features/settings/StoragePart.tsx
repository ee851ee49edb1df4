// 「保存の状態」: whether what is written is safe on this phone, and what can be done when it is not.
import { useState } from 'preact/hooks';
import * as words from '../../i18n/ja/settings';
import { KEEPS_NOTHING } from '../../i18n/ja/storage-trouble';
import type { StorageService } from '../../services';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useWatch } from '../../ui/use-watch';
import { Part } from './Part';

/** Below this an autosave with three photos may fail. */
const LITTLE_SPACE_BYTES = 50_000_000;

/** `3.4 MB`; below 1 MB said as such, because members compare with what their phone shows */
const megabytes = (bytes: number): string =>
  bytes < 1_000_000
    ? '1 MB未満'
    : bytes < 1_000_000_000
      ? `${(bytes / 1_000_000).toFixed(1)} MB`
      : `${(bytes / 1_000_000_000).toFixed(1)} GB`;

export function StoragePart({ storage }: { storage: StorageService }) {
  const report = useWatch(storage.watch)?.value ?? null;
  const [asked, setAsked] = useState<boolean | null>(null);
  if (report === null) {
    return (
      <Part id="storage" title={words.STORAGE}>
        <p>{words.STORAGE_CHECKING}</p>
      </Part>
    );
  }
  const { writable, usedBytes, freeBytes, quarantined } = report;
  const isPersisted = report.persisted === true || asked === true;
  return (
    <Part id="storage" title={words.STORAGE}>
      {writable ? (
        <p>{words.STORAGE_GOOD}</p>
      ) : (
        <Notice kind="error" level={3} heading={KEEPS_NOTHING.heading}>
          <p>{KEEPS_NOTHING.body}</p>
        </Notice>
      )}
      {usedBytes === null || freeBytes === null ? null : (
        <p>{words.usedAndFree(megabytes(usedBytes), megabytes(freeBytes))}</p>
      )}
      {freeBytes !== null && freeBytes < LITTLE_SPACE_BYTES ? (
        <Notice kind="warning" level={3} heading={words.LITTLE_SPACE} />
      ) : null}
      {quarantined > 0 ? <Notice kind="warning" level={3} heading={words.quarantined(quarantined)} /> : null}
      <p>{isPersisted ? words.PERSISTED : words.NOT_PERSISTED}</p>
      {isPersisted ? null : (
        <Button kind="outline" onPress={() => void storage.askToPersist().then(setAsked)}>
          {words.ASK_TO_PERSIST}
        </Button>
      )}
      <p class="settings-answer" role="status">
        {asked === null ? '' : asked ? words.PERSIST_GRANTED : words.PERSIST_REFUSED}
      </p>
    </Part>
  );
}

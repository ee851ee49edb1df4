// Its content where this phone keeps what is written; where it keeps nothing (a private window), what to do about that.
// Asks the phone's storage by a real write: use it only where nothing is kept yet, not on every opening.
import type { ComponentChildren } from 'preact';
import { KEEPS_NOTHING } from '../i18n/ja/storage-trouble';
import { Notice } from './Notice';
import { useWatch } from './use-watch';

interface Props {
  watch: (onValue: (report: { writable: boolean }) => void) => () => void;
  children: ComponentChildren;
}

/** Shows nothing until the storage has answered. */
export function WhereKept({ watch, children }: Props) {
  const report = useWatch(watch)?.value ?? null;
  if (report === null) return null;
  return report.writable ? (
    <>{children}</>
  ) : (
    <Notice kind="error" heading={KEEPS_NOTHING.heading}>
      <p>{KEEPS_NOTHING.body}</p>
    </Notice>
  );
}

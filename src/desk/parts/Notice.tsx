// A sentence in a frame: what went well, or what to do now. An error is read out at once.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

export type NoticeKind = 'ok' | 'error' | 'info' | 'late';
const ICONS: Record<NoticeKind, IconName> = { ok: 'ok', error: 'error', info: 'info', late: 'late' };

export function Notice({ kind, children }: { kind: NoticeKind; children: ComponentChildren }) {
  return (
    <div class={`dk-notice dk-notice--${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div class="dk-notice__text">{children}</div>
    </div>
  );
}

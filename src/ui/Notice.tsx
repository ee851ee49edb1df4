// A banner: what happened and what to do. White ground, coloured frame, icon with a name; never colour alone.
import type { ComponentChildren } from 'preact';
import { ICON_WORDS } from '../i18n/ja/common';
import { Icon } from './Icon';

interface Props {
  kind: 'success' | 'error' | 'warning' | 'info';
  heading: string;
  /** level of the heading on its page */
  level?: 2 | 3;
  /** `alert` is read at once, `status` when the reader pauses; left out when it was there from the start */
  announce?: 'alert' | 'status';
  id?: string;
  children?: ComponentChildren;
}

export function Notice({ kind, heading, level = 2, announce, id, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div
      class={`ui-notice ui-notice-${kind}`}
      role={announce}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
    >
      <Icon icon={kind} name={ICON_WORDS[kind]} />
      <div class="ui-notice-body">
        <Heading class="ui-notice-heading">{heading}</Heading>
        {children}
      </div>
    </div>
  );
}

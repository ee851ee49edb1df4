// Something folded under a button. Its content is made when first opened and stays, so that nothing written is lost.
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

interface Props {
  id: string;
  label: string;
  open: boolean;
  onToggle: (open: boolean) => void;
  children: ComponentChildren;
}

export function Disclosure({ id, label, open, onToggle, children }: Props) {
  return (
    <div class="ui-disclosure">
      <button
        type="button"
        class="ui-button ui-button-outline ui-disclosure-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(!open)}
      >
        <span>{label}</span>
        <Icon icon="open" />
      </button>
      {open ? (
        <div id={id} class="ui-disclosure-body">
          {children}
        </div>
      ) : null}
    </div>
  );
}

// A modal window on the browser's own <dialog>: focus kept inside, Escape closes where closing is allowed.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  /** id of the heading inside */
  labelledBy: string;
  class?: string;
  /** left out: cannot be dismissed */
  onClose?: () => void;
  children: ComponentChildren;
}

export function Dialog({ labelledBy, onClose, children, class: extra }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={`dk-dialog ${extra ?? ''}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {children}
    </dialog>
  );
}

// A labelled control: label above, hint between, the error below and tied to it. No placeholder stands for a label.
import type { ComponentChildren } from 'preact';

interface FieldProps {
  id: string;
  label: string;
  /** shown as ※必須 / ※任意; left out where the form says it once */
  need?: '必須' | '任意';
  hint?: ComponentChildren;
  error?: string | undefined;
  children: ComponentChildren;
}

export function Field({ id, label, need, hint, error, children }: FieldProps) {
  return (
    <div class={error ? 'dk-field dk-field--error' : 'dk-field'}>
      <label class="dk-label" for={id}>
        {label}
        {need && <span class={`dk-need dk-need--${need === '必須' ? 'must' : 'may'}`}>※{need}</span>}
      </label>
      {hint && (
        <p class="dk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="dk-field__error" id={`${id}-error`}>
          ＊{error}
        </p>
      )}
    </div>
  );
}

/** aria attributes that tie a control to its hint and error */
export function tiedTo(id: string, has: { hint?: boolean; error?: string | undefined }) {
  const ids = [has.hint ? `${id}-hint` : '', has.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(has.error ? { 'aria-invalid': true as const } : {}),
  };
}

// What surrounds a written field: label above, support text, counter, error. It holds no text of its own.
import type { ComponentChildren } from 'preact';
import { letters, lettersOver } from '../i18n/ja/common';

export interface FieldText {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** standing warning in strong letters between label and field */
  warning?: string | undefined;
}

interface Props extends FieldText {
  /** letters written and the most allowed */
  count?: { now: number; most: number } | undefined;
  children: ComponentChildren;
}

/** Ids of the texts that describe the field, for aria-describedby. */
export function describedBy(field: FieldText, counted = false): string | undefined {
  const ids = [
    field.warning === undefined ? null : `${field.id}-warning`,
    field.hint === undefined ? null : `${field.id}-hint`,
    field.error === undefined ? null : `${field.id}-error`,
    counted ? `${field.id}-count` : null,
  ].filter((id) => id !== null);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function FieldFrame({ id, label, hint, error, warning, count, children }: Props) {
  const over = count === undefined ? 0 : count.now - count.most;
  return (
    <div class="ui-field">
      <label class="ui-label" for={id}>
        {label}
      </label>
      {warning === undefined ? null : (
        <p class="ui-field-warning" id={`${id}-warning`}>
          {warning}
        </p>
      )}
      {hint === undefined ? null : (
        <p class="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error === undefined ? null : (
        <p class="ui-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {count === undefined ? null : (
        <p class={over > 0 ? 'ui-error' : 'ui-count'} id={`${id}-count`}>
          {over > 0 ? lettersOver(over) : letters(count.now, count.most)}
        </p>
      )}
    </div>
  );
}

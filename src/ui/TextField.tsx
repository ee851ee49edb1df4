// A line of text, a search or a day. The label stands above; what is written may pass the limit, so that nothing is cut.
import type { TargetedInputEvent } from 'preact';
import { describedBy, FieldFrame, type FieldText } from './FieldFrame';

interface Props extends FieldText {
  type?: 'text' | 'search' | 'date' | 'tel' | 'datetime-local';
  value: string;
  onWrite: (text: string) => void;
  /** most letters; shown as a counter */
  most?: number;
  /** last day that may be chosen, YYYY-MM-DD */
  lastDay?: string;
}

export function TextField(props: Props) {
  const counted = props.most !== undefined;
  const now = props.value.trim().length;
  const wrong = props.error !== undefined || (props.most !== undefined && now > props.most);
  const input = {
    id: props.id,
    class: 'ui-input',
    value: props.value,
    autocomplete: 'off',
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props, counted),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onWrite(event.currentTarget.value),
  };
  return (
    <FieldFrame {...props} count={props.most === undefined ? undefined : { now, most: props.most }}>
      {props.type === 'date' ? (
        <input type="date" {...(props.lastDay === undefined ? {} : { max: props.lastDay })} {...input} />
      ) : props.type === 'search' ? (
        <input type="search" {...input} />
      ) : props.type === 'tel' ? (
        <input type="tel" {...input} />
      ) : props.type === 'datetime-local' ? (
        <input type="datetime-local" {...input} />
      ) : (
        <input type="text" {...input} />
      )}
    </FieldFrame>
  );
}

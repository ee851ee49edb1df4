// A line of text, a search or a day. The label stands above; what is written may pass the limit, so that nothing is cut.
import { describedBy, FieldFrame, type FieldText } from './FieldFrame';

interface Props extends FieldText {
  type?: 'text' | 'search' | 'date';
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
  return (
    <FieldFrame {...props} count={props.most === undefined ? undefined : { now, most: props.most }}>
      <input
        id={props.id}
        class="ui-input"
        type={props.type ?? 'text'}
        value={props.value}
        {...(props.lastDay === undefined ? {} : { max: props.lastDay })}
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={describedBy(props, counted)}
        onInput={(event) => props.onWrite(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

// Several lines of text with label, standing warning, counter and error.
import { describedBy, FieldFrame, type FieldText } from './FieldFrame';

interface Props extends FieldText {
  value: string;
  onWrite: (text: string) => void;
  most: number;
}

export function TextArea(props: Props) {
  const now = props.value.trim().length;
  const wrong = props.error !== undefined || now > props.most;
  return (
    <FieldFrame {...props} count={{ now, most: props.most }}>
      <textarea
        id={props.id}
        class="ui-input ui-textarea"
        rows={4}
        value={props.value}
        autocomplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={describedBy(props, true)}
        onInput={(event) => props.onWrite(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

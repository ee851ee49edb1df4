// A button that asks once more in place, without a dialog, before something is gone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button';

interface Props {
  label: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
}

export function InlineConfirm({ label, question, yes, no, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const questionRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) questionRef.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <Button kind="text" onPress={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div class="ui-confirm" role="group" aria-label={label}>
      <p ref={questionRef} tabIndex={-1}>
        {question}
      </p>
      <div class="ui-row">
        <Button kind="outline" onPress={() => setAsking(false)}>
          {no}
        </Button>
        <Button
          kind="danger"
          onPress={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </Button>
      </div>
    </div>
  );
}

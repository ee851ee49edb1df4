// A small form with texts: asks once about personal data, keeps every word until it is on the disk.
import { useEffect, useRef, useState } from 'preact/hooks';
import { findPersonalData } from '../../domain/personal-data-check';
import { NO_PERSONAL_DATA, REPLY_MOST, STOP, TOO_LONG } from '../../i18n/ja/record';
import { PERSONAL_REWRITE, PERSONAL_SEND, PERSONAL_TITLE, personalBody } from '../../i18n/ja/personal-data';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { TextArea } from '../../ui/TextArea';
import type { ComponentChildren } from 'preact';

interface Props {
  /** start of the ids of the fields */
  id: string;
  labels: readonly string[];
  /** shown when a field is empty; null: empty is fine */
  missing: string | null;
  hint?: string;
  send: string;
  /** more of the form, above the texts */
  children?: ComponentChildren;
  /** answers `false` when the part above is not complete: then nothing is sent */
  check?: () => boolean;
  onSend: (texts: string[]) => void;
  onStop: () => void;
}

export function WrittenReply(props: Props) {
  const { id, labels, missing } = props;
  const [texts, setTexts] = useState<string[]>(labels.map(() => ''));
  const [errors, setErrors] = useState<(string | undefined)[]>([]);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const kinds = findPersonalData(texts.join('\n'));

  useEffect(() => {
    if (asking) form.current?.querySelector<HTMLElement>(`#${id}-asked`)?.focus();
  }, [asking, id]);

  const focusField = (index: number) => form.current?.querySelector<HTMLElement>(`#${id}-${index}`)?.focus();
  const errorOf = (text: string) => {
    if (text.trim() === '') return missing ?? undefined;
    return text.trim().length > REPLY_MOST ? TOO_LONG : undefined;
  };
  const press = () => {
    const found = texts.map(errorOf);
    setErrors(found);
    const complete = props.check?.() ?? true;
    const first = found.findIndex((error) => error !== undefined);
    if (complete && first >= 0) focusField(first);
    if (!complete || first >= 0) return;
    if (kinds.length > 0) setAsking(true);
    else props.onSend(texts.map((text) => text.trim()));
  };

  return (
    <div class="record-form" ref={form}>
      {props.children}
      {labels.map((label, index) => (
        <TextArea
          key={label}
          id={`${id}-${index}`}
          label={label}
          warning={NO_PERSONAL_DATA}
          hint={props.hint}
          error={errors[index]}
          most={REPLY_MOST}
          value={texts[index] ?? ''}
          onWrite={(text) => setTexts((before) => before.map((old, at) => (at === index ? text : old)))}
        />
      ))}
      {asking ? (
        <Notice kind="warning" heading={PERSONAL_TITLE} level={3} id={`${id}-asked`}>
          <p>{personalBody(kinds)}</p>
          <div class="ui-row">
            <Button
              kind="outline"
              onPress={() => {
                setAsking(false);
                focusField(0);
              }}
            >
              {PERSONAL_REWRITE}
            </Button>
            <Button onPress={() => props.onSend(texts.map((text) => text.trim()))}>{PERSONAL_SEND}</Button>
          </div>
        </Notice>
      ) : (
        <div class="ui-row">
          <Button kind="outline" onPress={props.onStop}>
            {STOP}
          </Button>
          <Button onPress={press}>{props.send}</Button>
        </div>
      )}
    </div>
  );
}

// 「指示を送る」: choose a template, look over what fills it, see it as the member will, send.
// The send button can always be pressed; what is missing is then listed and the first of it focused.
import { useState } from 'preact/hooks';
import { TEMPLATES } from '../../content/instruction-templates';
import type { CaseDetail } from '../../domain/desk-contract';
import {
  INSTRUCTION_MAX,
  INSTRUCTION_TEMPLATES,
  stateAfter,
  type InstructionTemplate,
} from '../../domain/instruction';
import { useDesk, useKeptText } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import type { Act } from './case-work';
import {
  fieldsOf,
  missingIn,
  numbersFor,
  otherTemplates,
  PLACEHOLDER_WORDS,
  prefill,
  questionsOf,
  NOTHING_KNOWN,
  suggestedTemplates,
  textOf,
} from './instruction-form';
import { PhonePreview } from './PhonePreview';

interface SendInstructionProps {
  detail: CaseDetail;
  act: Act;
  onSent(template: InstructionTemplate): void;
  onCancel(): void;
}

export function SendInstruction({ detail, act, onSent, onCancel }: SendInstructionProps) {
  const { session, serverNow } = useDesk();
  const [nowMs] = useState(serverNow);
  const suggested = suggestedTemplates(detail.sighting ?? NOTHING_KNOWN, nowMs);
  const key = `case:${detail.row.recordId}:instruction`;
  const [keptTemplate, setTemplate, forgetTemplate] = useKeptText(`${key}:template`, suggested[0] ?? 'T01');
  const [keptEdits, setEdits, forgetEdits] = useKeptText(`${key}:values`, '{}');
  const [extra, setExtra, forgetExtra] = useKeptText(`${key}:extra`);
  const [failure, setFailure] = useState<string | null>(null);
  const [pressed, setPressed] = useState(false);
  const [sending, setSending] = useState(false);

  const template = INSTRUCTION_TEMPLATES.find((code) => code === keptTemplate) ?? 'T01';
  const edits = readEdits(keptEdits);
  const occasion = {
    network: session.network,
    officer: session.officer,
    receiptNo: detail.row.receiptNo,
    sighting: detail.sighting ?? NOTHING_KNOWN,
    nowMs,
  };
  const values = { ...prefill(occasion), ...edits };
  const missing = missingIn(template, values);
  const text = textOf(template, values, extra);
  const numbers = numbersFor(template, values, session.network);
  const questions = questionsOf(template, values);
  const tooLong = text.length > INSTRUCTION_MAX;

  async function send(event: Event) {
    event.preventDefault();
    if (sending) return;
    setPressed(true);
    setFailure(null);
    const first = missing[0];
    if (first !== undefined) return document.getElementById(`ins-${first}`)?.focus();
    if (tooLong) return document.getElementById('ins-extra')?.focus();
    setSending(true);
    const outcome = await act({ kind: 'instruct', template, text, numbers, questions });
    setSending(false);
    if (outcome.status !== 'reply') return setFailure(failureWords(outcome));
    forgetTemplate();
    forgetEdits();
    forgetExtra();
    onSent(template);
  }

  return (
    <form class="dk-panel dk-instruct" aria-labelledby="instruct-heading" onSubmit={send} noValidate>
      <h2 class="dk-h2 dk-instruct__heading" id="instruct-heading">
        指示を送る
      </h2>
      <div class="dk-instruct__form">
        {failure && <Notice kind="error">{failure}</Notice>}
        {pressed && missing.length > 0 && (
          <Notice kind="error">
            次の欄がまだ空いています。
            <ul class="dk-missing">
              {missing.map((name) => (
                <li key={name}>
                  <a href={`#ins-${name}`} onClick={(event) => goTo(event, `ins-${name}`)}>
                    {PLACEHOLDER_WORDS[name]?.label ?? name}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Field id="ins-template" label="指示のひな形">
          <select
            id="ins-template"
            class="dk-input"
            value={template}
            onChange={(event) => {
              setTemplate(event.currentTarget.value);
              setPressed(false);
            }}
          >
            <optgroup label="この件におすすめ">{suggested.map(option)}</optgroup>
            <optgroup label="そのほか">{otherTemplates(suggested).map(option)}</optgroup>
          </select>
        </Field>
        {fieldsOf(template).map((name) => {
          const words = PLACEHOLDER_WORDS[name] ?? { label: name };
          const error = pressed && missing.includes(name) ? `${words.label}を入れてください` : undefined;
          const id = `ins-${name}`;
          return (
            <Field key={name} id={id} label={words.label} hint={words.hint} error={error}>
              <input
                {...tiedTo(id, { hint: words.hint !== undefined, error })}
                class="dk-input"
                maxLength={200}
                autocomplete="off"
                value={values[name] ?? ''}
                onInput={(event) => setEdits(JSON.stringify({ ...edits, [name]: event.currentTarget.value }))}
              />
            </Field>
          );
        })}
        {template === 'T02' && <p class="dk-hint">要請番号は、送るときに番号が付きます。</p>}
        <Field
          id="ins-extra"
          label="書き足すこと（任意）"
          hint="ひな形の下に付きます。名前や住所は書かないでください。"
          error={tooLong ? `全体を${INSTRUCTION_MAX}字までにしてください（いま${text.length}字）` : undefined}
        >
          <textarea
            {...tiedTo('ins-extra', { hint: true, error: tooLong ? 'long' : undefined })}
            class="dk-input dk-input--area"
            rows={2}
            value={extra}
            onInput={(event) => setExtra(event.currentTarget.value)}
          />
        </Field>
        <div class="dk-actions">
          <button class="dk-button dk-button--primary" type="submit" aria-busy={sending}>
            {sending ? '送っています' : 'この内容で送る'}
          </button>
          <button class="dk-button" type="button" onClick={onCancel}>
            やめる
          </button>
        </div>
        <p class="dk-hint">
          {stateAfter(template) === 'instructed'
            ? '送ったあと60秒のあいだは取り消せます。'
            : '送ったあとは取り消せません。返事を待たずに進めるときは「確認に戻す」を使います。'}
        </p>
      </div>
      <PhonePreview text={text} numbers={numbers} questions={questions} />
    </form>
  );
}

function option(template: InstructionTemplate) {
  return (
    <option key={template} value={template}>
      {template} {TEMPLATES[template].label}
    </option>
  );
}

/** Moves the focus without writing the fragment into the address. */
function goTo(event: Event, id: string) {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

function readEdits(kept: string): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(kept);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

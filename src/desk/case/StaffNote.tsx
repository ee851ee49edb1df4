// 庁内メモ: for the office only. Looks and sounds unlike everything that goes to the member.
import { useState } from 'preact/hooks';
import { useKeptText } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import type { Act } from './case-work';

export function StaffNote({ recordId, act }: { recordId: string; act: Act }) {
  const [text, setText, forget] = useKeptText(`case:${recordId}:note`);
  const [said, setSaid] = useState<{ kind: 'ok' | 'error'; words: string } | null>(null);
  const [missing, setMissing] = useState<string | undefined>();
  const [saving, setSaving] = useState(false);

  async function save(event: Event) {
    event.preventDefault();
    if (saving) return;
    setSaid(null);
    setMissing(text.trim() === '' ? 'メモを書いてください' : undefined);
    if (text.trim() === '') return document.getElementById('note-text')?.focus();
    setSaving(true);
    const outcome = await act({ kind: 'note', text: text.trim() });
    setSaving(false);
    if (outcome.status !== 'reply') return setSaid({ kind: 'error', words: failureWords(outcome) });
    forget();
    setSaid({ kind: 'ok', words: '庁内メモを残しました。' });
  }

  return (
    <form class="dk-note" aria-labelledby="note-heading" onSubmit={save} noValidate>
      <h2 class="dk-h2" id="note-heading">
        庁内メモ
      </h2>
      {said && <Notice kind={said.kind}>{said.words}</Notice>}
      <Field
        id="note-text"
        label="メモ（構成員には見えません）"
        hint="この件の動きに残ります。消せません。500字まで。"
        error={missing}
      >
        <textarea
          {...tiedTo('note-text', { hint: true, error: missing })}
          class="dk-input dk-input--area"
          rows={2}
          maxLength={500}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <button class="dk-button" type="submit" aria-busy={saving}>
        メモを残す
      </button>
    </form>
  );
}

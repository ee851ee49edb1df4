// 「団体を追加する」: name and kind.
import { useLayoutEffect, useState } from 'preact/hooks';
import { MEMBER_KIND_WORDS } from '../../content/case-words';
import { MEMBER_KINDS, type Organisation } from '../../domain/member';
import { useDesk, useKeptText } from '../desk-context';
import { failureWords } from '../desk-words';
import { Choice } from '../parts/Choice';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';

interface AddOrganisationProps {
  onAdded(made: Organisation): void;
  onCancel(): void;
}

export function AddOrganisation({ onAdded, onCancel }: AddOrganisationProps) {
  const { client } = useDesk();
  const [name, setName, forget] = useKeptText('organisation:name');
  const [kind, setKind] = useState<(typeof MEMBER_KINDS)[number]>('member');
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => document.getElementById('organisation-name')?.focus(), []);

  async function add(event: Event) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    setError(name.trim() === '' ? '団体の名前を入れてください' : undefined);
    if (name.trim() === '') return document.getElementById('organisation-name')?.focus();
    setBusy(true);
    const outcome = await client.addOrganisation({ kind, name: name.trim() });
    setBusy(false);
    if (outcome.status !== 'reply') return setFailure(failureWords(outcome));
    forget();
    onAdded(outcome.value);
  }

  return (
    <form class="dk-panel" aria-labelledby="organisation-heading" onSubmit={add} noValidate>
      <h3 class="dk-h3" id="organisation-heading">
        団体を追加する
      </h3>
      {failure && <Notice kind="error">{failure}</Notice>}
      <Field id="organisation-name" label="団体の名前" error={error}>
        <input
          {...tiedTo('organisation-name', { error })}
          class="dk-input"
          maxLength={80}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Choice
        legend="団体の種別"
        name="organisation-kind"
        options={MEMBER_KINDS.map((value) => [value, MEMBER_KIND_WORDS[value].organisation] as const)}
        chosen={kind}
        onChoose={(value) => setKind(value)}
      />
      <div class="dk-actions">
        <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
          追加する
        </button>
        <button class="dk-button" type="button" onClick={onCancel}>
          やめる
        </button>
      </div>
    </form>
  );
}

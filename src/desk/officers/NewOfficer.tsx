// 「利用者を加える」: name, shown name, roles. The passphrase is made by the server.
import { useState } from 'preact/hooks';
import type { OfficerPassphrase } from '../../domain/desk-accounts';
import type { Organisation } from '../../domain/member';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import { RoleChoice, roleErrors, type ChosenRoles } from './RoleChoice';

interface NewOfficerProps {
  organisations: readonly Organisation[];
  onMade(made: OfficerPassphrase): void;
}
const NOBODY: ChosenRoles = { roles: ['officer'], organisationId: null };

export function NewOfficer({ organisations, onMade }: NewOfficerProps) {
  const { client } = useDesk();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [chosen, setChosen] = useState(NOBODY);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const errors = {
    ...(name.trim() === '' ? { name: '利用者名を入れてください' } : {}),
    ...(displayName.trim() === '' ? { displayName: '表示する名前を入れてください' } : {}),
    ...roleErrors(chosen),
  };
  const shown = pressed ? errors : {};

  async function create(event: Event) {
    event.preventDefault();
    if (busy) return;
    setPressed(true);
    setFailure(null);
    if (errors.name) return document.getElementById('officer-name')?.focus();
    if (errors.displayName) return document.getElementById('officer-display')?.focus();
    if (Object.keys(errors).length > 0) return;
    setBusy(true);
    const outcome = await client.office.createOfficer({
      name: name.trim(),
      displayName: displayName.trim(),
      ...chosen,
    });
    setBusy(false);
    if (outcome.status === 'reply') onMade(outcome.value);
    else setFailure(failureWords(outcome));
  }

  return (
    <section class="dk-card" aria-labelledby="new-officer">
      <h2 class="dk-h2" id="new-officer">
        利用者を加える
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      <form aria-labelledby="new-officer" onSubmit={create} noValidate>
        <Field
          id="officer-name"
          label="利用者名"
          hint="サインインに使います。あとから変えられません。"
          error={shown.name}
        >
          <input
            {...tiedTo('officer-name', { hint: true, error: shown.name })}
            class="dk-input"
            maxLength={60}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field id="officer-display" label="表示する名前" error={shown.displayName}>
          <input
            {...tiedTo('officer-display', { error: shown.displayName })}
            class="dk-input"
            maxLength={60}
            autocomplete="off"
            value={displayName}
            onInput={(event) => setDisplayName(event.currentTarget.value)}
          />
        </Field>
        <RoleChoice
          prefix="new-officer"
          chosen={chosen}
          organisations={organisations}
          errors={pressed ? roleErrors(chosen) : {}}
          onChoose={setChosen}
        />
        <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
          利用者を加える
        </button>
      </form>
    </section>
  );
}

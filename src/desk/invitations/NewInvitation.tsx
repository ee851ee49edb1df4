// 「招待をつくる」: for whom, of which organisation. An organisation that is not there yet is added on the spot.
import { useState } from 'preact/hooks';
import { JOB_KIND_WORDS, MEMBER_KIND_WORDS } from '../../content/case-words';
import type { CreatedInvitation } from '../../domain/desk-contract';
import { JOB_KINDS, MEMBER_KINDS, type JobKind, type Organisation } from '../../domain/member';
import { useDesk, useKeptText, useMay } from '../desk-context';
import { failureWords } from '../desk-words';
import { Choice } from '../parts/Choice';
import { Field, tiedTo } from '../parts/Field';
import { Notice } from '../parts/Notice';
import { AddOrganisation } from './AddOrganisation';

interface NewInvitationProps {
  organisations: readonly Organisation[];
  onOrganisation(made: Organisation): void;
  onCreated(created: CreatedInvitation): void;
}

export function NewInvitation({ organisations, onOrganisation, onCreated }: NewInvitationProps) {
  const { client } = useDesk();
  const may = useMay();
  const [organisationId, setOrganisationId] = useKeptText('invite:organisation');
  const [name, setName, forgetName] = useKeptText('invite:name');
  const [memberKind, setMemberKind] = useState<(typeof MEMBER_KINDS)[number]>('member');
  const [jobKind, setJobKind] = useState<JobKind>('outside_work');
  const [adding, setAdding] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = organisations.find((organisation) => organisation.id === organisationId);
  const errors = {
    organisation: chosen === undefined ? '団体を選んでください' : undefined,
    name: name.trim() === '' ? 'お名前を入れてください' : undefined,
  };

  async function create(event: Event) {
    event.preventDefault();
    if (busy) return;
    setPressed(true);
    setFailure(null);
    if (chosen === undefined) return document.getElementById('invite-organisation')?.focus();
    if (errors.name) return document.getElementById('invite-name')?.focus();
    setBusy(true);
    const outcome = await client.invite({
      organisationId: chosen.id,
      memberKind,
      displayName: name.trim(),
      jobKind,
    });
    setBusy(false);
    if (outcome.status !== 'reply') return setFailure(failureWords(outcome));
    forgetName();
    setPressed(false);
    onCreated(outcome.value);
  }

  const choose = (organisation: Organisation) => {
    setOrganisationId(organisation.id);
    setMemberKind(organisation.kind);
  };

  return (
    <section class="dk-card dk-invite" aria-labelledby="invite-heading">
      <h2 class="dk-h2" id="invite-heading">
        招待をつくる
      </h2>
      {failure && <Notice kind="error">{failure}</Notice>}
      {adding && (
        <AddOrganisation
          onCancel={() => setAdding(false)}
          onAdded={(made) => {
            onOrganisation(made);
            choose(made);
            setAdding(false);
          }}
        />
      )}
      <form aria-labelledby="invite-heading" onSubmit={create} noValidate>
        <Field
          id="invite-organisation"
          label="団体"
          error={pressed ? errors.organisation : undefined}
          hint={
            organisations.length === 0
              ? 'まだ団体がありません。先に「団体を追加する」を押してください。'
              : undefined
          }
        >
          <select
            {...tiedTo('invite-organisation', {
              hint: organisations.length === 0,
              error: pressed ? errors.organisation : undefined,
            })}
            class="dk-input"
            value={chosen?.id ?? ''}
            onChange={(event) => {
              const found = organisations.find(({ id }) => id === event.currentTarget.value);
              if (found) choose(found);
              else setOrganisationId('');
            }}
          >
            <option value="">選んでください</option>
            {organisations.map((organisation) => (
              <option key={organisation.id} value={organisation.id}>
                {organisation.name}（{MEMBER_KIND_WORDS[organisation.kind].organisation}）
              </option>
            ))}
          </select>
        </Field>
        {!adding && may('addOrganisation') && (
          <button class="dk-button dk-button--small" type="button" onClick={() => setAdding(true)}>
            団体を追加する
          </button>
        )}
        <Field
          id="invite-name"
          label="お名前"
          hint="構成員証に出る名前です。"
          error={pressed ? errors.name : undefined}
        >
          <input
            {...tiedTo('invite-name', { hint: true, error: pressed ? errors.name : undefined })}
            class="dk-input"
            maxLength={60}
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Choice
          legend="種別"
          name="invite-kind"
          options={MEMBER_KINDS.map((kind) => [kind, MEMBER_KIND_WORDS[kind].person] as const)}
          chosen={memberKind}
          onChoose={(value) => setMemberKind(value)}
        />
        <Choice
          legend="仕事"
          name="invite-job"
          options={JOB_KINDS.map((kind) => [kind, JOB_KIND_WORDS[kind]] as const)}
          chosen={jobKind}
          onChoose={(value) => setJobKind(value)}
        />
        <button class="dk-button dk-button--primary" type="submit" aria-busy={busy}>
          招待をつくる
        </button>
      </form>
    </section>
  );
}

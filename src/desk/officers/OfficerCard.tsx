// One officer: what they may, whether they can sign in, and what an admin can do about it. Each way asks once more first.
import { useState } from 'preact/hooks';
import { roleWords } from '../../content/role-words';
import type { OfficerPassphrase, OfficerRow } from '../../domain/desk-accounts';
import type { Organisation } from '../../domain/member';
import { useDesk } from '../desk-context';
import { failureWords } from '../desk-words';
import type { Outcome } from '../outcome';
import { Notice } from '../parts/Notice';
import { RoleChoice, roleErrors } from './RoleChoice';

interface OfficerCardProps {
  row: OfficerRow;
  organisations: readonly Organisation[];
  onPassphrase(made: OfficerPassphrase): void;
  onChanged(words: string): void;
}
type Asked = 'none' | 'roles' | 'disable' | 'passphrase' | 'totp' | 'sessions';

const QUESTIONS = {
  disable: { ask: 'この利用者を使えなくしますか。いまのサインインもすぐに終わります。', yes: '使えなくします' },
  passphrase: { ask: '新しいパスフレーズを作りますか。いまのパスフレーズは使えなくなります。', yes: '作り直します' },
  totp: { ask: '確認コードの設定を消しますか。次のサインインで設定し直します。本人であることを確かめてからにしてください。', yes: '設定を消します' },
  sessions: { ask: 'この利用者のサインインをすべて終えますか。', yes: 'すべて終えます' },
} as const; // prettier-ignore

export function OfficerCard({ row, organisations, onPassphrase, onChanged }: OfficerCardProps) {
  const { office } = useDesk().client;
  const [asked, setAsked] = useState<Asked>('none');
  const [chosen, setChosen] = useState({ roles: row.roles, organisationId: row.organisation?.id ?? null });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isDisabled = row.disabledAt !== null;
  const errors = roleErrors(chosen);

  async function run<T>(what: Promise<Outcome<T>>, then: (value: T) => void) {
    setBusy(true);
    setFailure(null);
    const outcome = await what;
    setBusy(false);
    if (outcome.status !== 'reply') return setFailure(failureWords(outcome));
    setAsked('none');
    then(outcome.value);
  }
  const change = (next: { disabled?: boolean }, words: string) =>
    run(
      office.changeOfficer(row.id, {
        displayName: row.displayName,
        ...chosen,
        disabled: isDisabled,
        ...next,
      }),
      () => onChanged(words),
    );
  const does = {
    disable: () => change({ disabled: true }, `${row.displayName}を使えなくしました。`),
    passphrase: () => run(office.resetPassphrase(row.id), onPassphrase),
    totp: () =>
      run(office.resetTotp(row.id), () => onChanged(`${row.displayName}の確認コードの設定を消しました。`)),
    sessions: () =>
      run(office.endOfficerSessions(row.id), () =>
        onChanged(`${row.displayName}のサインインをすべて終えました。`),
      ),
  };
  const button = (what: Exclude<Asked, 'none'>, words: string) => (
    <button
      class="dk-button dk-button--small"
      type="button"
      aria-label={`${row.displayName}: ${words}`}
      onClick={() => setAsked(what)}
    >
      {words}
    </button>
  );

  return (
    <li class="dk-card">
      <h3 class="dk-h3">
        {row.displayName}（{row.name}）
        {isDisabled && <span class="dk-state dk-state--revoked">使えません</span>}
      </h3>
      <p>
        {row.roles.map((role) => roleWords(role).name).join('・')}
        {row.organisation && `（${row.organisation.name}）`}
      </p>
      <p class="dk-quiet">
        確認コード {row.hasTotp ? `設定済み 予備のコード 残り${row.recoveryCodesLeft}` : 'まだ'} ／
        サインイン中 {row.sessions}
      </p>
      {failure && <Notice kind="error">{failure}</Notice>}
      {asked === 'none' && (
        <div class="dk-actions">
          {button('roles', '役割を変える')}
          {button('passphrase', 'パスフレーズを作り直す')}
          {row.hasTotp && button('totp', '確認コードの設定を消す')}
          {row.sessions > 0 && button('sessions', 'サインインを終える')}
          {isDisabled ? (
            <button
              class="dk-button dk-button--small"
              type="button"
              aria-label={`${row.displayName}: また使えるようにする`}
              onClick={() =>
                void change({ disabled: false }, `${row.displayName}をまた使えるようにしました。`)
              }
            >
              また使えるようにする
            </button>
          ) : (
            button('disable', '使えなくする')
          )}
        </div>
      )}
      {asked === 'roles' && (
        <>
          <RoleChoice
            prefix={`roles-${row.id}`}
            chosen={chosen}
            organisations={organisations}
            errors={errors}
            onChoose={setChosen}
          />
          <Answer
            yes="役割を変えます"
            busy={busy}
            onYes={() => {
              if (Object.keys(errors).length === 0) void change({}, `${row.displayName}の役割を変えました。`);
            }}
            onNo={() => setAsked('none')}
          />
        </>
      )}
      {asked !== 'none' && asked !== 'roles' && (
        <div class="dk-confirm dk-confirm--wide">
          <p>{QUESTIONS[asked].ask}</p>
          <Answer
            yes={QUESTIONS[asked].yes}
            busy={busy}
            onYes={() => void does[asked]()}
            onNo={() => setAsked('none')}
          />
        </div>
      )}
    </li>
  );
}

function Answer({ yes, busy, onYes, onNo }: { yes: string; busy: boolean; onYes(): void; onNo(): void }) {
  return (
    <div class="dk-actions">
      <button class="dk-button dk-button--primary" type="button" aria-busy={busy} onClick={onYes}>
        {yes}
      </button>
      <button class="dk-button" type="button" onClick={onNo}>
        やめる
      </button>
    </div>
  );
}

// Which roles somebody has, and for an organisation's coordinator of which organisation.
import { roleWords } from '../../content/role-words';
import type { Organisation } from '../../domain/member';
import { ROLES, type Role } from '../../domain/roles';
import { Field, tiedTo } from '../parts/Field';

export interface ChosenRoles {
  roles: Role[];
  organisationId: string | null;
}
interface RoleChoiceProps {
  /** makes the ids of one form differ from another's */
  prefix: string;
  chosen: ChosenRoles;
  organisations: readonly Organisation[];
  errors: RoleErrors;
  onChoose(next: ChosenRoles): void;
}
export interface RoleErrors {
  roles?: string;
  organisation?: string;
}

/** What is missing; nothing when it can be sent. */
export function roleErrors({ roles, organisationId }: ChosenRoles): RoleErrors {
  return {
    ...(roles.length === 0 ? { roles: '役割を1つ以上選んでください' } : {}),
    ...(roles.includes('organisation_coordinator') && organisationId === null
      ? { organisation: '窓口になる団体を選んでください' }
      : {}),
  };
}

export function RoleChoice({ prefix, chosen, organisations, errors, onChoose }: RoleChoiceProps) {
  const isCoordinator = chosen.roles.includes('organisation_coordinator');
  function toggle(role: Role, on: boolean) {
    const roles = ROLES.filter((one) => (one === role ? on : chosen.roles.includes(one)));
    const keeps = roles.includes('organisation_coordinator');
    onChoose({ roles, organisationId: keeps ? chosen.organisationId : null });
  }
  return (
    <>
      <fieldset class="dk-fieldset">
        <legend class="dk-label">役割</legend>
        {errors.roles && <p class="dk-field__error">＊{errors.roles}</p>}
        {ROLES.map((role) => (
          <div key={role} class="dk-role">
            <label class="dk-check">
              <input
                type="checkbox"
                aria-describedby={`${prefix}-${role}`}
                checked={chosen.roles.includes(role)}
                onChange={(event) => toggle(role, event.currentTarget.checked)}
              />
              {roleWords(role).name}
            </label>
            <p class="dk-hint" id={`${prefix}-${role}`}>
              {roleWords(role).may}
            </p>
          </div>
        ))}
      </fieldset>
      {isCoordinator && (
        <Field id={`${prefix}-organisation`} label="窓口になる団体" error={errors.organisation}>
          <select
            {...tiedTo(`${prefix}-organisation`, { error: errors.organisation })}
            class="dk-input"
            value={chosen.organisationId ?? ''}
            onChange={(event) => onChoose({ ...chosen, organisationId: event.currentTarget.value || null })}
          >
            <option value="">選んでください</option>
            {organisations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}

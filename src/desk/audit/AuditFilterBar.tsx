// Whose rows, which kind, which days. Days are days in Japan.
import { auditWords } from '../../content/audit-words';
import type { AuditFilter } from '../../domain/desk-accounts';
import { addDays } from '../desk-time';
import { Field, tiedTo } from '../parts/Field';

interface AuditFilterBarProps {
  filter: AuditFilter;
  officers: readonly { id: string; displayName: string }[];
  actions: readonly string[];
  onChoose(next: AuditFilter): void;
}

const JST_OFFSET_MS = 9 * 3_600_000;
const beginOf = (day: string): string => new Date(Date.parse(day) - JST_OFFSET_MS).toISOString();
const dayAt = (instant: string | undefined): string =>
  instant === undefined ? '' : new Date(Date.parse(instant) + JST_OFFSET_MS).toISOString().slice(0, 10);

export function AuditFilterBar({ filter, officers, actions, onChoose }: AuditFilterBarProps) {
  const to = dayAt(filter.to);
  return (
    <div class="dk-auditfilter" role="search">
      <Field id="audit-officer" label="利用者">
        <select
          {...tiedTo('audit-officer', {})}
          class="dk-input"
          value={filter.officer ?? ''}
          onChange={(event) => onChoose({ ...filter, officer: event.currentTarget.value || undefined })}
        >
          <option value="">すべて</option>
          {officers.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      </Field>
      <Field id="audit-action" label="したこと">
        <select
          {...tiedTo('audit-action', {})}
          class="dk-input"
          value={filter.action ?? ''}
          onChange={(event) => onChoose({ ...filter, action: event.currentTarget.value || undefined })}
        >
          <option value="">すべて</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {auditWords(action)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="audit-from" label="この日から">
        <input
          {...tiedTo('audit-from', {})}
          class="dk-input"
          type="date"
          value={dayAt(filter.from)}
          onChange={(event) => {
            const day = event.currentTarget.value;
            onChoose({ ...filter, from: day === '' ? undefined : beginOf(day) });
          }}
        />
      </Field>
      <Field id="audit-to" label="この日まで">
        <input
          {...tiedTo('audit-to', {})}
          class="dk-input"
          type="date"
          value={to === '' ? '' : addDays(to, -1)}
          onChange={(event) => {
            const day = event.currentTarget.value;
            onChoose({ ...filter, to: day === '' ? undefined : beginOf(addDays(day, 1)) });
          }}
        />
      </Field>
    </div>
  );
}

// Rows of the audit log. Ids, and names of officers only.
import { auditWords } from '../../content/audit-words';
import type { AuditRow } from '../../domain/desk-accounts';
import { useServerMinute } from '../desk-context';
import { instantWords } from '../desk-time';

const ACTORS = { member: '構成員', officer: '利用者', server: 'サーバー' } as const;

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const now = useServerMinute();
  return (
    <table class="dk-table dk-audit">
      <thead>
        <tr>
          <th scope="col">番号</th>
          <th scope="col">時刻</th>
          <th scope="col">だれが</th>
          <th scope="col">したこと</th>
          <th scope="col">対象の番号</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td>{row.seq}</td>
            <td>{instantWords(row.at, now)}</td>
            <td>
              {row.officerName ??
                `${ACTORS[row.actorKind]}${row.actorKind === 'member' ? ` …${row.actorId.slice(-8)}` : ''}`}
            </td>
            <td>{auditWords(row.action)}</td>
            <td class="dk-audit__id">{row.subjectId}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

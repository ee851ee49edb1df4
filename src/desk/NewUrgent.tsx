// Says at once, on every page, that an urgent case came in. The region is always there, so that readers notice its change.
import type { CaseRow } from '../domain/desk-contract';
import { Icon } from './parts/Icon';

export function NewUrgent({ rows, onForget }: { rows: readonly CaseRow[]; onForget(): void }) {
  return (
    <div class="dk-urgent-region" role="alert">
      {rows.length > 0 && (
        <div class="dk-urgent">
          <Icon name="emergency" />
          <p>
            <strong>緊急の気づきが届きました。</strong>
            {rows.map((row) => (
              <a key={row.recordId} href={`/desk/cases/${row.recordId}`} onClick={onForget}>
                受付番号 {row.receiptNo}
              </a>
            ))}
          </p>
          <button class="dk-button dk-button--small" type="button" onClick={onForget}>
            閉じる
          </button>
        </div>
      )}
    </div>
  );
}

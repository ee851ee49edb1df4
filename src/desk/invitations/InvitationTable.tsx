// Invitations made so far and how far each has come. Never shows a code: the server keeps only its hash.
import { useState } from 'preact/hooks';
import type { InvitationRow } from '../../domain/desk-contract';
import { dayOf, dayWords, instantWords } from '../desk-time';

export const INVITATION_WORDS: Record<InvitationRow['state'], string> = {
  unused: '未使用',
  used: '使用済み',
  expired: '期限切れ',
  revoked: '取り消し',
};

interface InvitationTableProps {
  rows: readonly InvitationRow[];
  nowMs: number;
  onRevoke(row: InvitationRow): Promise<void>;
}

export function InvitationTable({ rows, nowMs, onRevoke }: InvitationTableProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const newestFirst = [...rows].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <div class="dk-table-frame">
      <table class="dk-table">
        <caption class="dk-hidden">招待の一覧。新しい順に{rows.length}件</caption>
        <thead>
          <tr>
            <th scope="col">状態</th>
            <th scope="col">お名前</th>
            <th scope="col">団体</th>
            <th scope="col">つくった日時</th>
            <th scope="col">期限・使った日時</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((row) => (
            <tr key={row.id} class="dk-row">
              <td>
                <span class={`dk-state dk-state--${row.state}`}>{INVITATION_WORDS[row.state]}</span>
              </td>
              <th class="dk-invited__name" scope="row">
                {row.memberName}
              </th>
              <td>{row.organisation}</td>
              <td class="dk-invited__time">{instantWords(row.createdAt, nowMs)}</td>
              <td>
                {row.usedAt === null
                  ? `${dayWords(dayOf(Date.parse(row.expiresAt)))}まで`
                  : `${instantWords(row.usedAt, nowMs)}に使用`}
              </td>
              <td>
                {row.state === 'unused' &&
                  (asked === row.id ? (
                    <Confirm
                      name={row.memberName}
                      onYes={() => onRevoke(row).then(() => setAsked(null))}
                      onNo={() => setAsked(null)}
                    />
                  ) : (
                    <button
                      class="dk-button dk-button--small"
                      type="button"
                      aria-label={`${row.memberName}の招待を取り消す`}
                      onClick={() => setAsked(row.id)}
                    >
                      取り消す
                    </button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Confirm({ name, onYes, onNo }: { name: string; onYes(): Promise<void>; onNo(): void }) {
  const [busy, setBusy] = useState(false);
  return (
    <div class="dk-confirm" role="group" aria-label={`${name}の招待を取り消しますか`}>
      <p role="alert">取り消すと、わたした紙は使えなくなります。元に戻せません。</p>
      <button
        class="dk-button dk-button--danger dk-button--small"
        type="button"
        aria-busy={busy}
        onClick={() => {
          if (busy) return;
          setBusy(true);
          void onYes().then(() => setBusy(false));
        }}
      >
        取り消します
      </button>
      <button
        class="dk-button dk-button--small"
        type="button"
        ref={(button) => button?.focus()}
        onClick={onNo}
      >
        やめる
      </button>
    </div>
  );
}

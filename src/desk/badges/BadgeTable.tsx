// Badges by organisation, and the two things one does with them.
import { useState } from 'preact/hooks';
import { MEMBER_KIND_WORDS } from '../../content/case-words';
import type { BadgeRow } from '../../domain/badge';
import { instantWords } from '../desk-time';

interface BadgeTableProps {
  rows: readonly BadgeRow[];
  nowMs: number;
  onShow(row: BadgeRow): void;
  onRevoke(row: BadgeRow): Promise<void>;
}

export function BadgeTable({ rows, nowMs, onShow, onRevoke }: BadgeTableProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function yes(row: BadgeRow) {
    if (busy) return;
    setBusy(true);
    await onRevoke(row);
    setBusy(false);
    setAsked(null);
  }
  return (
    <div class="dk-table-frame dk-noprint">
      <table class="dk-table">
        <caption class="dk-hidden">構成員証の一覧。{rows.length}件</caption>
        <thead>
          <tr>
            <th scope="col">状態</th>
            <th scope="col">お名前</th>
            <th scope="col">団体</th>
            <th scope="col">種別</th>
            <th scope="col">つくった日時</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class="dk-row">
              <td>
                <span class={`dk-state dk-state--${row.revokedAt === null ? 'used' : 'revoked'}`}>
                  {row.revokedAt === null ? '有効' : '無効'}
                </span>
              </td>
              <th scope="row">{row.memberName}</th>
              <td>{row.organisation}</td>
              <td>{MEMBER_KIND_WORDS[row.kind].person}</td>
              <td>
                {row.revokedAt === null
                  ? instantWords(row.createdAt, nowMs)
                  : `${instantWords(row.revokedAt, nowMs)}に無効`}
              </td>
              <td>
                {row.revokedAt === null && asked !== row.id && (
                  <div class="dk-worn__steps">
                    <button
                      class="dk-button dk-button--small"
                      type="button"
                      aria-label={`${row.memberName}の二次元コードを見る`}
                      onClick={() => onShow(row)}
                    >
                      二次元コード
                    </button>
                    <button
                      class="dk-button dk-button--small"
                      type="button"
                      aria-label={`${row.memberName}の構成員証を無効にする`}
                      onClick={() => setAsked(row.id)}
                    >
                      この構成員証を無効にする
                    </button>
                  </div>
                )}
                {asked === row.id && (
                  <div
                    class="dk-confirm"
                    role="group"
                    aria-label={`${row.memberName}の構成員証を無効にしますか`}
                  >
                    <p role="alert">無効にすると、元に戻せません。本人の端末の登録は、そのまま残ります。</p>
                    <button
                      class="dk-button dk-button--danger dk-button--small"
                      type="button"
                      aria-busy={busy}
                      onClick={() => void yes(row)}
                    >
                      無効にします
                    </button>
                    <button
                      class="dk-button dk-button--small"
                      type="button"
                      ref={(button) => button?.focus()}
                      onClick={() => setAsked(null)}
                    >
                      やめる
                    </button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// The table of 「受付箱」. Shows codes' words only: nothing in a row names anybody.
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { PLACE_WORDS } from '../../content/flow-sheet';
import type { CaseRow } from '../../domain/desk-contract';
import { ageWords, instantWords } from '../desk-time';
import { contentsWord, signsInShort, troubleWord } from '../desk-words';
import { StateBadge, UrgencyBadge } from '../parts/Badges';
import { Icon } from '../parts/Icon';
import { isFinished, isLate } from './inbox-order';

interface InboxTableProps {
  rows: readonly CaseRow[];
  nowMs: number;
  table: RefObject<HTMLTableElement | null>;
  /** the case whose row takes the focus when the table appears */
  focusOn: string | null;
}

export function InboxTable({ rows, nowMs, table, focusOn }: InboxTableProps) {
  useLayoutEffect(() => {
    if (focusOn === null) return;
    table.current?.querySelector<HTMLElement>(`a[href="/desk/cases/${focusOn}"]`)?.focus();
  }, [table, focusOn]);
  return (
    <div class="dk-table-frame">
      <table class="dk-table" ref={table}>
        <caption class="dk-hidden">受付箱。急ぐものから順に{rows.length}件</caption>
        <thead>
          <tr>
            <th scope="col">緊急度</th>
            <th scope="col">状態</th>
            <th scope="col">受付番号・受付日時</th>
            <th scope="col">場所</th>
            <th scope="col">気づいたサイン</th>
            <th scope="col">疑われるトラブル</th>
            <th scope="col">団体</th>
            <th scope="col">担当</th>
            <th scope="col">写真</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <InboxRow key={row.recordId} row={row} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function InboxRow({ row, nowMs }: { row: CaseRow; nowMs: number }) {
  const signs = signsInShort(row.signs);
  const late = isLate(row, nowMs);
  const kind = isFinished(row.state) ? 'finished' : row.urgency;
  return (
    <tr class={`dk-row dk-row--${kind}`}>
      <td>
        <UrgencyBadge urgency={row.urgency} />
      </td>
      <td>
        <StateBadge state={row.state} />
        {late && (
          <span class="dk-late">
            <Icon name="late" />
            {row.state === 'received' ? '確認待ち超過' : '指示待ち超過'}
          </span>
        )}
      </td>
      <th scope="row">
        <span class="dk-row__head">
          <a class="dk-row__open" href={`/desk/cases/${row.recordId}`}>
            {row.receiptNo}
          </a>
          <span class="dk-row__age">{ageWords(row.receivedAt, nowMs)}</span>
        </span>
        <span class="dk-row__time">{instantWords(row.receivedAt, nowMs)}</span>
      </th>
      <td class="dk-row__place">{row.contents === 'opened' ? PLACE_WORDS[row.place] : '不明'}</td>
      <td class="dk-row__signs">
        {row.contents !== 'opened' && <span class="dk-row__sign">{contentsWord(row)}</span>}
        {row.contents === 'opened' && signs.shown.length === 0 && <span>（一覧に無いサイン）</span>}
        {signs.shown.map((sign, at) => (
          <span key={sign} class="dk-row__sign">
            {sign}
            {signs.more > 0 && at === signs.shown.length - 1 && (
              <span class="dk-row__more">他{signs.more}件</span>
            )}
          </span>
        ))}
        {row.marked && (
          <span class="dk-marked">
            <Icon name="shield" />
            個人情報の疑い
          </span>
        )}
      </td>
      <td class="dk-row__trouble">{row.troubleTypes.map(troubleWord).join('、')}</td>
      <td class="dk-row__organisation">{row.organisation}</td>
      <td class="dk-row__assignee">
        {row.assignee === null ? <span class="dk-quiet">なし</span> : row.assignee.displayName}
      </td>
      <td>
        <PhotoCount photos={row.photos} />
      </td>
    </tr>
  );
}

function PhotoCount({ photos }: { photos: CaseRow['photos'] }) {
  if (photos.expected === 0) return <span class="dk-quiet">なし</span>;
  return (
    <span class="dk-photos">
      <Icon name="photo" />
      {photos.expected}枚{photos.complete < photos.expected && <span class="dk-quiet">届いている途中</span>}
    </span>
  );
}

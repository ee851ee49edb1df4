// 「受付箱」: all cases, urgent first, always fresh. Filters live in the address, so that going back keeps them.
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CASE_STATES, type CaseState } from '../../domain/case-state';
import { useDesk, useServerMinute } from '../desk-context';
import { failureWords } from '../desk-words';
import { Notice } from '../parts/Notice';
import { PageHeading } from '../parts/PageHeading';
import { useFoundOnServer } from './found-on-server';
import { InboxEmpty } from './InboxEmpty';
import { inOrder, isLate, keep } from './inbox-order';
import { useInboxKeys } from './inbox-keys';
import { InboxTable } from './InboxTable';
import { keepKeyChoice, readKeyChoice } from './key-choice';
import { KeyHelp } from './KeyHelp';
import { LiveLine } from './LiveLine';
import { StateFilter } from './StateFilter';

/** Rows drawn at first; the rest on demand, so that a year of cases does not slow the page. */
const ROWS_AT_FIRST = 200;

export function InboxPage() {
  const { list, listFailure, lastOpened, refresh } = useDesk();
  const { query, route } = useLocation();
  const now = useServerMinute();
  const [helpShown, setHelpShown] = useState(false);
  const [keysOn, setKeysOn] = useState(readKeyChoice);
  const [rowsShown, setRowsShown] = useState(ROWS_AT_FIRST);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const state = stateOf(query['state']);
  const text = query['q'] ?? '';
  // a lone row takes the focus back only once, when the page appears
  const backTo = useRef(lastOpened.recordId).current;

  const foundOnServer = useFoundOnServer(text);
  const received = list?.counts['received'] ?? 0;
  useEffect(() => {
    document.title = `${received > 0 ? `（${received}）` : ''}受付箱 みまもりノート 事務局`;
  }, [received]);
  useInboxKeys({ search, table, onHelp: () => setHelpShown(true), onBusy: helpShown || !keysOn });

  function switchKeys(on: boolean) {
    keepKeyChoice(on);
    setKeysOn(on);
  }

  function show(next: { state?: CaseState | null; text?: string }) {
    const wanted = { state, text, ...next };
    const params = new URLSearchParams();
    if (wanted.state !== null) params.set('state', wanted.state);
    if (wanted.text !== '') params.set('q', wanted.text);
    const tail = params.toString();
    route(tail === '' ? '/desk' : `/desk?${tail}`, true);
  }

  const all = list?.cases ?? [];
  const here = keep(all, { state, text });
  const more = foundOnServer.filter(
    (row) =>
      (state === null || row.state === state) && !here.some(({ recordId }) => recordId === row.recordId),
  );
  const kept = inOrder([...here, ...more]);
  const late = all.filter((row) => isLate(row, now)).length;
  const hasBackTo = kept.some((row) => row.recordId === backTo);

  return (
    <>
      <div class="dk-titlebar">
        <PageHeading takesFocus={!hasBackTo}>受付箱</PageHeading>
        <LiveLine />
        {late > 0 && <p class="dk-late-sum">目安の時間を過ぎている件が{late}件あります</p>}
      </div>
      {listFailure && (
        <Notice kind="error">
          {failureWords(listFailure)}
          {list !== null && <span> 表示しているのは、最後に読み込んだ内容です。</span>}
          <button class="dk-button dk-button--small" type="button" onClick={refresh}>
            読み込み直す
          </button>
        </Notice>
      )}
      <div class="dk-filterbar">
        <StateFilter counts={list?.counts ?? {}} chosen={state} onChoose={(next) => show({ state: next })} />
        <div class="dk-search" role="search">
          <label class="dk-label" for="inbox-search">
            絞り込み（受付番号・団体・書かれた言葉など）
          </label>
          <input
            id="inbox-search"
            ref={search}
            class="dk-input"
            type="search"
            value={text}
            onInput={(event) => show({ text: event.currentTarget.value })}
          />
        </div>
        <button class="dk-button dk-button--small" type="button" onClick={() => setHelpShown(true)}>
          キー操作（?）
        </button>
      </div>
      {list === null && listFailure === null && <p role="status">読み込んでいます</p>}
      {list !== null && all.length === 0 && <InboxEmpty />}
      {all.length > 0 && kept.length === 0 && (
        <div class="dk-empty">
          <p role="status">絞り込みに合う件はありません。</p>
          <button class="dk-button" type="button" onClick={() => show({ state: null, text: '' })}>
            絞り込みをやめる
          </button>
        </div>
      )}
      {kept.length > 0 && (
        <InboxTable rows={kept.slice(0, rowsShown)} nowMs={now} table={table} focusOn={backTo} />
      )}
      {kept.length > rowsShown && (
        <button
          class="dk-button"
          type="button"
          onClick={() => setRowsShown((count) => count + ROWS_AT_FIRST)}
        >
          続きを表示する（残り{kept.length - rowsShown}件）
        </button>
      )}
      {helpShown && <KeyHelp on={keysOn} onSwitch={switchKeys} onClose={() => setHelpShown(false)} />}
    </>
  );
}

function stateOf(text: string | undefined): CaseState | null {
  return CASE_STATES.find((state) => state === text) ?? null;
}

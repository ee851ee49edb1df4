// Keys of 「受付箱」: j / k move between rows, Enter opens (the focused row is a link), / searches, ? helps.
// Silent while somebody writes, while an IME composes, with Ctrl/Alt/Meta, or while a dialog is open.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface InboxKeys {
  search: RefObject<HTMLInputElement | null>;
  table: RefObject<HTMLTableElement | null>;
  onHelp(): void;
  onBusy: boolean;
}

export function useInboxKeys(keys: InboxKeys) {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { search, table, onHelp, onBusy } = latest.current;
      if (onBusy || isForSomebodyElse(event)) return;
      if (event.key === '/') {
        event.preventDefault();
        search.current?.focus();
      } else if (event.key === '?') {
        event.preventDefault();
        onHelp();
      } else if (event.key === 'j' || event.key === 'k') {
        event.preventDefault();
        step(table.current, event.key === 'j' ? 1 : -1);
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isForSomebodyElse(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
    return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null;
}

function step(table: HTMLTableElement | null, by: 1 | -1) {
  const links = [...(table?.querySelectorAll<HTMLElement>('a.dk-row__open') ?? [])];
  if (links.length === 0) return;
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
}

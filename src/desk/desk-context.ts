// What every screen of the desk may use: the client, the clock, ids, kept drafts, the session and the live list.
// Types and hooks only; Desk.tsx builds it, tests build it with fakes.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { DeskSession } from '../domain/desk-contract';
import type { CaseList, DeskClient, Failure } from './desk-client';
import type { LiveStatus, LiveUpdates } from './live-updates';

/** Where half-written texts outlive a reload. Never throws: a full or forbidden storage keeps nothing. */
export interface DraftKeeper {
  read(key: string): string | null;
  write(key: string, text: string): void;
  remove(key: string): void;
  clear(): void;
}

/** What comes from the browser, injected. */
export interface DeskMeans {
  client: DeskClient;
  live: LiveUpdates;
  drafts: DraftKeeper;
  /** ms since 1970, the PC's clock */
  now(): number;
  /** calls back about every second; returns the function that stops it */
  everySecond(run: () => void): () => void;
  /** calls back once; returns the function that forgets it */
  later(ms: number, run: () => void): () => void;
  newId(): string;
  print(): void;
}

export interface DeskContext extends DeskMeans {
  session: DeskSession;
  /** ms since 1970 by the server's clock, as well as the desk knows it */
  serverNow(): number;
  /** null until the first answer */
  list: CaseList | null;
  listFailure: Failure | null;
  liveStatus: LiveStatus;
  refresh(): void;
  /** rises whenever something may have changed: in one case, or (`null` key) anywhere */
  changes: { count: number; recordId: string | null };
  /** rises after each new sign-in, so that a page asks again */
  signIns: number;
  /** the case opened last, so that 「受付箱」 puts the focus back */
  lastOpened: { recordId: string | null };
}

const Context = createContext<DeskContext | null>(null);
export const DeskProvider = Context.Provider;

/** @throws when used outside <Desk> */
export function useDesk(): DeskContext {
  const desk = useContext(Context);
  if (desk === null) throw new Error('useDesk is for screens inside <Desk>');
  return desk;
}

/** Whether the signed-in officer's roles allow an operation of the API; what they do not, the desk does not show. */
export function useMay(): (operation: string) => boolean {
  const { may } = useDesk().session;
  return (operation) => may.includes(operation);
}

/** The server's time now, renewed every second while `running`. */
export function useServerNow(running = true): number {
  const { everySecond, serverNow } = useDesk();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!running) return;
    setNow(serverNow());
    return everySecond(() => setNow(serverNow()));
  }, [running, everySecond, serverNow]);
  return now;
}

/** The server's time, renewed about every half minute: ages in lists need no more. */
export function useServerMinute(): number {
  const { everySecond, serverNow } = useDesk();
  const [now, setNow] = useState(serverNow);
  useEffect(
    () =>
      everySecond(() => {
        const next = serverNow();
        setNow((shown) => (next - shown >= 30_000 ? next : shown));
      }),
    [everySecond, serverNow],
  );
  return now;
}

/** A text that survives a reload and a sign-in. The third value forgets it, once it has been sent. */
export function useKeptText(key: string, first = ''): readonly [string, (text: string) => void, () => void] {
  const { drafts } = useDesk();
  const [text, setText] = useState(() => drafts.read(key) ?? first);
  return [
    text,
    (next) => {
      setText(next);
      drafts.write(key, next);
    },
    () => {
      setText(first);
      drafts.remove(key);
    },
  ];
}

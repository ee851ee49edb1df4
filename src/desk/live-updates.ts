// 「受付箱」 without reloading: the server says that something changed, the desk then asks.
// While the line is down it tries again with growing pauses and asks every 30 seconds all the same.
// Carries no content of a case, and never shows anything itself.
//
//   connecting ──open──> live ──error──> reconnecting ──pause──> connecting
import * as z from 'zod/mini';
import { API } from '../domain/api-paths';
import { deskEventSchema } from '../domain/desk-contract';

export type DeskEvent = z.infer<typeof deskEventSchema>;
export type LiveStatus = 'connecting' | 'live' | 'reconnecting';

export interface LiveListener {
  /** null: something may have been missed, ask for everything */
  onChange(event: DeskEvent | null): void;
  onStatus(status: LiveStatus): void;
}
export interface LiveUpdates {
  /** @returns the function that stops it */
  start(listener: LiveListener): () => void;
}

/** The part of an EventSource that is used. */
export interface EventLine {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
}
export interface LiveMeans {
  open(url: string): EventLine;
  /** `setTimeout` and `clearTimeout` in one: returns the function that forgets the wait */
  later(ms: number, run: () => void): () => void;
}

export const POLL_EVERY_MS = 30_000;
/** A line can be dead without telling, behind a proxy: ask now and then all the same. */
const POLL_WHILE_LIVE_MS = 300_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** @param attempt 0 for the first try after the line broke */
export function pauseBefore(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
}

export function createLiveUpdates(means: LiveMeans): LiveUpdates {
  return {
    start(listener) {
      let stopped = false;
      let attempt = 0;
      let mayHaveMissed = false;
      let line: EventLine | null = null;
      let forgetPause = () => {};
      let forgetPoll = () => {};

      const pollEvery = (ms: number) => {
        forgetPoll();
        forgetPoll = means.later(ms, () => {
          listener.onChange(null);
          pollEvery(ms);
        });
      };
      const connect = () => {
        const opened = means.open(API.deskEvents);
        line = opened;
        opened.onopen = () => {
          attempt = 0;
          pollEvery(POLL_WHILE_LIVE_MS);
          if (mayHaveMissed) listener.onChange(null);
          mayHaveMissed = false;
          listener.onStatus('live');
        };
        opened.onmessage = (message) => listener.onChange(readEvent(message.data));
        opened.onerror = () => {
          // the browser's own retry stops for good on an HTTP status, so each line is opened anew
          opened.close();
          if (stopped) return;
          mayHaveMissed = true;
          listener.onStatus('reconnecting');
          if (attempt === 0) pollEvery(POLL_EVERY_MS);
          forgetPause = means.later(pauseBefore(attempt), connect);
          attempt += 1;
        };
      };
      listener.onStatus('connecting');
      connect();
      return () => {
        stopped = true;
        forgetPause();
        forgetPoll();
        line?.close();
      };
    },
  };
}

/** An event that cannot be read still means that something changed. */
function readEvent(data: string): DeskEvent | null {
  try {
    const event = z.safeParse(deskEventSchema, JSON.parse(data));
    return event.success ? event.data : null;
  } catch {
    return null;
  }
}

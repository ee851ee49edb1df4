// Structured log to standard error, one JSON object a line. Ids, codes and times only: never a body, a header,
// a query, a name or free text. Messages of errors are left out too, because libraries put values into them.
import pino from 'pino';
import { codeOf } from './store/trouble';

export type Log = pino.Logger;

/** @param destination where lines go; standard error when left out */
export function createLog(level: pino.LevelWithSilent, destination?: { write(line: string): void }): Log {
  return pino({ level, base: null }, destination ?? pino.destination({ dest: 2, sync: true }));
}

/** @param ids what it was about: ids only */
export function logError(log: Log, error: unknown, ids: Readonly<Record<string, string>> = {}): void {
  const where =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error(
    {
      ...ids,
      error: error instanceof Error ? error.name : typeof error,
      code: codeOf(error),
      at: where.slice(0, 6).map((line) => line.trim()),
    },
    'unexpected',
  );
}

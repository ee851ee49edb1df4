// A watcher of a service as component state. The watcher calls back with what is there and on every change.
import { useEffect, useState } from 'preact/hooks';

/**
 * The newest value a watcher gave; `null` before its first call.
 * @param watch must keep its identity between renders (memo it), else it is watched anew each time
 */
export function useWatch<T>(watch: (onValue: (value: T) => void) => () => void): { value: T } | null {
  const [seen, setSeen] = useState<{ value: T; of: unknown } | null>(null);
  useEffect(() => watch((value) => setSeen({ value, of: watch })), [watch]);
  return seen !== null && seen.of === watch ? seen : null;
}

// A service's watcher as component state. Features get the same from src/ui; the shell adds "services may be missing".
import { useEffect, useState } from 'preact/hooks';
import type { Watch } from '../services';

/** The newest value, or null until the first one came or while there is no watcher. */
export function useWatched<T>(watch: Watch<T> | undefined): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => watch?.(setValue), [watch]);
  return value;
}

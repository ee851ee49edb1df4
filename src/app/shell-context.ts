// What the shell hands to whichever page is open. Not props: the router compares props by writing them out.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Services, Watch } from '../services';

export interface ShellValue {
  /** null until the phone's stores are open */
  services: Services | null;
  now: () => Date;
}

export const ShellContext = createContext<ShellValue>({ services: null, now: () => new Date(0) });
export const useShell = (): ShellValue => useContext(ShellContext);

/** Stands in for a watcher while services are not open: never calls back. */
export const watchNothing: Watch<never> = () => () => undefined;

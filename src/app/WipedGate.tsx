// On a phone that the secretariat stopped, every page gives way to what happened; only registering again and the numbers
// to call stay. Lazy: the first screen of every other phone carries none of it.
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Services, WipedNote } from '../services';
import { useWatch } from '../ui/use-watch';
import { useShell, watchNothing } from './shell-context';

const STAYS = ['/badge', '/join', '/hotlines'];

type Page = ComponentType<{ note: WipedNote; rescue: Services['rescue'] }>;

export function WipedGate({ path, children }: { path: string; children: ComponentChildren }) {
  const { services } = useShell();
  const note = useWatch(services?.rescue.watchWiped ?? watchNothing)?.value ?? null;
  const [loaded, setLoaded] = useState<{ Page: Page } | null>(null);
  const isWiped = note !== null;
  useEffect(() => {
    if (isWiped)
      import('./pages/WipedRoute').then(
        ({ WipedPage }) => setLoaded({ Page: WipedPage }),
        () => undefined,
      );
  }, [isWiped]);
  if (note === null || services === null || STAYS.includes(path)) return children;
  return loaded === null ? (
    <p class="mm-opening">開いています…</p>
  ) : (
    <loaded.Page note={note} rescue={services.rescue} />
  );
}

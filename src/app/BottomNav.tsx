// The three places one thumb reaches. A place is listed only when its page exists: no dead links.
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso/router';

const PLACES: { href: string; words: string; path: string }[] = [
  { href: '/', words: 'ホーム', path: 'M3 11 12 3l9 8v10h-6v-6H9v6H3z' },
  { href: '/sightings', words: '記録', path: 'M5 2h14v20H5zM9 7h6M9 12h6M9 17h4' },
  { href: '/settings', words: '設定', path: 'M4 6h9m5 0h2M4 18h2m5 0h9M4 12h4m5 0h7M13 3v6M6 15v6M8 9v6' },
];

/** Writing a record is no place of the navigation, a record is part of 「記録」. */
function isAt(path: string, href: string): boolean {
  if (href === '/' || path === '/sightings/new') return path === href;
  return path.startsWith(href);
}

export function BottomNav(): JSX.Element {
  const { path } = useLocation();
  return (
    <nav class={path === '/sightings/new' ? 'mm-nav mm-nav-below' : 'mm-nav'} aria-label="おもな画面">
      {PLACES.map((place) => (
        <a key={place.href} href={place.href} aria-current={isAt(path, place.href) ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={place.path} />
          </svg>
          {place.words}
        </a>
      ))}
    </nav>
  );
}

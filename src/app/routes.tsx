// Which address shows which page. All but home are lazy: the first screen carries none of them.
import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { useEffect } from 'preact/hooks';
import { HomePage } from '../features/home/HomePage';
import { NotFoundPage } from './NotFoundPage';
import type { PageProps } from './page-props';
import { PageMissing } from './PageMissing';
import { useShell } from './shell-context';

interface Match {
  params: Record<string, string>;
  query: Record<string, string>;
}

/** A lazy page that waits for the services, and says what to do when its file cannot be fetched. */
export function lazyPage(load: () => Promise<{ default: ComponentType<PageProps> }>): ComponentType<Match> {
  const Page = lazy<ComponentType<PageProps>>(() => load().catch(() => ({ default: PageMissing })));
  return function LazyPage({ params, query }: Match) {
    const { services, now } = useShell();
    useEffect(() => void Page.preload(), []);
    if (services === null) return <p class="mm-opening">開いています…</p>;
    return <Page services={services} now={now} params={params} query={query} />;
  };
}

export interface PageRoute {
  /** null: any other address */
  path: string | null;
  /** the tab's words; the page's heading says the same */
  title: string;
  component: ComponentType<Match>;
}

function HomeRoute() {
  const { services } = useShell();
  return <HomePage services={services} />;
}

export const ROUTES: readonly PageRoute[] = [
  { path: '/', title: 'ホーム', component: HomeRoute },
  {
    path: '/sightings/new',
    title: '気づきを記録する',
    component: lazyPage(() => import('./pages/SightingRoute')),
  },
  { path: '/sightings', title: '記録', component: lazyPage(() => import('./pages/RecordsRoute')) },
  {
    path: '/sightings/:id/personal-report',
    title: '個人情報を含む報告',
    component: lazyPage(() => import('./pages/PersonalReportRoute')),
  },
  { path: '/sightings/:id', title: '記録の内容', component: lazyPage(() => import('./pages/RecordRoute')) },
  { path: '/badge', title: '構成員証を読み取る', component: lazyPage(() => import('./pages/BadgeRoute')) },
  { path: '/join', title: '構成員証を読み取る', component: lazyPage(() => import('./pages/JoinRoute')) },
  {
    path: '/v/:code',
    title: 'この構成員は本物か',
    component: lazyPage(() => import('./pages/BadgeLinkRoute')),
  },
  { path: '/hotlines', title: '相談先', component: lazyPage(() => import('./pages/HotlinesRoute')) },
  { path: '/settings', title: '設定', component: lazyPage(() => import('./pages/SettingsRoute')) },
  { path: null, title: '見つかりません', component: NotFoundPage },
];

/** The page an address shows. */
export function routeAt(path: string): PageRoute {
  const parts = path.split('/').filter(Boolean);
  const fits = (route: PageRoute): boolean => {
    const wanted = route.path?.split('/').filter(Boolean) ?? parts;
    return (
      wanted.length === parts.length && wanted.every((part, i) => part.startsWith(':') || part === parts[i])
    );
  };
  return ROUTES.find(fits) ?? ROUTES[ROUTES.length - 1]!;
}

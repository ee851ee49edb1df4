// Which address shows which page. All but home are lazy; a page is named here only when its file exists.
import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { PageMissing } from './PageMissing';

/** A lazy page that shows what to do when its file cannot be fetched. */
export function lazyPage<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Page = lazy<ComponentType<P>>(() => load().catch(() => PageMissing as ComponentType<P>));
  return Page as ComponentType<P>;
}

/** Title of the tab for a path; the heading on the page says the same. */
export function titleOf(path: string): string {
  const known: [RegExp, string][] = [
    [/^\/$/, 'ホーム'],
    [/^\/sightings\/new$/, '気づきを記録する'],
    [/^\/sightings$/, '記録'],
    [/^\/sightings\/[^/]+$/, '記録の内容'],
    [/^\/(badge|join)$/, '構成員証を読み取る'],
    [/^\/v\/[^/]+$/, '構成員証'],
    [/^\/hotlines$/, '相談先'],
    [/^\/settings$/, '設定'],
  ];
  return known.find(([pattern]) => pattern.test(path))?.[1] ?? '見つかりません';
}

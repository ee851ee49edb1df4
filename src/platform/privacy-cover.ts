// In the app switcher the phone shows a picture of the last screen: what was on it is covered from the moment the app is put
// away until it is back. Opacity, not visibility: the field that was being written in keeps its focus.
const COVERED = 'mm-covered';

/** @returns what stops it */
export function coverWhenHidden(page: Document = document): () => void {
  const apply = () => page.documentElement.classList.toggle(COVERED, page.visibilityState === 'hidden');
  page.addEventListener('visibilitychange', apply);
  return () => page.removeEventListener('visibilitychange', apply);
}

// Arriving on a page: its title in the tab, and focus on its heading, so that a screen reader says where we are.
// The heading may come later than the page (data, lazy files), so we wait for it a little, but never steal focus
// from someone who has begun to do something.

const WAIT_FOR_HEADING_MS = 5_000;

function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

/** Moves focus to the `h1` within `main` now or as soon as it appears. Call on navigation, not on the first page. */
export function arriveAtHeading(main: HTMLElement): void {
  window.scrollTo(0, 0);
  if (focusHeading(main)) return;
  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener('pointerdown', stop);
    document.removeEventListener('keydown', stop);
  };
  const observer = new MutationObserver(() => {
    if (focusHeading(main)) stop();
  });
  observer.observe(main, { childList: true, subtree: true });
  const timer = setTimeout(stop, WAIT_FOR_HEADING_MS);
  document.addEventListener('pointerdown', stop);
  document.addEventListener('keydown', stop);
}

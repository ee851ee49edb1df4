// Whether the single-key shortcuts are on: kept on this PC, on unless switched off. @see WCAG 2.2, 2.1.4
const KEY = 'mimamori-desk-keys';

export function readKeyChoice(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function keepKeyChoice(on: boolean): void {
  try {
    window.localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // A PC that keeps nothing: the choice holds until the page is left.
  }
}

import { expect, it, vi } from 'vitest';
import { coverWhenHidden } from '../../src/platform/privacy-cover';

it('the screen is covered while the app is put away, and shown again when it is back', () => {
  const state = vi.spyOn(document, 'visibilityState', 'get');
  const stop = coverWhenHidden();
  const isCoveredWhen = (value: DocumentVisibilityState) => {
    state.mockReturnValue(value);
    document.dispatchEvent(new Event('visibilitychange'));
    return document.documentElement.classList.contains('mm-covered');
  };
  expect(isCoveredWhen('hidden')).toBe(true);
  expect(isCoveredWhen('visible')).toBe(false);
  stop();
  expect(isCoveredWhen('hidden')).toBe(false);
  state.mockRestore();
});

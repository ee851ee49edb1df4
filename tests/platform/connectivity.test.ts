import { describe, expect, it, vi } from 'vitest';
import { onConnectivityChange, onLeaving, onOnline, onVisible } from '../../src/platform/connectivity';

function hide(hidden: boolean) {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (hidden ? 'hidden' : 'visible'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('moments worth a try at sending', () => {
  it('tells when the connection is back, until it is stopped', () => {
    const tell = vi.fn();
    const stop = onOnline(tell);
    window.dispatchEvent(new Event('online'));
    stop();
    window.dispatchEvent(new Event('online'));
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('tells when the member looks at the app again, not when it is hidden', () => {
    const tell = vi.fn();
    const stop = onVisible(tell);
    hide(true);
    expect(tell).not.toHaveBeenCalled();
    hide(false);
    expect(tell).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(tell).toHaveBeenCalledTimes(2);
    stop();
  });

  it('tells the last moment for saving by both ways, as Safari needs it', () => {
    const tell = vi.fn();
    const stop = onLeaving(tell);
    hide(true);
    window.dispatchEvent(new Event('pagehide'));
    expect(tell).toHaveBeenCalledTimes(2);
    stop();
    hide(false);
  });

  it('tells that the browser believes itself offline', () => {
    const told: boolean[] = [];
    const stop = onConnectivityChange((offline) => told.push(offline));
    window.dispatchEvent(new Event('offline'));
    stop();
    window.dispatchEvent(new Event('offline'));
    expect(told).toHaveLength(1);
  });
});

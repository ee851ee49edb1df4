// Moments worth a try at sending. `navigator.onLine` is a hint only: "offline" is trusted for a sentence on the screen,
// "online" never means that the secretariat can be reached.

/** The browser believes it has no connection at all. */
export function seemsOffline(): boolean {
  return navigator.onLine === false;
}

/** Calls back when a connection may have come back. @returns the function that stops it */
export function onOnline(tell: () => void): () => void {
  window.addEventListener('online', tell);
  return () => window.removeEventListener('online', tell);
}

/** Calls back on every change of the browser's belief. @returns the function that stops it */
export function onConnectivityChange(tell: (offline: boolean) => void): () => void {
  const change = () => tell(seemsOffline());
  window.addEventListener('online', change);
  window.addEventListener('offline', change);
  return () => {
    window.removeEventListener('online', change);
    window.removeEventListener('offline', change);
  };
}

/** Calls back when the member looks at the app again: unlocked, switched back, or out of the back-forward cache. */
export function onVisible(tell: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') tell();
  };
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) tell();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', shown);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', shown);
  };
}

/** Calls back at the last moment at which something can still be saved; Safari needs both events. */
export function onLeaving(tell: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') tell();
  };
  document.addEventListener('visibilitychange', hidden);
  window.addEventListener('pagehide', tell);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    window.removeEventListener('pagehide', tell);
  };
}

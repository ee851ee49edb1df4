// An invitation that could not be redeemed for want of a connection waits on this phone, so that nobody types 26
// characters twice. It is forgotten as soon as it is used or refused. Only the code is kept, nothing about a person.
const KEY = 'invitation';

/** null when there is none, or this phone keeps nothing (private mode). */
export function keptInvitation(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepInvitation(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // it stays in the field on the screen
  }
}

export function forgetInvitation(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

// What comes of asking the server. Every outcome is a value; nothing throws.
import type { ProblemCode } from '../domain/problem';

/** `waitSeconds`: when to try again, where the server said so. `unreachable`: no answer came. `unreadable`: an answer came, but not one of this contract (a proxy's page, another version). */
export type Outcome<T> =
  | { status: 'reply'; value: T }
  | { status: 'problem'; code: ProblemCode; waitSeconds?: number }
  | { status: 'unreachable' }
  | { status: 'unreadable' };
export type Failure = Exclude<Outcome<never>, { status: 'reply' }>;

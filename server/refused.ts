// What cannot be taken: expected, answered with its code, and everything the same transaction or savepoint wrote is undone.
import type { Problem, ProblemCode } from '../src/domain/problem';

export class Refused extends Error {
  /** @param paths names of fields, never values. @param headers of the reply, e.g. Retry-After. @param details members of the problem document that only some codes have */
  constructor(
    readonly problem: ProblemCode,
    readonly paths: readonly string[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    readonly details: Pick<Problem, 'serverClock' | 'wipe'> = {},
  ) {
    super(problem);
  }
}

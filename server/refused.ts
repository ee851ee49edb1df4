// What cannot be taken: expected, answered with its code, and everything the same transaction or savepoint wrote is undone.
import type { ProblemCode } from '../src/domain/problem';

export class Refused extends Error {
  /** @param paths names of fields, never values. @param headers of the reply, e.g. Retry-After */
  constructor(
    readonly problem: ProblemCode,
    readonly paths: readonly string[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem);
  }
}

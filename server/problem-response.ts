// Every failure of the API as RFC 9457 `application/problem+json`. `paths` name fields, never their values.
import { PROBLEM_CONTENT_TYPE, PROBLEMS, type Problem, type ProblemCode } from '../src/domain/problem';

const PATHS_MAX = 20;

export function problemResponse(
  code: ProblemCode,
  more: {
    paths?: readonly string[];
    headers?: Readonly<Record<string, string>>;
    /** members of the document that only some codes have */
    details?: Pick<Problem, 'serverClock' | 'wipe'>;
  } = {},
): Response {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = { type: `/problems/${code}`, title, status, code, ...more.details };
  if (more.paths !== undefined && more.paths.length > 0) problem.paths = more.paths.slice(0, PATHS_MAX);
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': PROBLEM_CONTENT_TYPE, ...more.headers },
  });
}

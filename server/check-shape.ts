// Checks what a stranger sent against a schema of the contract. A name such as `length` with an object behind it makes
// the checks of the library throw instead of answer; that too only means: not our shape. Never lets such a throw out.
import * as z from 'zod/mini';
import { hasUnstorableText } from './unstorable-text';

export type Checked<T> = { ok: true; value: T } | { ok: false; paths: string[] };

/** @returns names of fields of ours and numbers of places in `paths`, never values */
export function checkShape<T>(schema: z.core.$ZodType<T>, json: unknown): Checked<T> {
  try {
    const parsed = z.safeParse(schema, json);
    if (!parsed.success) return { ok: false, paths: pathsOf(parsed.error.issues) };
    return hasUnstorableText(parsed.data) ? { ok: false, paths: [] } : { ok: true, value: parsed.data };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, paths: [] };
    throw error;
  }
}

/** What a stranger called a field is not repeated: strict objects name unknown keys in the message, not in the path. */
function pathsOf(issues: readonly { path: readonly PropertyKey[] }[]): string[] {
  return [...new Set(issues.map(({ path }) => path.map(String).join('.')))].filter((path) => path !== '');
}

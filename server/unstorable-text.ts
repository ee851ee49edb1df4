// Text that a database or UTF-8 cannot hold as it is: NUL, and halves of surrogate pairs. Refused at the edge, so that
// SQLite and PostgreSQL take the same and what is read is what was written.
const UNSTORABLE = /[\u{0}\p{Surrogate}]/u;

/** @param value parsed and checked by a schema, so its depth is bounded */
export function hasUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasUnstorableText);
}

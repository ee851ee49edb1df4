// What page and worker agree on about the scanner's cache. The build writes the list, the worker fills the cache.
import * as z from 'zod/mini';

export const SCANNER_FILES_URL = '/scanner-files.json';
export const SCANNER_CACHE = 'scanner-v1';
/** `kind` of the page's message to the worker */
export const FILL_SCANNER_CACHE = 'fill-scanner-cache';

/** Paths on our own origin only: nothing of the scanner comes from elsewhere. */
const listSchema = z.object({ files: z.array(z.string().check(z.regex(/^\/[^/]/))) });

/** The paths of the scanner's files, or null when this is no such list (a Wi-Fi login page, an old build). */
export function parseScannerFiles(value: unknown): readonly string[] | null {
  const list = z.safeParse(listSchema, value);
  return list.success && list.data.files.length > 0 ? list.data.files : null;
}

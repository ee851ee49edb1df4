// The built app: pages, chunks, worker, manifest. Precompressed files beside the plain ones are taken when the browser
// can read them. A missing chunk is a 404, never a page: an old worker must not cache HTML as a script.
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';
import { pageHeaders, WORKER_POLICY } from './page-headers';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** Where the desk's page may lie in the build. */
const DESK_PAGES = ['desk.html', 'src/desk/desk.html'];

/** @param folder of the build. @returns null when there is nothing to show: the caller answers `not-found` */
export async function staticFile(context: Context, folder: string): Promise<Response | null> {
  const path = decodedPath(context.req.path);
  if (path === null) return null;
  const isDesk = path === '/desk' || path.startsWith('/desk/');
  const wanted = isDesk ? null : path === '/' ? '/index.html' : path;
  if (wanted !== null && extname(wanted) !== '') {
    if (wanted.endsWith('.html') && wanted !== '/index.html') return null;
    if (extname(wanted) === '.br' || extname(wanted) === '.gz' || wanted === '/page-policy.json') return null;
    const type = TYPES[extname(wanted)] ?? 'application/octet-stream';
    const headers = wanted === '/index.html' ? await pageHeaders(folder, 'index.html') : fileHeaders(wanted);
    return send(context, folder, wanted, type, headers);
  }
  if (path.startsWith('/assets/')) return null;
  for (const page of isDesk ? DESK_PAGES : ['index.html']) {
    const headers = await pageHeaders(folder, isDesk ? 'desk.html' : 'index.html');
    const response = await send(context, folder, `/${page}`, TYPES['.html'] ?? '', headers);
    if (response !== null) return response;
  }
  return null;
}

function decodedPath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded;
  } catch {
    return null;
  }
}

function fileHeaders(path: string): Record<string, string> {
  const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return {
    'cache-control': cacheControl,
    ...(path === '/sw.js' ? { 'content-security-policy': WORKER_POLICY } : {}),
  };
}

async function send(
  context: Context,
  folder: string,
  path: string,
  type: string,
  headers: Record<string, string>,
): Promise<Response | null> {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder + sep)) return null;
  const accepted = (context.req.header('accept-encoding') ?? '').toLowerCase();
  const all = { 'content-type': type, 'vary': 'accept-encoding', ...headers }; // prettier-ignore
  for (const [encoding, suffix] of ENCODINGS) {
    if (!new RegExp(`(^|[ ,])${encoding}($|[ ,;])`).test(accepted)) continue;
    const bytes = await readIfThere(file + suffix);
    if (bytes !== null) return new Response(bytes, { headers: { ...all, 'content-encoding': encoding } });
  }
  const bytes = await readIfThere(file);
  return bytes === null ? null : new Response(bytes, { headers: all });
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return (await stat(file)).isFile() ? Buffer.from(await readFile(file)) : null;
  } catch {
    return null;
  }
}

// Security headers of a page. The inlined first-paint code is allowed by its hash, which the build writes to
// `page-policy.json`; nothing else inline runs. Kept short: they travel before the first paint.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const policySchema = z.record(
  z.string(),
  z.object({ scripts: z.array(z.string()), styles: z.array(z.string()) }),
);
type Policy = z.infer<typeof policySchema>;

const known = new Map<string, { at: number; policy: Policy }>();

/** @param secure the page is served over https by its public address */
export async function pageHeaders(
  folder: string,
  page: 'index.html' | 'desk.html',
  secure: boolean,
): Promise<Record<string, string>> {
  const { scripts, styles } = (await readPolicy(folder))[page] ?? { scripts: [], styles: [] };
  const quoted = (hashes: string[]) => hashes.map((hash) => ` '${hash}'`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${quoted(scripts)}`,
    `style-src 'self'${quoted(styles)}`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
  return {
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self)',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

async function readPolicy(folder: string): Promise<Policy> {
  const file = join(folder, 'page-policy.json');
  try {
    const at = (await stat(file)).mtimeMs;
    const cached = known.get(file);
    if (cached?.at === at) return cached.policy;
    const policy = z.parse(policySchema, JSON.parse(await readFile(file, 'utf8')));
    known.set(file, { at, policy });
    return policy;
  } catch {
    // Without it nothing inline runs: the page stays safe and the files beside it still load.
    return {};
  }
}

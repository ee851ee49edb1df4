// Security headers. The inlined first-paint code of a page is allowed by its hash, which the build writes to
// `page-policy.json`; nothing else inline runs, and no text becomes markup or code (Trusted Types). Kept short: they
// travel before the first paint. Reports go by `report-uri`, which needs no second header and no https.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';

const policySchema = z.record(
  z.string(),
  z.object({ scripts: z.array(z.string()), styles: z.array(z.string()) }),
);
type Policy = z.infer<typeof policySchema>;
export type Page = 'index.html' | 'desk.html';

const TRUSTED_TYPES = "require-trusted-types-for 'script'";
const REPORT = `report-uri ${API.cspReports}`;

/** What a page may do beyond the rest. The phone's page scans codes and registers the worker; the desk does neither. */
const OF_PAGE: Record<Page, { script: string; policies: string; images: string; devices: string }> = {
  'index.html': {
    script: " 'wasm-unsafe-eval'",
    policies: 'default',
    images: ' blob: data:',
    devices: 'camera=(self),geolocation=(),microphone=()',
  },
  'desk.html': {
    script: '',
    policies: "'none'",
    images: ' blob: data:',
    devices: 'camera=(),geolocation=(),microphone=()',
  },
};

/** For every answer of this server, of whatever kind. @param secure it is served over https by its public address */
export function commonHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000;includeSubDomains' } : {}),
  };
}

/** For answers of the API and for files: no page, so nothing may be loaded or run should a browser open one. */
export const NO_PAGE_POLICY = "default-src 'none';base-uri 'none';frame-ancestors 'none';sandbox";

/** For the service worker, whose own answer sets what it may do: load from here and talk to here. */
export const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  TRUSTED_TYPES,
  "trusted-types 'none'",
  REPORT,
].join(';');

export async function pageHeaders(folder: string, page: Page): Promise<Record<string, string>> {
  const { scripts, styles } = (await readPolicy(folder))[page] ?? { scripts: [], styles: [] };
  const own = OF_PAGE[page];
  const quoted = (hashes: string[]) => hashes.map((hash) => ` '${hash}'`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self'${own.script}${quoted(scripts)}`,
    `style-src 'self'${quoted(styles)}`,
    `img-src 'self'${own.images}`,
    "connect-src 'self'",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    TRUSTED_TYPES,
    `trusted-types ${own.policies}`,
    REPORT,
  ].join(';');
  return {
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'permissions-policy': own.devices,
    'cross-origin-opener-policy': 'same-origin',
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

const known = new Map<string, { at: number; policy: Policy }>();

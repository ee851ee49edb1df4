// What can be set from outside: environment variables and the words after the command. Read once at the start.
// A wrong setting stops the start with one clear sentence; nothing is guessed.
import * as z from 'zod/mini';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RETENTION_BY_DEFAULT, type Retention } from './retention';

export interface Config {
  port: number;
  host: string;
  /** folder of the SQLite file and of the server's secret */
  dataFolder: string;
  /** folder of the networks' opening keys; kept apart from the database, and from its backup */
  keysFolder: string;
  databaseUrl: string | null;
  production: boolean;
  /** how links to this server begin; null: made from host and port */
  publicOrigin: string | null;
  secret: string | null;
  /** believe X-Forwarded-For, because a proxy of our own stands in front */
  trustProxy: boolean;
  logLevel: 'silent' | 'error' | 'info' | 'debug';
  /** folder of the built app */
  distFolder: string;
  /** how long what members sent is kept after its case ended */
  retention: Retention;
}

const portSchema = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const environmentSchema = z.object({
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
  NODE_ENV: z.optional(z.string()),
  MIMAMORI_DATA: z.optional(z.string().check(z.minLength(1))),
  MIMAMORI_KEYS: z.optional(z.string().check(z.minLength(1))),
  MIMAMORI_ORIGIN: z.optional(z.string().check(z.regex(/^https?:\/\/[^/]+$/))),
  MIMAMORI_SECRET: z.optional(z.string().check(z.minLength(32))),
  MIMAMORI_TRUST_PROXY: z.optional(z.enum(['0', '1'])),
  MIMAMORI_LOG: z.optional(z.enum(['silent', 'error', 'info', 'debug'])),
  MIMAMORI_DIST: z.optional(z.string().check(z.minLength(1))),
  MIMAMORI_REPORT_DAYS: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3650))),
  MIMAMORI_SIGHTING_YEARS: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(30))),
  PORT: z.optional(portSchema),
});

const MEANING: Record<string, string> = {
  DATABASE_URL: 'DATABASE_URL は postgres:// で始まる接続先にしてください',
  MIMAMORI_DATA: 'MIMAMORI_DATA はフォルダーの名前にしてください',
  MIMAMORI_ORIGIN: 'MIMAMORI_ORIGIN は https://example.jp のように、末尾の / なしで書いてください',
  MIMAMORI_SECRET: 'MIMAMORI_SECRET は32文字以上にしてください',
  MIMAMORI_TRUST_PROXY: 'MIMAMORI_TRUST_PROXY は 0 か 1 にしてください',
  MIMAMORI_LOG: 'MIMAMORI_LOG は silent, error, info, debug のどれかにしてください',
  MIMAMORI_REPORT_DAYS: 'MIMAMORI_REPORT_DAYS は、個人情報を含む報告を残す日数（1から3650）にしてください',
  MIMAMORI_SIGHTING_YEARS: 'MIMAMORI_SIGHTING_YEARS は、気づきの報告を残す年度の数（0から30）にしてください',
  PORT: 'ポートは 0 から 65535 までの数にしてください',
};

/** A setting that cannot be used; the message is for the person who started the command. */
export class WrongSetting extends Error {}

/**
 * @param words `--port N --data DIR --host H`, all optional; words win over the environment
 * @throws WrongSetting with a sentence that says what to change
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  words: { port?: string | undefined; data?: string | undefined; host?: string | undefined },
): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = z.safeParse(environmentSchema, filled);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new WrongSetting(MEANING[name] ?? `${name} の値が使えません`);
  }
  const port = z.safeParse(portSchema, words.port ?? parsed.data.PORT ?? 8080);
  if (!port.success || words.port === '') throw new WrongSetting(MEANING.PORT);
  const env = parsed.data;
  const dataFolder = resolve(words.data ?? env.MIMAMORI_DATA ?? 'data');
  return {
    port: port.data,
    host: words.host ?? '127.0.0.1',
    dataFolder,
    keysFolder: resolve(env.MIMAMORI_KEYS ?? join(dataFolder, 'keys')),
    databaseUrl: env.DATABASE_URL ?? null,
    production: env.NODE_ENV === 'production',
    publicOrigin: env.MIMAMORI_ORIGIN ?? null,
    secret: env.MIMAMORI_SECRET ?? null,
    trustProxy: env.MIMAMORI_TRUST_PROXY === '1',
    logLevel: env.MIMAMORI_LOG ?? 'info',
    retention: {
      reportDays: env.MIMAMORI_REPORT_DAYS ?? RETENTION_BY_DEFAULT.reportDays,
      sightingYears: env.MIMAMORI_SIGHTING_YEARS ?? RETENTION_BY_DEFAULT.sightingYears,
    },
    distFolder: resolve(env.MIMAMORI_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))),
  };
}

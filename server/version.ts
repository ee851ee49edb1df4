// The version of this server, from package.json beside it.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const packageSchema = z.object({ version: z.string() });

export const VERSION = z.parse(
  packageSchema,
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;

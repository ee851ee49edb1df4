// Each network's opening keys (HPKE, P-256): DATA/keys/seal-<network>-<id>.json, mode 0600, outside the database, so that
// a stolen database or backup opens nothing. Old keys stay, because phones may still hold what was sealed to them.
// The private half never leaves the folder but by `npm run key -- backup`, and is never logged.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { sealingKeySchema, type SealingKey } from '../../src/domain/sealing';
import { createOpeningKey, type OpeningKey } from '../../src/seal/open-sealed';

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const keyFileSchema = z.object({
  network: z.string(),
  createdAt: z.string(),
  sealingKey: sealingKeySchema,
  privateKey: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    d: coordinate,
  }),
});
export type SealingKeyFile = z.infer<typeof keyFileSchema>;

export interface SealingKeys {
  /** the private key of this name; null when it is not in the folder */
  find(networkId: string, keyId: string): OpeningKey | null;
  /** false: the folder has no key of this network at all, as after a restore without the keys */
  has(networkId: string): boolean;
  /** A new pair on disk. @returns its public half, to be told by the network's profile */
  create(networkId: string, at: Date): Promise<SealingKey>;
  /** every key of the network, oldest first, with its private half: for a backup only */
  all(networkId: string): SealingKeyFile[];
}

/** @param folder where the key files are; made when the first key is. @throws when a key file cannot be read */
export function openSealingKeys(folder: string): SealingKeys {
  const all = (networkId: string): SealingKeyFile[] => {
    const prefix = `seal-${networkId}-`;
    return namesIn(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
      .map((name) => z.parse(keyFileSchema, JSON.parse(readFileSync(join(folder, name), 'utf8'))))
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  };
  const known = new Map<string, OpeningKey>();
  return {
    all,
    has: (networkId) => all(networkId).length > 0,
    find(networkId, keyId) {
      const name = `${networkId}/${keyId}`;
      const before = known.get(name);
      if (before !== undefined) return before;
      // Read again: a key may have been made by a command while the server runs.
      const file = all(networkId).find(({ sealingKey }) => sealingKey.id === keyId);
      if (file === undefined) return null;
      const key: OpeningKey = { id: keyId, privateKey: { ...file.privateKey } };
      known.set(name, key);
      return key;
    },
    async create(networkId, at) {
      const id = `${at.toISOString().slice(0, 10)}-${randomUUID().slice(0, 8)}`;
      const { key, publicKey } = await createOpeningKey(id);
      const sealingKey = z.parse(sealingKeySchema, { id, publicKey });
      const file = z.parse(keyFileSchema, {
        network: networkId,
        createdAt: at.toISOString(),
        sealingKey,
        privateKey: key.privateKey,
      });
      writeWhole(folder, `seal-${networkId}-${id}.json`, JSON.stringify(file));
      return sealingKey;
    },
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Whole or not at all. */
function writeWhole(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `.${name}.${randomUUID()}`);
  writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, join(folder, name));
  } finally {
    rmSync(aside);
  }
}

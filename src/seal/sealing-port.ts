// What the stores need of sealing, over the key that this phone keeps for itself.
import type { SealingPort } from '../domain/sealing';
import { sha256Hex } from './digest';
import { lockWith, unlockWith } from './draft-key';

/** Sealing itself (HPKE). The page loads it when something is sealed first; a worker cannot load anything later. */
export type LoadSealing = () => Promise<
  Pick<typeof import('./seal-to-network'), 'sealToNetwork' | 'sealBytesToNetwork'>
>;

/**
 * @param readKey the draft key; asked each time, so that an app lock can withhold it
 */
export function sealingPort(readKey: () => Promise<CryptoKey>, loadSealing: LoadSealing): SealingPort {
  return {
    lock: async (plain, belongsTo) => lockWith(await readKey(), plain, belongsTo),
    unlock: async (locked, belongsTo) => unlockWith(await readKey(), locked, belongsTo),
    async seal(plain, key, context) {
      const { sealToNetwork } = await loadSealing();
      return sealToNetwork(plain, key, context);
    },
    async sealPhoto(plain, key, recordId) {
      const { sealBytesToNetwork } = await loadSealing();
      const bytes = await sealBytesToNetwork(plain, key, { operationId: recordId, kind: 'photo' });
      return { bytes, sha256: await sha256Hex(bytes) };
    },
  };
}

// What the stores need of sealing, over the key that this phone keeps for itself.
import type { SealingPort } from '../domain/sealing';
import { sha256Hex } from './digest';
import { lockWith, unlockWith } from './draft-key';

/**
 * Sealing itself (HPKE) is loaded when something is sealed first, not at the start.
 * @param readKey the draft key; asked each time, so that an app lock can withhold it
 */
export function sealingPort(readKey: () => Promise<CryptoKey>): SealingPort {
  return {
    lock: async (plain, belongsTo) => lockWith(await readKey(), plain, belongsTo),
    unlock: async (locked, belongsTo) => unlockWith(await readKey(), locked, belongsTo),
    async seal(plain, key, context) {
      const { sealToNetwork } = await import('./seal-to-network');
      return sealToNetwork(plain, key, context);
    },
    async sealPhoto(plain, key, recordId) {
      const { sealBytesToNetwork } = await import('./seal-to-network');
      const bytes = await sealBytesToNetwork(plain, key, { operationId: recordId, kind: 'photo' });
      return { bytes, sha256: await sha256Hex(bytes) };
    },
  };
}

// A photo as the database holds it is sealed; it is opened for the moment it is checked or shown, never stored open.
import { LIMITS } from '../../src/domain/flow-sheet';
import { openSealed } from '../../src/seal/open-sealed';
import { Unopenable } from '../../src/seal/sealed-form';
import type { Db } from '../store/ports';
import type { SealingKeys } from './sealing-keys';

/**
 * A record that came before there was sealing has its photo in plain.
 * @returns the picture's bytes, or null when it cannot be opened as a photo of this record
 */
export async function openPhoto(
  db: Db,
  keys: SealingKeys,
  networkId: string,
  recordId: string,
  sealed: Uint8Array,
): Promise<Uint8Array | null> {
  const operation = await db
    .selectFrom('operations')
    .select('sealed')
    .where('network_id', '=', networkId)
    .where('id', '=', recordId)
    .executeTakeFirst();
  if (operation?.sealed === 0) return sealed;
  try {
    return await openSealed(
      new Uint8Array(sealed),
      (keyId) => keys.find(networkId, keyId),
      { operationId: recordId, kind: 'photo' },
      LIMITS.photoMaxBytes,
    );
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

// A new key of a network: the file first, then every phone is told by the profile. What phones have sealed already stays
// as it is and is opened with the old key.
import { SERVER_ACTOR, writeAudit } from '../audit';
import { allNetworkIds, readProfile, writeProfile } from '../store/networks';
import type { Store } from '../store/ports';
import type { SealingKeys } from './sealing-keys';

/** @returns the id of the new key */
export async function rotateKey(store: Store, keys: SealingKeys, networkId: string): Promise<string> {
  const sealingKey = await keys.create(networkId, store.now());
  await store.write(networkId, async (writing) => {
    await writeProfile(writing, { ...(await readProfile(writing.db, networkId)), sealingKey });
    await writeAudit(writing, SERVER_ACTOR, 'key:create', networkId);
  });
  return sealingKey.id;
}

/** Networks from before sealing get their first key. One whose profile names a key is left alone, file or no file. */
export async function firstKeys(store: Store, keys: SealingKeys): Promise<void> {
  for (const networkId of await allNetworkIds(store.db))
    if ((await readProfile(store.db, networkId)).sealingKey === undefined)
      await rotateKey(store, keys, networkId);
}

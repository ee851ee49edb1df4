// Takes in a 救出ファイル: opened with the network's key, then each operation through the same door as if the phone had
// sent it, so that what had arrived before is known again by its id. The desk's word stands in for the phone's signature.
import * as z from 'zod/mini';
import {
  parseRescueFile,
  RESCUE_CONTENT_MAX_BYTES,
  RESCUE_KIND,
  rescueSchema,
  type Rescue,
  type RescueResult,
} from '../../src/domain/rescue';
import { PROTOCOL } from '../../src/domain/protocol-version';
import { openSealed } from '../../src/seal/open-sealed';
import { Unopenable } from '../../src/seal/sealed-form';
import { writeAudit, type Actor } from '../audit';
import type { Deps } from '../deps';
import { Refused } from '../refused';
import { takeWholePhoto } from '../routes/photos';
import { readDevice } from '../store/device-list';
import type { Device } from '../store/devices';
import { readMember } from '../store/networks';
import { receiveBatch } from './receive-batch';

const BATCH = 200;

type Means = Pick<Deps, 'store' | 'log' | 'opening' | 'sealingKeys'>;

/** @throws Refused rescue-unreadable, also when the file is of another network */
export async function readRescue(
  means: Means,
  networkId: string,
  actor: Actor,
  file: Uint8Array,
): Promise<RescueResult> {
  const { store } = means;
  const parts = parseRescueFile(file);
  const device = parts === null ? null : await readDevice(store.db, networkId, parts.deviceId);
  if (parts === null || device === null) throw new Refused('rescue-unreadable');
  const rescue = await open(means, device, parts.sealed);
  await store.write(networkId, (writing) => writeAudit(writing, actor, 'rescue:import', device.id));
  const counts = await takeOperations(means, device, rescue);
  let photos = 0;
  for (const { sha256, bytes } of rescue.photos)
    if (await takeWholePhoto(means, device, sha256, Buffer.from(bytes, 'base64url'))) photos += 1;
  const { displayName } = await readMember(store.db, networkId, device.memberId);
  return { memberName: displayName, ...counts, photos, drafts: rescue.drafts.length };
}

async function open(
  { sealingKeys }: Means,
  device: Device,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Rescue> {
  try {
    const plain = await openSealed(
      sealed,
      (keyId) => sealingKeys.find(device.networkId, keyId),
      { operationId: device.id, kind: RESCUE_KIND },
      RESCUE_CONTENT_MAX_BYTES,
    );
    return z.parse(rescueSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)));
  } catch (error) {
    if (error instanceof Unopenable || error instanceof z.core.$ZodError || error instanceof SyntaxError || error instanceof TypeError) throw new Refused('rescue-unreadable'); // prettier-ignore
    throw error;
  }
}

async function takeOperations(
  { store, log, opening }: Means,
  device: Device,
  { operations, deviceClock }: Rescue,
): Promise<Pick<RescueResult, 'taken' | 'known' | 'refused'>> {
  const counts = { taken: 0, known: 0, refused: 0 };
  for (let from = 0; from < operations.length; from += BATCH) {
    const results = await receiveBatch(store, log, device, {
      protocol: PROTOCOL,
      deviceClock,
      cursor: null,
      operations: operations.slice(from, from + BATCH),
    });
    for (const { outcome } of results)
      counts[outcome === 'accepted' ? 'taken' : outcome === 'duplicate' ? 'known' : 'refused'] += 1;
    if (operations.some(({ sealed }) => sealed)) opening.wake(device.networkId);
  }
  // Photos are named by sightings that are opened first.
  await opening.idle(device.networkId);
  return counts;
}

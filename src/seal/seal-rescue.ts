// Seals what a phone has not sent into one 救出ファイル. The phone that made it cannot open it again.
import { RESCUE_KIND, rescueFile, type Rescue, type RescueContent } from '../domain/rescue';
import type { SealingKey } from '../domain/sealing';
import { toBase64url } from './base64url';
import { sealBytesToNetwork } from './seal-to-network';

/** @throws when the key is no P-256 point */
export async function sealRescue(
  content: RescueContent,
  key: SealingKey,
  deviceId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { deviceClock, operations, drafts } = content;
  const photos = content.photos.map(({ sha256, bytes }) => ({ sha256, bytes: toBase64url(bytes) }));
  const rescue: Rescue = { version: 1, deviceClock, operations, photos, drafts };
  const plain = new TextEncoder().encode(JSON.stringify(rescue));
  const sealed = await sealBytesToNetwork(plain, key, { operationId: deviceId, kind: RESCUE_KIND });
  return rescueFile(deviceId, sealed);
}

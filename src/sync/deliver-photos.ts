// Photos of sightings that the secretariat has: in parts, resumed where they stopped (law 7).
import { PHOTO_PART_BYTES } from '../domain/sync-protocol';
import { judgeFailure, type Failure } from './judge-reply';
import { requestLimitMs } from './request-limit';
import type { Connection, EnginePorts } from './ports';

/** Most requests for one photo in one round: 300 kB is 5 parts; more means the two sides disagree. */
const REQUESTS_MAX = 16;

/** @returns null when all went well; else what stops the round */
export async function deliverPhotos(ports: EnginePorts, connection: Connection): Promise<Failure | null> {
  for (const sha256 of await ports.photos.waiting()) {
    const failure = await deliverOne(ports, connection, sha256);
    if (failure !== null) return failure;
  }
  return null;
}

async function deliverOne(
  ports: EnginePorts,
  connection: Connection,
  sha256: string,
): Promise<Failure | null> {
  const photo = await ports.photos.read(sha256);
  if (photo === null) {
    await ports.photos.refused(sha256, 'photo-unreadable');
    return null;
  }
  let outcome = await connection.photoStatus(sha256, requestLimitMs(0));
  for (let requests = 0; requests < REQUESTS_MAX; requests += 1) {
    if (outcome.kind !== 'reply') {
      const failure = judgeFailure(outcome);
      const refusal = outcome.kind === 'problem' && (outcome.status === 409 || outcome.status === 422);
      if (failure.failure !== 'split' && !refusal) return failure;
      await ports.photos.refused(sha256, (outcome.kind === 'problem' && outcome.code) || 'photo-unreadable');
      return null;
    }
    if (outcome.value.complete) {
      await ports.photos.delivered(sha256);
      return null;
    }
    const from = outcome.value.received < photo.bytes.length ? outcome.value.received : 0;
    const to = Math.min(from + PHOTO_PART_BYTES, photo.bytes.length);
    outcome = await connection.photoPart(photo, { from, to }, requestLimitMs(to - from));
  }
  return { failure: 'back-off', retryAfterMs: null };
}

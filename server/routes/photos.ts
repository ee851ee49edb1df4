// Photos from phones, in parts and in order. Only photos that a sighting of this member names are taken; a part at the
// wrong place is answered with what is here, so that the phone goes on from there; the hash is checked on the last byte.
import * as z from 'zod/mini';
import { API } from '../../src/domain/api-paths';
import { LIMITS } from '../../src/domain/flow-sheet';
import { sha256Schema } from '../../src/domain/ids';
import { photoStatusSchema, type PhotoStatus } from '../../src/domain/sync-protocol';
import { writeAudit } from '../audit';
import { reEncode } from '../photos/re-encode';
import { Refused } from '../refused';
import { sha256Of } from '../secrets';
import type { Device } from '../store/devices';
import { openPhoto } from '../sealing/open-photo';
import type { Deps } from '../deps';
import { isWaiting } from '../store/openings';
import {
  addPart,
  completePhoto,
  dropParts,
  readPhoto,
  readPhotoBytes,
  recordsNaming,
  type PhotoRecord,
} from '../store/photos';
import type { Writing } from '../store/ports';
import { endpoint, reply } from './endpoint';

const TYPES = ['image/jpeg', 'image/webp', 'application/octet-stream'];
const statusReply = {
  status: 200,
  description: '届いたバイト数と、確かめ終わったか',
  schema: photoStatusSchema,
};

export const photoEndpoints = [
  endpoint({
    method: 'GET',
    path: API.photo('{sha256}'),
    operationId: 'photoStatus',
    summary: '写真のどこまでが届いているか',
    auth: 'device',
    request: null,
    replies: [statusReply],
    problems: ['not-found', 'photo-unexpected'],
    async handle({ context, deps, caller }) {
      const photo = await expectedPhoto(deps, caller, sha256Param(context.req.param('sha256')));
      return reply(photoStatusSchema, { received: photo.received, complete: photo.complete });
    },
  }),
  endpoint({
    method: 'PUT',
    path: API.photo('{sha256}'),
    operationId: 'photoPart',
    summary: '写真の一部を送る',
    auth: 'device',
    request: null,
    bytes: {
      contentTypes: TYPES,
      headers: { 'Content-Range': 'bytes a-b/total' },
      maxBytes: LIMITS.photoMaxBytes,
    },
    replies: [statusReply],
    problems: [
      'not-found',
      'photo-unexpected',
      'photo-mismatch',
      'photo-unreadable',
      'invalid-body',
      'too-many-requests',
    ],
    async handle({ context, deps, caller, bytes: data }) {
      const sha256 = sha256Param(context.req.param('sha256'));
      const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!TYPES.includes(type) || context.req.header('content-encoding') !== undefined)
        throw new Refused('wrong-content-type');
      const range = readRange(context.req.header('content-range'));
      await expectedPhoto(deps, caller, sha256);
      if (data.length !== range.end - range.start + 1) throw new Refused('invalid-body', ['Content-Range']);
      const points = Math.ceil(data.length / 1024);
      await deps.gates.photosOfDevice.pass(caller.id, points);
      await deps.gates.photosOfMember.pass(caller.memberId, points);
      const isReadable = await wouldBeReadable(deps, caller, sha256, range, data);
      const outcome = await deps.store.write(caller.networkId, (writing) =>
        takePart(writing, isReadable, caller, sha256, range, data),
      );
      if (outcome instanceof Refused) throw outcome;
      return reply(photoStatusSchema, outcome);
    },
  }),
];

/**
 * The photo as a sighting of this member names it. The phone comes with it at once after its sighting, which may not
 * be open yet: then it is waited for, and in doubt the phone comes again.
 * @throws Refused photo-unexpected, busy
 */
async function expectedPhoto(
  { store, opening }: Pick<Deps, 'store' | 'opening'>,
  { networkId, memberId }: Device,
  sha256: string,
): Promise<PhotoRecord> {
  const known = await readPhoto(store.db, networkId, { memberId, sha256 });
  if (known !== null) return known;
  await opening.idle(networkId);
  const opened = await readPhoto(store.db, networkId, { memberId, sha256 });
  if (opened !== null) return opened;
  if (await isWaiting(store.db, networkId, memberId)) throw new Refused('busy', [], { 'retry-after': '5' });
  throw new Refused('photo-unexpected');
}

function sha256Param(text: string | undefined): string {
  const parsed = z.safeParse(sha256Schema, text);
  if (!parsed.success) throw new Refused('not-found');
  return parsed.data;
}

interface Range {
  start: number;
  /** the last byte, inclusive. @see RFC 9110 §14.4 */
  end: number;
  total: number;
}

function readRange(header: string | undefined): Range {
  const match = /^bytes (\d{1,7})-(\d{1,7})\/(\d{1,7})$/.exec(header ?? '');
  const [start, end, total] = (match ?? []).slice(1).map(Number);
  if (start === undefined || end === undefined || total === undefined || end < start || end >= total)
    throw new Refused('invalid-body', ['Content-Range']);
  return { start, end, total };
}

/**
 * With its last part, a photo is opened and decoded once, before the write that holds the database; it stays sealed there.
 * Without any key here the hash has to do. @returns true also when parts are still missing or another part is wanted
 */
async function wouldBeReadable(
  { store, sealingKeys }: Pick<Deps, 'store' | 'sealingKeys'>,
  { networkId, memberId }: Device,
  sha256: string,
  range: Range,
  data: Uint8Array,
): Promise<boolean> {
  if (range.end + 1 !== range.total || !sealingKeys.has(networkId)) return true;
  const key = { memberId, sha256 };
  const before = await readPhotoBytes(store.db, networkId, key);
  const sealed = Buffer.concat([before, data]);
  // Out of place or changed on the way: `takePart` finds that out by itself.
  if (before.length !== range.start || sha256Of(sealed) !== sha256) return true;
  for (const recordId of await recordsNaming(store.db, networkId, key)) {
    const picture = await openPhoto(store.db, sealingKeys, networkId, recordId, sealed);
    if (picture !== null && (await reEncode(picture)) !== null) return true;
  }
  return false;
}

/** @returns the refusal instead of throwing it, because dropping the parts has to be committed */
async function takePart(
  writing: Writing,
  isReadable: boolean,
  device: Device,
  sha256: string,
  range: Range,
  data: Uint8Array,
): Promise<PhotoStatus | Refused> {
  const key = { memberId: device.memberId, sha256 };
  const photo = await readPhoto(writing.db, writing.networkId, key);
  if (photo === null) return new Refused('photo-unexpected');
  if (photo.complete) return { received: photo.bytes, complete: true };
  if (range.total !== photo.bytes) return new Refused('photo-mismatch');
  if (range.start !== photo.received) return { received: photo.received, complete: false };
  await addPart(writing, key, range.start, data);
  const received = range.end + 1;
  if (received < photo.bytes) return { received, complete: false };

  const bytes = await readPhotoBytes(writing.db, writing.networkId, key);
  const problem = sha256Of(bytes) !== sha256 ? 'photo-mismatch' : isReadable ? null : 'photo-unreadable';
  if (problem !== null) {
    await dropParts(writing, key);
    return new Refused(problem);
  }
  await completePhoto(writing, key);
  for (const recordId of await recordsNaming(writing.db, writing.networkId, key)) {
    await writeAudit(writing, { kind: 'member', id: device.memberId }, 'photo:complete', recordId);
    writing.tellDesk({ kind: 'cases', recordId });
  }
  return { received, complete: true };
}

/**
 * A photo that comes whole, as from a rescue file.
 * @returns false when nothing of this member names it, or it is damaged
 */
export async function takeWholePhoto(
  deps: Pick<Deps, 'store' | 'opening' | 'sealingKeys'>,
  device: Device,
  sha256: string,
  bytes: Uint8Array,
): Promise<boolean> {
  try {
    const { received, complete } = await expectedPhoto(deps, device, sha256);
    if (complete) return true;
    if (received >= bytes.length) return false;
    const range = { start: received, end: bytes.length - 1, total: bytes.length };
    const rest = bytes.subarray(received);
    const isReadable = await wouldBeReadable(deps, device, sha256, range, rest);
    const outcome = await deps.store.write(device.networkId, (writing) =>
      takePart(writing, isReadable, device, sha256, range, rest),
    );
    return !(outcome instanceof Refused) && outcome.complete;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

// A phone as the server sees it: requests as the contract writes them, replies read by the contract's schemas.
import * as z from 'zod/mini';
import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { API } from '../../src/domain/api-paths';
import { SECRECY_TEXT } from '../../src/content/secrecy';
import { enrolmentReplySchema, enrolmentText, type DeviceKey } from '../../src/domain/enrolment';
import { problemSchema, type Problem } from '../../src/domain/problem';
import type { SealingKey } from '../../src/domain/sealing';
import { sealBytesToNetwork } from '../../src/seal/seal-to-network';
import type { PhotoName, Sighting } from '../../src/domain/sighting';
import { requestText, SIGNATURE_HEADER, TIME_HEADER } from '../../src/domain/signed-request';
import {
  photoStatusSchema,
  syncReplySchema,
  type Change,
  type Operation,
  type OperationKind,
  type OperationResult,
  type PhotoStatus,
  type SyncReply,
} from '../../src/domain/sync-protocol';
import { sealedOnce } from '../support/sealing';
import { aSighting, testId } from '../support/sightings';
import type { TestNetwork, TestServer } from '../support/server';

const privateKeys = new Map<string, KeyObject>();
const keysByLetter = new Map<string, DeviceKey>();

/** A fresh key; its private half stays here for `signedBy`. */
export function freshKey(): DeviceKey {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const key: DeviceKey = { kty: 'EC', crv: 'P-256', x: jwk.x!, y: jwk.y! };
  privateKeys.set(key.x, createPrivateKey({ key: jwk, format: 'jwk' }));
  return key;
}

/** The same key for the same letter. */
export function aKey(letter = 'A'): DeviceKey {
  const key = keysByLetter.get(letter) ?? freshKey();
  keysByLetter.set(letter, key);
  return key;
}

export function signedBy(key: DeviceKey, text: string): string {
  const privateKey = privateKeys.get(key.x);
  if (privateKey === undefined) throw new Error('not a key of this file');
  return sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
}

export function enrolmentBody(code: string, key = aKey()): object {
  const request = {
    protocol: 1,
    invitation: code,
    deviceKey: key,
    device: { appVersion: 'test', system: 'other' as const },
    secrecyAcceptedAt: '2026-11-24T00:00:00.000Z',
    secrecyText: SECRECY_TEXT.version,
  };
  return { ...request, proof: signedBy(key, enrolmentText(request)) };
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** @throws when the reply is no problem document: every failure of the API has to be one */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`${response.status} with ${type}`);
  const problem = z.parse(problemSchema, await response.json());
  if (problem.status !== response.status) throw new Error(`${problem.status} in a ${response.status}`);
  return problem;
}

export function anOperation<K extends OperationKind>(
  kind: K,
  body: object,
  change: Partial<Operation> = {},
): Operation {
  const id = testId();
  return {
    id,
    kind,
    body: JSON.stringify(body),
    sealed: false,
    createdAt: '2026-11-24T00:00:20.000Z',
    ...change,
  };
}

export function submit(change: Partial<Sighting> = {}): Operation {
  return anOperation('sighting.submit', aSighting(change));
}

export class Phone {
  cursor: string | null = null;
  readonly changes: Change[] = [];

  constructor(
    readonly url: string,
    readonly token: string,
    readonly memberId: string,
    readonly key: DeviceKey,
    /** the clock by which requests are signed; the server's own, unless a test sets it wrong */
    readonly now: () => Date,
    readonly sealing: { key: SealingKey; settled(): Promise<void> },
  ) {}

  /** Token and signature for one request. @param body exactly as it travels */
  signed(
    method: string,
    path: string,
    body: string | Uint8Array = '',
    change: { key?: DeviceKey; now?: Date } = {},
  ): Record<string, string> {
    const time = (change.now ?? this.now()).toISOString();
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const text = requestText({ method, path, bodySha256, time });
    return {
      authorization: `Bearer ${this.token}`,
      [TIME_HEADER]: time,
      [SIGNATURE_HEADER]: signedBy(change.key ?? this.key, text),
    };
  }

  /** The raw answer, for what is not a success. What must be sealed is sealed, the same bytes each time. */
  async post(operations: readonly Operation[], change: object = {}): Promise<Response> {
    return this.postAsIs(await Promise.all(operations.map((each) => this.asSent(each))), change);
  }

  asSent(operation: Operation): Promise<Operation> {
    return sealedOnce(operation, this.sealing.key);
  }

  postAsIs(operations: readonly Operation[], change: object = {}): Promise<Response> {
    const body = JSON.stringify({
      protocol: 1,
      deviceClock: { at: new Date().toISOString(), zone: 'Asia/Tokyo' },
      cursor: this.cursor,
      operations,
      ...change,
    });
    return postJson(this.url + API.sync, body, this.signed('POST', API.sync, body));
  }

  /** Sends and pulls everything there is, as the engine does. @returns results of the operations */
  async sync(...operations: Operation[]): Promise<OperationResult[]> {
    const first = await this.once(operations);
    let { more } = first;
    if (operations.length > 0) {
      // What was sealed is opened after the reply; the next round tells of it.
      await this.sealing.settled();
      ({ more } = await this.once([]));
    }
    while (more) ({ more } = await this.once([]));
    return first.results;
  }

  async once(operations: readonly Operation[]): Promise<SyncReply> {
    const response = await this.post(operations);
    if (response.status !== 200) throw new Error(`sync: ${response.status} ${await response.text()}`);
    const reply = z.parse(syncReplySchema, await response.json());
    this.changes.push(...reply.changes);
    this.cursor = reply.cursor;
    return reply;
  }

  changesOf(kind: string, id?: string): Change[] {
    return this.changes.filter((change) => change.kind === kind && (id === undefined || change.id === id));
  }

  photoPart(
    sha256: string,
    part: Uint8Array,
    from: number,
    total: number,
    type = 'application/octet-stream',
  ) {
    return fetch(this.url + API.photo(sha256), {
      method: 'PUT',
      headers: {
        ...this.signed('PUT', API.photo(sha256), part),
        'content-type': type,
        'content-range': `bytes ${from}-${from + part.length - 1}/${total}`,
      },
      body: Buffer.from(part),
    });
  }

  async photoStatus(sha256: string): Promise<PhotoStatus> {
    const headers = this.signed('GET', API.photo(sha256));
    const response = await fetch(this.url + API.photo(sha256), { headers });
    return z.parse(photoStatusSchema, await response.json());
  }
}

export async function enrolPhone(server: TestServer, network: TestNetwork, key = aKey()): Promise<Phone> {
  const { code } = await network.createInvitation();
  return enrolByCode(server.url, code, {
    key,
    now: () => server.store.now(),
    settled: () => server.deps.opening.idle(),
  });
}

/** Also at a server in a process of its own. */
export async function enrolByCode(
  url: string,
  code: string,
  { key, now, settled }: { key: DeviceKey; now(): Date; settled(): Promise<void> },
): Promise<Phone> {
  const response = await postJson(url + API.enrolments, enrolmentBody(code, key));
  const reply = z.parse(enrolmentReplySchema, await response.json());
  return new Phone(url, reply.token, reply.member.id, key, now, { key: reply.network.sealingKey!, settled });
}

/** The photo as it travels for this record, and how its sighting names it. */
export async function sealedPhoto(
  phone: Phone,
  recordId: string,
  photo: { name: PhotoName; bytes: Uint8Array },
): Promise<{ name: PhotoName; bytes: Uint8Array }> {
  const context = { operationId: recordId, kind: 'photo' };
  const bytes = await sealBytesToNetwork(new Uint8Array(photo.bytes), phone.sealing.key, context);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: { ...photo.name, sha256, bytes: bytes.length }, bytes };
}

/** 8 × 8 px of grey. */
const SMALL_JPEG = Buffer.from(
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALAB/9k=',
  'base64',
);
const SEGMENT_MAX = 60_000;

/** A real JPEG of exactly this many bytes (≥ 300), filled up with comments of one letter. */
export function jpegOf(length: number, letter: number): Uint8Array {
  const comments: Buffer[] = [];
  for (let left = length - SMALL_JPEG.length; left > 0;) {
    // a segment is at least its marker and its length; never leave a rest too short to be one
    const size = left > SEGMENT_MAX + 8 ? SEGMENT_MAX : left;
    const segment = Buffer.alloc(size, letter);
    segment.set([0xff, 0xfe, (size - 2) >> 8, (size - 2) & 0xff]);
    comments.push(segment);
    left -= size;
  }
  return new Uint8Array(Buffer.concat([SMALL_JPEG.subarray(0, 2), ...comments, SMALL_JPEG.subarray(2)]));
}

/** A picture, and how a sighting names it. */
export function aPhoto(length = 150_000, letter = 7): { name: PhotoName; bytes: Uint8Array } {
  const bytes = jpegOf(length, letter);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: { sha256, type: 'image/jpeg', bytes: length }, bytes };
}

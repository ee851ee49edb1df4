// How a sealed body looks: a small readable header, then HPKE. The header names the network's key, nothing of the record.
//
//   1 byte   version, 1
//   1 byte   flags: bit 0 = squeezed (zlib) before sealing
//   1 byte   length n of the key id
//   n bytes  key id, ASCII
//   65 bytes encapsulated key (uncompressed P-256 point)
//   rest     AES-256-GCM ciphertext and tag
//
// The whole header is part of what is authenticated, with the operation's id and kind: a sealed body moved to another
// operation, another kind or another key does not open. @see RFC 9180

export const SEALED_VERSION = 1;
export const FLAG_SQUEEZED = 1;
const ENCAPSULATED_BYTES = 65;
const TAG_BYTES = 16;
/** Most bytes sealing adds to what it seals. */
export const SEALING_OVERHEAD_BYTES = 3 + 64 + ENCAPSULATED_BYTES + TAG_BYTES;

/** What a sealed body belongs to; both sides must know it. */
export interface SealContext {
  /** id of the operation; for a photo the id of its record */
  operationId: string;
  /** kind of the operation, or `photo` */
  kind: string;
}

export interface SealedParts {
  header: Uint8Array<ArrayBuffer>;
  squeezed: boolean;
  keyId: string;
  encapsulated: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
}

/** Sealing or opening failed; `reason` is for the desk, never for the log of contents. */
export class Unopenable extends Error {
  constructor(readonly reason: 'malformed' | 'unknown-key' | 'wrong-key-or-changed' | 'too-large') {
    super(reason);
  }
}

export function sealedHeader(keyId: string, squeezed: boolean): Uint8Array<ArrayBuffer> {
  const id = new TextEncoder().encode(keyId);
  return Uint8Array.of(SEALED_VERSION, squeezed ? FLAG_SQUEEZED : 0, id.length, ...id);
}

/** @throws Unopenable malformed */
export function takeApart(sealed: Uint8Array<ArrayBuffer>): SealedParts {
  const idLength = sealed[2] ?? 0;
  const headerLength = 3 + idLength;
  const flags = sealed[1] ?? 0;
  const isWhole = sealed.length >= headerLength + ENCAPSULATED_BYTES + TAG_BYTES && idLength > 0;
  if (!isWhole || sealed[0] !== SEALED_VERSION || (flags & ~FLAG_SQUEEZED) !== 0)
    throw new Unopenable('malformed');
  const afterKey = headerLength + ENCAPSULATED_BYTES;
  return {
    header: sealed.slice(0, headerLength),
    squeezed: (flags & FLAG_SQUEEZED) !== 0,
    keyId: new TextDecoder().decode(sealed.subarray(3, headerLength)),
    encapsulated: sealed.slice(headerLength, afterKey),
    ciphertext: sealed.slice(afterKey),
  };
}

/** HPKE's `info`: what this use is, and for which key. */
export function sealInfo(keyId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`mimamori-note sealed body v${SEALED_VERSION} key ${keyId}`);
}

/** HPKE's `aad`: the header and what the body belongs to. */
export function sealAad(
  header: Uint8Array<ArrayBuffer>,
  { operationId, kind }: SealContext,
): Uint8Array<ArrayBuffer> {
  const context = new TextEncoder().encode(`${kind}\n${operationId}`);
  const aad = new Uint8Array(header.length + context.length);
  aad.set(header);
  aad.set(context, header.length);
  return aad;
}

// Compression before sealing: a sealed body cannot be compressed afterwards. Unsqueezing is capped, so that a small
// sealed body cannot fill the memory of whoever opens it.

/** zlib (RFC 1950) where the platform has it and it helps; null: leave the bytes as they are */
export async function squeeze(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const squeezed = new Uint8Array(
    await new Response(
      new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate')),
    ).arrayBuffer(),
  );
  return squeezed.length < plain.length ? squeezed : null;
}

/** @param maxBytes of the result. @throws RangeError beyond it; TypeError when the bytes are no zlib stream */
export async function unsqueeze(
  squeezed: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([squeezed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const step = await reader.read();
    if (step.done) break;
    length += step.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError('unsqueezed beyond the limit');
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

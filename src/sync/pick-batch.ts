// Which waiting operations go in the next request. Pure.
// Records are independent; within one record the phone's order is kept (law 5).
import type { OutboxItem } from './outbox-item';

/** First request of a round: small, so that a weak signal carries at least something (law 7). */
export const FIRST_BATCH_BYTES = 16 * 1024;
export const BATCH_BYTES = 256 * 1024;
/** What the envelope of one operation adds around its body, bytes, about. */
const ENVELOPE_BYTES = 220;

export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Bytes of one item in a request. */
export function itemBytes(item: OutboxItem): number {
  return utf8Bytes(item.body) + ENVELOPE_BYTES;
}

export interface Held {
  /** records none of whose operations may go now: their sighting was refused, or an earlier one waits */
  records: ReadonlySet<string>;
}

/**
 * The longest run of sendable items within `limitBytes` and `limitCount`; a single larger item goes alone.
 * @param waiting in the phone's order
 */
export function pickBatch(
  waiting: readonly OutboxItem[],
  held: Held,
  limitBytes: number,
  limitCount: number,
): OutboxItem[] {
  const batch: OutboxItem[] = [];
  const passed = new Set<string>();
  let bytes = 0;
  for (const item of waiting) {
    if (batch.length >= limitCount) break;
    if (held.records.has(item.recordId) || passed.has(item.recordId)) continue;
    const size = itemBytes(item);
    if (batch.length > 0 && bytes + size > limitBytes) {
      // A later, smaller item of another record may still fit; nothing of this record may overtake it.
      passed.add(item.recordId);
      continue;
    }
    batch.push(item);
    bytes += size;
  }
  return batch;
}

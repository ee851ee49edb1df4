// 救出ファイル: what a phone had not sent when it was stopped or erased, sealed to the network's key as one file.
// Nobody but the secretariat can read it; the desk takes its operations in as if the phone had sent them itself.
//
//   MIMAMORI-RESCUE/1 <device id>\n     readable, and part of what the seal authenticates
//   sealed JSON of `rescueSchema`
import * as z from 'zod/mini';
import { idSchema, instantSchema, sha256Schema } from './ids';
import { operationSchema } from './sync-protocol';

export const RESCUE_DAYS = 30;
/** Largest file the desk takes, and largest content after opening, bytes. */
export const RESCUE_FILE_MAX_BYTES = 32 * 1024 * 1024;
export const RESCUE_CONTENT_MAX_BYTES = 64 * 1024 * 1024;
/** `kind` of the seal's context; its id is the device's. */
export const RESCUE_KIND = 'rescue';

export const rescueSchema = z.strictObject({
  version: z.literal(1),
  deviceClock: z.strictObject({ at: instantSchema, zone: z.string().check(z.maxLength(64)) }),
  /** in the phone's order, byte for byte as they would have been sent */
  operations: z.array(operationSchema),
  /** as they would have been sent; `bytes` in base64url */
  photos: z.array(z.strictObject({ sha256: sha256Schema, bytes: z.string() })),
  /** never finished by the member, so never taken in as reports */
  drafts: z.array(z.strictObject({ id: idSchema, createdAt: instantSchema, answers: z.unknown() })),
});
export type Rescue = z.infer<typeof rescueSchema>;
/** As gathered on the phone, before it is written out. */
export type RescueContent = Omit<Rescue, 'version' | 'photos'> & {
  photos: { sha256: string; bytes: Uint8Array }[];
};

const HEADER = /^MIMAMORI-RESCUE\/1 ([0-9a-f-]{36})\n/;
const HEADER_BYTES = 'MIMAMORI-RESCUE/1 '.length + 36 + 1;

export function rescueFile(deviceId: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`MIMAMORI-RESCUE/1 ${deviceId}\n`);
  const file = new Uint8Array(header.length + sealed.length);
  file.set(header);
  file.set(sealed, header.length);
  return file;
}

/** @returns null when it is no rescue file */
export function parseRescueFile(
  file: Uint8Array,
): { deviceId: string; sealed: Uint8Array<ArrayBuffer> } | null {
  const match = HEADER.exec(new TextDecoder('latin1').decode(file.subarray(0, HEADER_BYTES)));
  if (match === null || !z.safeParse(idSchema, match[1]).success) return null;
  return { deviceId: match[1]!, sealed: new Uint8Array(file.subarray(HEADER_BYTES)) };
}

/** @param day YYYY-MM-DD on the phone */
export const rescueFileName = (day: string) => `mimamori-rescue-${day.replaceAll('-', '')}.bin`;

/** What the desk learns from reading one in. */
export const rescueResultSchema = z.object({
  memberName: z.string(),
  taken: z.int(),
  /** had arrived before */
  known: z.int(),
  refused: z.int(),
  photos: z.int(),
  drafts: z.int(),
});
export type RescueResult = z.infer<typeof rescueResultSchema>;

// What a phone signs with its device key, and what the network signs to phones: the exact texts, so that both sides agree to
// the byte. The first line names the use, so that a signature made for one is worth nothing for another.
import * as z from 'zod/mini';
import { idSchema, instantSchema } from './ids';

export const TIME_HEADER = 'x-mimamori-time';
export const SIGNATURE_HEADER = 'x-mimamori-signature';
/** How far the signed time may be from the server's clock, either way. */
export const SIGNED_TIME_WINDOW_MS = 5 * 60_000;

/** ECDSA P-256 with SHA-256, 64 bytes (r ‖ s) in base64url. @see RFC 7518 §3.4 */
export const signatureSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));

export interface SignedRequest {
  method: string;
  /** without origin and query */
  path: string;
  /** 64 hex digits, over the body as it travels (after gzip); of nothing when there is none */
  bodySha256: string;
  /** ISO instant by the phone's clock, corrected by the measured offset */
  time: string;
}
export const requestText = ({ method, path, bodySha256, time }: SignedRequest) =>
  ['mimamori-request/1', method, path, bodySha256, time].join('\n');

/** 消去の指示: what a stopped phone is told, signed by its network. Unsigned or forged, it is only a pause. */
export const wipeOrderSchema = z.object({
  deviceId: idSchema,
  /** when the device was stopped, by the server's clock */
  stoppedAt: instantSchema,
  signature: signatureSchema,
});
export type WipeOrder = z.infer<typeof wipeOrderSchema>;
export const wipeText = ({ deviceId, stoppedAt }: Pick<WipeOrder, 'deviceId' | 'stoppedAt'>) =>
  ['mimamori-wipe/1', deviceId, stoppedAt].join('\n');

// Signatures of the phone's own key, and checking the network's. ECDSA P-256 with SHA-256, 64 bytes (r ‖ s) as base64url.
// @see RFC 7518 §3.4. The private key stays a CryptoKey that no script can read out.
import { enrolmentText, type DeviceKey, type EnrolmentRequest } from '../domain/enrolment';
import { requestText, wipeText, type WipeOrder } from '../domain/signed-request';
import { toBase64url } from './base64url';
import { sha256Hex } from './digest';
import { isSignedByNetwork } from './verify-network';

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

async function signText(privateKey: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign(ECDSA, privateKey, new TextEncoder().encode(text));
  return toBase64url(new Uint8Array(signature));
}

/** @param body as it travels, after gzip @param time ISO instant, corrected by the measured offset */
export async function signRequest(
  privateKey: CryptoKey,
  request: { method: string; path: string; body: Uint8Array<ArrayBuffer>; time: string },
): Promise<string> {
  const { method, path, time } = request;
  return signText(privateKey, requestText({ method, path, time, bodySha256: await sha256Hex(request.body) }));
}

/** Proves to the server that this phone holds the key it names. */
export async function withProof(
  privateKey: CryptoKey,
  request: Omit<EnrolmentRequest, 'proof'>,
): Promise<EnrolmentRequest> {
  return { ...request, proof: await signText(privateKey, enrolmentText(request)) };
}

/** @returns true only when the network's key signed exactly this order for exactly this phone */
export async function isOurWipeOrder(
  order: WipeOrder,
  deviceId: string,
  networkVerifyKey: DeviceKey,
): Promise<boolean> {
  return order.deviceId === deviceId && isSignedByNetwork(networkVerifyKey, wipeText(order), order.signature);
}

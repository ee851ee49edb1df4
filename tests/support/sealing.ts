// A network's key pair for tests, what a test phone seals with, and a look inside what it sent.
import type { SealingKey, SealingPort } from '../../src/domain/sealing';
import { createDraftKey } from '../../src/seal/draft-key';
import { createOpeningKey, openSealed, type OpeningKey } from '../../src/seal/open-sealed';
import { sealToNetwork } from '../../src/seal/seal-to-network';
import { sealingPort } from '../../src/seal/sealing-port';
import type { Operation } from '../../src/domain/sync-protocol';
import { mustBeSealed } from '../../src/domain/sealing';
import { keepDraftKey } from '../../src/storage/device-store';
import type { PhoneDatabase } from '../../src/storage/db';
import { DEMO_NETWORK, DRIVER } from './samples';

let pair: Promise<{ key: OpeningKey; sealingKey: SealingKey }> | null = null;

/** The same pair in one test file. */
export function testKey(): Promise<{ key: OpeningKey; sealingKey: SealingKey }> {
  pair ??= createOpeningKey('test-key').then(({ key, publicKey }) => ({
    key,
    sealingKey: { id: key.id, publicKey },
  }));
  return pair;
}

/** As page and worker build it. */
export function portOf(db: PhoneDatabase): SealingPort {
  return sealingPort(
    () => keepDraftKey(db, createDraftKey),
    () => import('../../src/seal/seal-to-network'),
  );
}

/** Registers the phone with a network whose key is the test's, unless it is registered already. */
export async function knowKey(db: PhoneDatabase): Promise<void> {
  if ((await db.device.get('registration')) !== undefined) return;
  const { sealingKey } = await testKey();
  await db.device.put({
    key: 'registration',
    value: {
      deviceId: '01900000-0000-7000-8000-000000000004',
      token: 'x'.repeat(43),
      member: DRIVER,
      network: { ...DEMO_NETWORK, sealingKey },
      networkVerifyKey: null,
    },
  });
}

/** What is inside, as the secretariat reads it. */
export async function opened(operation: { id: string; kind: string; body: string }): Promise<unknown> {
  const { key } = await testKey();
  const context = { operationId: operation.id, kind: operation.kind };
  const plain = await openSealed(operation.body, () => key, context, 1_000_000);
  return JSON.parse(new TextDecoder().decode(plain));
}

const once = new Map<string, Promise<string>>();

/** The operation as it travels: sealed where it must be, and the same bytes for the same content every time. */
export async function sealedOnce(operation: Operation, key: SealingKey): Promise<Operation> {
  if (operation.sealed || !mustBeSealed(operation.kind)) return operation;
  const name = JSON.stringify([key.id, operation.id, operation.kind, operation.body]);
  const context = { operationId: operation.id, kind: operation.kind };
  const sealing = once.get(name) ?? sealToNetwork(new TextEncoder().encode(operation.body), key, context);
  once.set(name, sealing);
  return { ...operation, body: await sealing, sealed: true };
}

// Opens one sealed body and reads it by the schema of its kind. Stores nothing, logs nothing of what it reads.
import type * as z from 'zod/mini';
import type { UnreadableReason } from '../../src/domain/desk-contract';
import { OPERATION_BODY_MAX, operationBodySchemas, type OperationKind } from '../../src/domain/sync-protocol';
import { openSealed } from '../../src/seal/open-sealed';
import { Unopenable } from '../../src/seal/sealed-form';
import { checkShape } from '../check-shape';
import type { SealingKeys } from './sealing-keys';

export type Opened = { status: 'opened'; body: object } | { status: 'unreadable'; reason: UnreadableReason };

export async function openOperation(
  keys: SealingKeys,
  networkId: string,
  operation: { id: string; kind: OperationKind; body: string },
): Promise<Opened> {
  let plain: Uint8Array;
  try {
    plain = await openSealed(
      operation.body,
      (keyId) => keys.find(networkId, keyId),
      { operationId: operation.id, kind: operation.kind },
      OPERATION_BODY_MAX,
    );
  } catch (error) {
    if (error instanceof Unopenable) return { status: 'unreadable', reason: error.reason };
    throw error;
  }
  const body = readBody(operation.kind, plain);
  return body === null ? { status: 'unreadable', reason: 'invalid-body' } : { status: 'opened', body };
}

function readBody(kind: OperationKind, plain: Uint8Array): object | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return null;
  }
  const schema: z.core.$ZodType<object> = operationBodySchemas[kind];
  const checked = checkShape(schema, json);
  return checked.ok ? checked.value : null;
}

// Operations as they came from the phones, byte for byte, each id once for ever and across all kinds (law 2).
// The other bytes of a conflict are kept too: a human decides, nothing is thrown away.
import type { Operation } from '../../src/domain/sync-protocol';
import type { Device } from './devices';
import type { Db, Writing } from './ports';

export interface KnownOperation {
  networkId: string;
  memberId: string;
  kind: string;
  bodySha256: string;
  recordId: string;
}

/** Looks in every network: an id names one operation in the world. */
export async function findOperation(db: Db, id: string): Promise<KnownOperation | null> {
  const row = await db
    .selectFrom('operations')
    .select(['network_id', 'member_id', 'kind', 'body_sha256', 'record_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    networkId: row.network_id,
    memberId: row.member_id,
    kind: row.kind,
    bodySha256: row.body_sha256,
    recordId: row.record_id,
  };
}

/** Whether the member took this record back, before or after it arrived. */
export async function wasWithdrawn(
  { db, networkId }: Writing,
  memberId: string,
  recordId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('operations')
    .select('id')
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('record_id', '=', recordId)
    .where('kind', '=', 'sighting.withdraw')
    .executeTakeFirst();
  return row !== undefined;
}

export async function addOperation(
  { db, networkId, at }: Writing,
  device: Device,
  operation: Operation,
  more: { bodySha256: string; recordId: string; clockOffsetMs: number; zone: string },
): Promise<void> {
  await db
    .insertInto('operations')
    .values({
      id: operation.id,
      network_id: networkId,
      member_id: device.memberId,
      device_id: device.id,
      kind: operation.kind,
      record_id: more.recordId,
      body: operation.body,
      body_sha256: more.bodySha256,
      created_at: operation.createdAt,
      clock_offset_ms: more.clockOffsetMs,
      zone: more.zone,
      received_at: at,
    })
    .execute();
}

/** @returns false when exactly these bytes were kept before */
export async function keepConflict(
  { db, networkId, at }: Writing,
  device: Device,
  operation: Operation,
  bodySha256: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('operation_conflicts')
    .values({
      operation_id: operation.id,
      network_id: networkId,
      member_id: device.memberId,
      device_id: device.id,
      kind: operation.kind,
      body: operation.body,
      body_sha256: bodySha256,
      received_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

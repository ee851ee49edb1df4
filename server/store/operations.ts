// Operations as they came from the phones, byte for byte, each id once for ever and across all kinds (law 2).
// The other bytes of a conflict are kept too: a human decides, nothing is thrown away.
import type { Operation } from '../../src/domain/sync-protocol';
import type { Device } from './devices';
import type { Db, Writing } from './ports';
import type { StoreSchema } from './schema';

export interface KnownOperation {
  networkId: string;
  memberId: string;
  kind: string;
  bodySha256: string;
  recordId: string;
  opening: StoreSchema['operations']['opening']['__select__'];
}

/** Looks in every network: an id names one operation in the world. */
export async function findOperation(db: Db, id: string): Promise<KnownOperation | null> {
  const row = await db
    .selectFrom('operations')
    .select(['network_id', 'member_id', 'kind', 'body_sha256', 'record_id', 'opening'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    networkId: row.network_id,
    memberId: row.member_id,
    kind: row.kind,
    bodySha256: row.body_sha256,
    recordId: row.record_id,
    opening: row.opening,
  };
}

interface Arrived {
  bodySha256: string;
  recordId: string;
  clockOffsetMs: number;
  zone: string;
  /** place among the network's sealed operations; null: a plain one */
  arrival: number | null;
}
const sealedColumns = ({ arrival }: Arrived) =>
  arrival === null
    ? { sealed: 0, opening: 'plain' as const, arrival: 0 }
    : { sealed: 1, opening: 'waiting' as const, arrival };

/** The mended body takes the place of the refused one; what was refused is kept beside it. */
export async function replaceRefused(
  writing: Writing,
  device: Device,
  operation: Operation,
  more: Arrived,
): Promise<void> {
  const { db, networkId, at } = writing;
  const old = await db
    .selectFrom('operations')
    .select(['id', 'kind', 'body', 'body_sha256'])
    .where('network_id', '=', networkId)
    .where('id', '=', operation.id)
    .executeTakeFirstOrThrow();
  await keepConflict(writing, device, old, old.body_sha256);
  await db
    .updateTable('operations')
    .set({
      device_id: device.id,
      body: operation.body,
      body_sha256: more.bodySha256,
      created_at: operation.createdAt,
      clock_offset_ms: more.clockOffsetMs,
      zone: more.zone,
      received_at: at,
      refused_reason: null,
      ...sealedColumns(more),
    })
    .where('network_id', '=', networkId)
    .where('id', '=', operation.id)
    .execute();
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
  more: Arrived,
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
      ...sealedColumns(more),
    })
    .execute();
}

/** @returns false when exactly these bytes were kept before */
export async function keepConflict(
  { db, networkId, at }: Writing,
  device: Device,
  operation: Pick<Operation, 'id' | 'kind' | 'body'>,
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

// Sealed operations that are not opened yet, in the order they came.
import type { UnreadableReason } from '../../src/domain/desk-contract';
import type { Operation } from '../../src/domain/sync-protocol';
import type { Device } from './devices';
import type { Db, Writing } from './ports';

/** What effects need to know of it: as at its arrival. */
export interface ArrivalOf {
  device: Pick<Device, 'id' | 'memberId'>;
  operation: Pick<Operation, 'id' | 'kind'>;
  clockOffsetMs: number;
  zone: string;
}
export interface WaitingOperation {
  operation: Pick<Operation, 'id' | 'kind' | 'body'>;
  arrival: ArrivalOf;
}

/** Networks that have any. */
export async function waitingNetworks(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('operations')
    .select('network_id')
    .distinct()
    .where('opening', '=', 'waiting')
    .execute();
  return rows.map((row) => row.network_id);
}

/** @param except ids to pass over */
export async function waitingOperations(
  db: Db,
  networkId: string,
  most: number,
  except: readonly string[],
): Promise<WaitingOperation[]> {
  let query = db
    .selectFrom('operations')
    .select(['id', 'kind', 'body', 'member_id', 'device_id', 'clock_offset_ms', 'zone'])
    .where('network_id', '=', networkId)
    .where('opening', '=', 'waiting');
  if (except.length > 0) query = query.where('id', 'not in', except);
  const rows = await query.orderBy('arrival').limit(most).execute();
  return rows.map(({ id, kind, body, ...row }) => ({
    operation: { id, kind, body },
    arrival: {
      device: { id: row.device_id, memberId: row.member_id },
      operation: { id, kind },
      clockOffsetMs: row.clock_offset_ms,
      zone: row.zone,
    },
  }));
}

export async function isWaiting(db: Db, networkId: string, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('operations')
    .select('id')
    .where('network_id', '=', networkId)
    .where('member_id', '=', memberId)
    .where('opening', '=', 'waiting')
    .executeTakeFirst();
  return row !== undefined;
}

export async function settleOpening(
  { db, networkId }: Writing,
  id: string,
  end: { opening: 'opened' | 'refused'; recordId: string; reason: UnreadableReason | null },
): Promise<void> {
  await db
    .updateTable('operations')
    .set({ opening: end.opening, record_id: end.recordId, refused_reason: end.reason })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('opening', '=', 'waiting')
    .execute();
}

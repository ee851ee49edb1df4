// Receives the operations of one request: each with its effect, audit row and feed rows in a savepoint of its own,
// all under the lock of the network, committed together. Answers nothing before the commit.
//
//   id not there yet ── body and predecessor fine ── effect done ──> accepted
//        │                     └── refused, or a bug in our code ──> rejected   (not recorded as received)
//   id there, same member, kind and bytes ─────────────────────────> duplicate
//   id there, anything else ───────────────────────────────────────> conflict   (the other bytes are kept)
import type * as z from 'zod/mini';
import {
  operationBodySchemas,
  type Operation,
  type OperationResult,
  type Receipt,
  type SyncRequest,
} from '../../src/domain/sync-protocol';
import { writeAudit } from '../audit';
import { logError, type Log } from '../log';
import { sha256Of } from '../secrets';
import { addCaseEvent, changeCase, readCase } from '../store/cases';
import type { Device } from '../store/devices';
import {
  addOperation,
  findOperation,
  keepConflict,
  replaceRefused,
  type KnownOperation,
} from '../store/operations';
import { nextNumber } from '../store/feed';
import type { Store, Writing } from '../store/ports';
import { isStoreTrouble } from '../store/trouble';
import { mustBeSealed } from '../../src/domain/sealing';
import { admitSighting, effects, type Arrival, type Effect } from './effects';
import { checkShape } from '../check-shape';
import { Refused } from '../refused';

/** @throws when the store cannot take writes now: then nothing of the batch is stored */
export async function receiveBatch(
  store: Store,
  log: Log,
  device: Device,
  request: SyncRequest,
): Promise<OperationResult[]> {
  if (request.operations.length === 0) return [];
  return store.write(device.networkId, async (writing) => {
    const clockOffsetMs = Date.parse(writing.at) - Date.parse(request.deviceClock.at);
    const results: OperationResult[] = [];
    for (const operation of request.operations)
      results.push(
        await receiveOne(writing, log, { device, operation, clockOffsetMs, zone: request.deviceClock.zone }),
      );
    return results;
  });
}

interface Received extends Arrival {
  device: Device;
  operation: Operation;
}

async function receiveOne(writing: Writing, log: Log, arrival: Received): Promise<OperationResult> {
  const { id } = arrival.operation;
  try {
    return await writing.apart(async () => {
      const known = await findOperation(writing.db, id);
      if (known !== null && !mayReplace(writing, arrival, known)) return answerAgain(writing, arrival, known);
      return accept(writing, arrival, known);
    });
  } catch (error) {
    if (error instanceof Refused) return { id, outcome: 'rejected', problem: error.problem };
    if (isStoreTrouble(error)) throw error;
    logError(log, error, { operation: id, device: arrival.device.id });
    return { id, outcome: 'rejected', problem: 'internal' };
  }
}

/** A mended body in the place of one that could not be read: other bytes, same id, same member. */
function mayReplace(writing: Writing, { device, operation }: Received, known: KnownOperation): boolean {
  return (
    known.opening === 'refused' &&
    known.networkId === writing.networkId &&
    known.memberId === device.memberId &&
    known.kind === operation.kind &&
    known.bodySha256 !== sha256Of(operation.body)
  );
}

async function accept(
  writing: Writing,
  arrival: Received,
  known: KnownOperation | null,
): Promise<OperationResult> {
  const { operation, device } = arrival;
  if (operation.sealed !== mustBeSealed(operation.kind))
    throw new Refused(operation.sealed ? 'invalid-body' : 'must-be-sealed');
  if (operation.after !== undefined) {
    const before = await findOperation(writing.db, operation.after);
    if (before?.memberId !== device.memberId) throw new Refused('predecessor-missing');
  }
  const { recordId, receipt } = operation.sealed
    ? { recordId: operation.id, receipt: await keepSealed(writing, arrival) }
    : await takeEffect(writing, arrival);
  const more = {
    bodySha256: sha256Of(operation.body),
    recordId,
    clockOffsetMs: arrival.clockOffsetMs,
    zone: arrival.zone,
    arrival: operation.sealed ? await nextNumber(writing, 'arrival', 0) : null,
  };
  if (known === null) await addOperation(writing, device, operation, more);
  else await replaceRefused(writing, device, operation, more);
  const actor = { kind: 'member' as const, id: device.memberId };
  await writeAudit(writing, actor, `operation:${operation.kind}`, operation.id);
  return { id: operation.id, outcome: 'accepted', ...(receipt === null ? {} : { receipt }) };
}

/** Kept as it came; sealing/opening.ts opens it after the reply. */
function keepSealed(writing: Writing, arrival: Received): Promise<Receipt | null> {
  return arrival.operation.kind === 'sighting.submit'
    ? admitSighting(writing, arrival)
    : Promise.resolve(null);
}

async function takeEffect(writing: Writing, arrival: Received): Promise<{ recordId: string; receipt: null }> {
  const body = parseBody(arrival.operation);
  const effect = effects[arrival.operation.kind] as Effect<unknown>;
  await effect(writing, arrival, body);
  return { recordId: 'recordId' in body ? body.recordId : arrival.operation.id, receipt: null };
}

/** @throws Refused when the text is not the JSON of its kind */
function parseBody(operation: Operation): { recordId: string } | object {
  let json: unknown;
  try {
    json = JSON.parse(operation.body);
  } catch {
    throw new Refused('invalid-body');
  }
  const schema: z.core.$ZodType<{ recordId: string } | object> = operationBodySchemas[operation.kind];
  const checked = checkShape(schema, json);
  if (!checked.ok) throw new Refused('invalid-body');
  return checked.value;
}

async function answerAgain(
  writing: Writing,
  { device, operation }: Received,
  known: KnownOperation,
): Promise<OperationResult> {
  const { id } = operation;
  const bodySha256 = sha256Of(operation.body);
  const own = known.networkId === writing.networkId && known.memberId === device.memberId;
  if (own && known.kind === operation.kind && known.bodySha256 === bodySha256) {
    const record = operation.kind === 'sighting.submit' ? await readCase(writing.db, writing.networkId, id) : null; // prettier-ignore
    const receipt = record === null ? {} : { receipt: { receiptNo: record.receiptNo, receivedAt: record.receivedAt } }; // prettier-ignore
    return { id, outcome: 'duplicate', ...receipt };
  }
  const isNew = await keepConflict(writing, device, operation, bodySha256);
  if (isNew && known.networkId === writing.networkId) {
    const record = await readCase(writing.db, writing.networkId, known.recordId);
    if (record !== null) {
      await addCaseEvent(writing, record.recordId, { by: 'system', kind: 'conflict' });
      await changeCase(writing, record, 'member', {});
    }
    await writeAudit(writing, { kind: 'member', id: device.memberId }, 'operation:conflict', id);
  }
  return { id, outcome: 'conflict', problem: 'same-id-other-bytes' };
}

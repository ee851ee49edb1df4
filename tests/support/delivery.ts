// The real engine on the real stores, with a scripted secretariat and a clock that only moves by hand.
import type { SyncReply, SyncRequest } from '../../src/domain/sync-protocol';
import type { PhoneDatabase } from '../../src/storage/db';
import { queueSighting } from '../../src/storage/outbox-store';
import { storagePorts } from '../../src/storage/storage-ports';
import type { Connection, EnginePorts, TransportOutcome } from '../../src/sync/ports';
import type { Sighting } from '../../src/domain/sighting';
import { freshDatabase } from './phone-database';
import { knowKey, portOf } from './sealing';
import { aSighting, testId } from './sightings';

export class TestClock {
  ms = Date.UTC(2026, 10, 24, 1, 0, 0);
  nowMs = () => this.ms;
  zone = () => 'Asia/Tokyo';
  pass(ms: number) {
    this.ms += ms;
  }
}

/** A secretariat that accepts everything once; `answer` can be replaced for a while. */
export class ScriptedSecretariat implements Connection {
  received = new Map<string, string>();
  requests: SyncRequest[] = [];
  photos = new Map<string, number>();
  /** a function: what the network or server does instead of the usual reply */
  trouble: ((request: SyncRequest, usual: () => SyncReply) => TransportOutcome<SyncReply>) | null = null;
  changes: SyncReply['changes'] = [];
  epoch = 'epoch-one';

  constructor(private readonly clock: TestClock) {}

  usualReply(request: SyncRequest): SyncReply {
    const results = request.operations.map((operation) => {
      const known = this.received.get(operation.id);
      const receipt = {
        receiptNo: `T-2026-${operation.id.slice(-4)}`,
        receivedAt: new Date(this.clock.ms).toISOString(),
      };
      if (known === undefined) {
        this.received.set(operation.id, operation.body);
        return { id: operation.id, outcome: 'accepted' as const, receipt };
      }
      return known === operation.body
        ? { id: operation.id, outcome: 'duplicate' as const, receipt }
        : { id: operation.id, outcome: 'conflict' as const, problem: 'same-id-other-bytes' as const };
    });
    const after = Number(request.cursor ?? 0);
    const changes = this.changes.filter((change) => change.seq > after);
    const cursor = String(changes.at(-1)?.seq ?? after);
    return {
      protocol: 1,
      epoch: this.epoch,
      results,
      changes,
      cursor,
      more: false,
      serverClock: new Date(this.clock.ms).toISOString(),
    };
  }
  sync(request: SyncRequest): Promise<TransportOutcome<SyncReply>> {
    this.requests.push(request);
    const usual = () => this.usualReply(request);
    return Promise.resolve(this.trouble ? this.trouble(request, usual) : { kind: 'reply', value: usual() });
  }
  photoStatus(sha256: string) {
    const received = this.photos.get(sha256) ?? 0;
    return Promise.resolve({ kind: 'reply' as const, value: { received, complete: false } });
  }
  photoPart(photo: { sha256: string; bytes: Uint8Array }, part: { from: number; to: number }) {
    if (part.from === (this.photos.get(photo.sha256) ?? 0)) this.photos.set(photo.sha256, part.to);
    const received = this.photos.get(photo.sha256) ?? 0;
    return Promise.resolve({
      kind: 'reply' as const,
      value: { received, complete: received === photo.bytes.length },
    });
  }
}

export function enginePorts(db: PhoneDatabase, clock: TestClock, connection: Connection | null): EnginePorts {
  return {
    ...storagePorts(db, () => new Date(clock.ms).toISOString(), portOf(db)),
    clock,
    chance: { fraction: () => 0.5 },
    transport: { connect: () => Promise.resolve(connection) },
    // Nothing here is signed by a network: a stop is only a pause. Wipes: tests/storage/wipe.test.ts and the scenarios.
    wipe: { obey: () => Promise.resolve(false) },
  };
}

/** A finished sighting in the outbox. @returns its id */
export async function queueOne(
  db: PhoneDatabase,
  change: Partial<Sighting> = {},
  id: string = testId(),
  createdAt = '2026-11-24T00:00:20.000Z',
): Promise<string> {
  const sighting = aSighting(change);
  await knowKey(db);
  const answers = { place: sighting.place, signs: sighting.signs, troubleTypes: [], careNeeds: [] };
  await queueSighting(
    db,
    portOf(db),
    { id, answers, photos: sighting.photos, createdAt: '2026-11-24T00:00:00.000Z', savedAt: createdAt },
    sighting,
    { id, kind: 'sighting.submit', recordId: id, createdAt },
  );
  return id;
}

/** A phone with its own database and clock, and a secretariat that answers as scripted. */
export function deliveringPhone() {
  const db = freshDatabase();
  const clock = new TestClock();
  const secretariat = new ScriptedSecretariat(clock);
  return { db, clock, secretariat, ports: enginePorts(db, clock, secretariat) };
}

// What the phone knows of itself: its registration, the state between rounds, and the counters of the outbox.
import type { Member } from '../domain/member';
import type { NetworkProfile } from '../domain/network';
import type { DeviceKey } from '../domain/enrolment';
import type { ClockPort, DevicePass, RoundState, RoundStatePort, SignRequest } from '../sync/ports';
import { withReopen, type PhoneDatabase } from './db';

export interface Registration {
  deviceId: string;
  token: string;
  member: Member;
  network: NetworkProfile;
  /** what checks that a wipe order is our network's; null on a phone registered before there was one */
  networkVerifyKey: DeviceKey | null;
}

const FRESH_ROUND: RoundState = {
  cursor: null,
  epoch: null,
  clockOffsetMs: null,
  failures: 0,
  notBeforeMs: null,
  notBeforeAsked: false,
  paused: null,
  lastSuccessAtMs: null,
  provenWriteCount: null,
};

async function get<T>(db: PhoneDatabase, key: string): Promise<T | null> {
  return ((await db.device.get(key))?.value as T | undefined) ?? null;
}

export async function readRegistration(db: PhoneDatabase): Promise<Registration | null> {
  return withReopen(db, () => get<Registration>(db, 'registration'));
}

/** A new registration starts pulling from the beginning and lifts a pause. @param clockOffsetMs server's clock minus ours */
export async function writeRegistration(
  db: PhoneDatabase,
  registration: Registration,
  clockOffsetMs: number | null = null,
): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', db.device, async () => {
      await db.device.put({ key: 'registration', value: registration });
      // A phone that was stopped once and is registered again starts anew; a kept rescue file stays its 30 days.
      await db.device.delete('wiped');
      await db.device.put({ key: 'round', value: { ...FRESH_ROUND, clockOffsetMs } });
    }),
  );
}

/** The network's profile as last told; part of a larger transaction on `device`. */
export async function replaceNetwork(db: PhoneDatabase, network: NetworkProfile): Promise<void> {
  const registration = await get<Registration>(db, 'registration');
  if (registration !== null)
    await db.device.put({ key: 'registration', value: { ...registration, network } });
}

/** The key pair made for a registration that was asked for; the same one is used until an answer came. */
export async function readDeviceKey(db: PhoneDatabase): Promise<CryptoKeyPair | null> {
  return withReopen(db, () => get<CryptoKeyPair>(db, 'deviceKey'));
}
export async function writeDeviceKey(db: PhoneDatabase, pair: CryptoKeyPair): Promise<void> {
  await withReopen(db, () => db.device.put({ key: 'deviceKey', value: pair }));
}

/** The key that encrypts drafts. Two tabs may each have made one at the first start: the one that is there first stays. */
export async function keepDraftKey(db: PhoneDatabase, fresh: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const known = await withReopen(db, () => get<CryptoKey>(db, 'draftKey'));
  if (known !== null) return known;
  const made = await fresh();
  return withReopen(db, () =>
    db.transaction('rw', db.device, async () => {
      const first = await get<CryptoKey>(db, 'draftKey');
      if (first !== null) return first;
      await db.device.put({ key: 'draftKey', value: made });
      return made;
    }),
  );
}

/** The farthest instants an ISO text of four-digit years can name, milliseconds. */
const LAST_INSTANT_MS = 253402300799999;

/**
 * What lets this phone in; null when it is not enrolled.
 * @param sign signs with the device key (only src/seal touches it)
 */
export async function readPass(
  db: PhoneDatabase,
  clock: Pick<ClockPort, 'nowMs'>,
  sign: SignRequest,
): Promise<DevicePass | null> {
  const registration = await readRegistration(db);
  const key = await readDeviceKey(db);
  if (registration === null || key === null) return null;
  return {
    token: registration.token,
    async sign(request) {
      // Read each time: a clock found wrong in the middle of a round counts from the next request on (law 11).
      const { clockOffsetMs } = await withReopen(db, () => readRound(db));
      const nowMs = Math.min(Math.max(clock.nowMs() + (clockOffsetMs ?? 0), 0), LAST_INSTANT_MS);
      const time = new Date(nowMs).toISOString();
      return { time, signature: await sign(key.privateKey, { ...request, time }) };
    },
  };
}

/** An invitation that found no connection, so that nobody types it twice; null forgets it. */
export async function readWaitingCode(db: PhoneDatabase): Promise<string | null> {
  return withReopen(db, () => get<string>(db, 'waitingCode'));
}
export async function writeWaitingCode(db: PhoneDatabase, code: string | null): Promise<void> {
  await withReopen(db, async () => {
    if (code === null) await db.device.delete('waitingCode');
    else await db.device.put({ key: 'waitingCode', value: code });
  });
}

export async function readRound(db: PhoneDatabase): Promise<RoundState> {
  return { ...FRESH_ROUND, ...(await get<RoundState>(db, 'round')) };
}

export function roundStatePort(db: PhoneDatabase): RoundStatePort {
  return {
    read: () => withReopen(db, () => readRound(db)),
    change: (part) =>
      withReopen(db, () =>
        db.transaction('rw', db.device, async () => {
          await db.device.put({ key: 'round', value: { ...(await readRound(db)), ...part } });
        }),
      ),
  };
}

/** Number of the newest write to the outbox. */
export async function readWriteCount(db: PhoneDatabase): Promise<number> {
  return (await get<number>(db, 'writeCount')) ?? 0;
}

/** Next number in the phone's own order; part of the transaction that adds to the outbox. */
export async function nextWrite(db: PhoneDatabase): Promise<number> {
  const next = (await readWriteCount(db)) + 1;
  await db.device.put({ key: 'writeCount', value: next });
  return next;
}

/** The last place and the signs used most, for the next sheet. */
export interface Habits {
  place: string | null;
  signs: Record<string, number>;
}
export async function readHabits(db: PhoneDatabase): Promise<Habits> {
  return (await get<Habits>(db, 'habits')) ?? { place: null, signs: {} };
}
export async function writeHabits(db: PhoneDatabase, habits: Habits): Promise<void> {
  await db.device.put({ key: 'habits', value: habits });
}

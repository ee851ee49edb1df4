// What the phone knows of itself: its registration, the state between rounds, and the counters of the outbox.
import type { Member } from '../domain/member';
import type { NetworkProfile } from '../domain/network';
import type { RoundState, RoundStatePort } from '../sync/ports';
import { withReopen, type PhoneDatabase } from './db';

export interface Registration {
  deviceId: string;
  token: string;
  member: Member;
  network: NetworkProfile;
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

/** A new registration starts pulling from the beginning and lifts a pause. */
export async function writeRegistration(db: PhoneDatabase, registration: Registration): Promise<void> {
  await withReopen(db, () =>
    db.transaction('rw', db.device, async () => {
      await db.device.put({ key: 'registration', value: registration });
      await db.device.put({ key: 'round', value: FRESH_ROUND });
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

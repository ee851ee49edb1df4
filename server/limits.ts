// How much somebody may do: the quotas of the whole server, sizes in one place. Counted in memory: a restart forgives,
// and each process counts for itself. Who is over is told when to come again, in seconds; nothing of theirs is dropped.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from './refused';

/** `points` in `seconds`, counted from the first of them. */
export interface GateSize {
  points: number;
  seconds: number;
}

/**
 * An honest phone never meets one: one that returns with 1,000 sightings and 3,000 photos needs some 10 rounds, 1,000
 * operations and 900,000 KiB. Those counted by address are wide, because a carrier or a town hall may be one address.
 */
export const GATES_BY_DEFAULT = {
  /** every request to the API, before anything is looked up */
  requestsOfAddress: { points: 60_000, seconds: 600 },
  /** Only failures count against enrolment, so that a whole office may enrol from one address. */
  enrolment: { points: 30, seconds: 600 },
  badge: { points: 60, seconds: 600 },
  signInAccountFromAddress: { points: 10, seconds: 900 },
  signInAccount: { points: 100, seconds: 3600 },
  signInAddress: { points: 60, seconds: 900 },
  /** codes of the second factor: six digits, three of them good at any moment */
  codeOfOfficer: { points: 10, seconds: 900 },
  codeOfOfficerInADay: { points: 50, seconds: 86_400 },
  syncOfDevice: { points: 300, seconds: 600 },
  syncOfMember: { points: 600, seconds: 600 },
  operationsOfDevice: { points: 5_000, seconds: 3600 },
  operationsOfMember: { points: 10_000, seconds: 3600 },
  /** a point is a KiB, and each part costs at least one */
  photosOfDevice: { points: 1_048_576, seconds: 3600 },
  photosOfMember: { points: 2_097_152, seconds: 3600 },
  cspReport: { points: 60, seconds: 600 },
} as const satisfies Record<string, GateSize>;

export type GateName = keyof typeof GATES_BY_DEFAULT;
export type GateSizes = Record<GateName, GateSize>;

export interface Gate {
  /** Counts one try, or `points` of them. @throws Refused `too-many-requests` with Retry-After in seconds */
  pass(key: string, points?: number): Promise<void>;
  /** The try was good after all: it does not count. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}
export type Gates = Record<GateName, Gate>;

function openGate({ points, seconds }: GateSize): Gate {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async pass(key, cost = 1) {
      try {
        await limiter.consume(key, cost);
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        const wait = String(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
        throw new Refused('too-many-requests', [], { 'retry-after': wait });
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

export function openGates(sizes: GateSizes): Gates {
  const gates = Object.entries(sizes).map(([name, size]) => [name, openGate(size)]);
  return Object.fromEntries(gates) as Gates;
}

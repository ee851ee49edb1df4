// How often somebody may try. Counted in memory: a restart forgives, and each process counts for itself.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from './refused';

export interface Gate {
  /** Counts one try. @throws Refused `too-many-requests` with Retry-After in seconds */
  pass(key: string): Promise<void>;
  /** The try was good after all: it does not count. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}
export interface Gates {
  enrolment: Gate;
  badge: Gate;
  signInAccountFromAddress: Gate;
  signInAccount: Gate;
  signInAddress: Gate;
}
export type GateSizes = Record<keyof Gates, { points: number; seconds: number }>;

/** Only failures count against enrolment, so that a whole office may enrol from one address. */
export const GATES_BY_DEFAULT: GateSizes = {
  enrolment: { points: 30, seconds: 600 },
  badge: { points: 60, seconds: 600 },
  signInAccountFromAddress: { points: 10, seconds: 900 },
  signInAccount: { points: 100, seconds: 3600 },
  signInAddress: { points: 60, seconds: 900 },
};

function openGate({ points, seconds }: { points: number; seconds: number }): Gate {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async pass(key) {
      try {
        await limiter.consume(key);
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
  return {
    enrolment: openGate(sizes.enrolment),
    badge: openGate(sizes.badge),
    signInAccountFromAddress: openGate(sizes.signInAccountFromAddress),
    signInAccount: openGate(sizes.signInAccount),
    signInAddress: openGate(sizes.signInAddress),
  };
}

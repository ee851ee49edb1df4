// What the routes are given. The app is assembled from it, so that tests hand in their own time, chance and limits.
import type { Config } from './config';
import type { DeskHub } from './desk-hub';
import type { Log } from './log';
import type { Gates } from './limits';
import type { Secrets } from './secrets';
import type { Opening } from './sealing/opening';
import type { SealingKeys } from './sealing/sealing-keys';
import type { SigningKeys } from './signing-keys';
import type { Store } from './store/ports';

export interface Deps {
  config: Pick<Config, 'trustProxy' | 'distFolder' | 'production'>;
  store: Store;
  secrets: Secrets;
  signingKeys: SigningKeys;
  sealingKeys: SealingKeys;
  opening: Opening;
  log: Log;
  hub: DeskHub;
  gates: Gates;
  limits: BodyLimits & { heartbeatMs: number };
  randomBytes(count: number): Uint8Array;
  /** how links begin, e.g. `https://mimamori.example.jp`; known once the server listens */
  origin(): string;
}

/** A body may take `baseMs` and the time its bytes need at `bytesPerSecond`. */
export interface BodyLimits {
  bodyBaseMs: number;
  bodyBytesPerSecond: number;
}
/** The phone waits 30 s + bytes ÷ 2 kB/s (sync law 7); the server is as patient. */
export const LIMITS_BY_DEFAULT: Deps['limits'] = {
  bodyBaseMs: 30_000,
  bodyBytesPerSecond: 2_000,
  heartbeatMs: 20_000,
};

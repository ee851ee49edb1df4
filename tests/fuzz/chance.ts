// Chance with a seed: the same number gives the same run, so that a failure can be looked at again.

export interface Chance {
  /** 0 ≤ x < 1 */
  fraction(): number;
  /** 0 ≤ n < below */
  below(below: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** true with this probability */
  is(probability: number): boolean;
}

/** mulberry32: small, fast, and good enough to choose junk. @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined && choices.length === 0) throw new Error('nothing to choose from');
      return chosen as (typeof choices)[number];
    },
    is: (probability) => fraction() < probability,
  };
}

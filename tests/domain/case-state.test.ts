import { expect, it } from 'vitest';
import { CASE_STATES, mayMove, nextForSecretariat, TRANSITIONS } from '../../src/domain/case-state';
import { stateAfter } from '../../src/domain/instruction';

it("closing needs an instruction first, and withdrawing is the member's alone", () => {
  expect(mayMove('reviewing', 'closed', 'secretariat')).toBe(false);
  expect(mayMove('instructed', 'closed', 'secretariat')).toBe(true);
  expect(mayMove('received', 'withdrawn', 'member')).toBe(true);
  expect(mayMove('received', 'withdrawn', 'secretariat')).toBe(false);
  expect(mayMove('reviewing', 'withdrawn', 'member')).toBe(false);
});

it('no state leads to itself, and every pair not listed is forbidden to all', () => {
  for (const from of CASE_STATES)
    for (const to of CASE_STATES) {
      const listed = TRANSITIONS.some(([f, t]) => f === from && t === to);
      const allowed = (['phone', 'member', 'secretariat'] as const).some((who) => mayMove(from, to, who));
      expect(allowed, `${from} > ${to}`).toBe(listed);
    }
});

it('the desk sees only the steps it may take', () => {
  expect(nextForSecretariat('received')).toEqual(['reviewing']);
  expect(nextForSecretariat('withdrawn')).toEqual([]);
  expect(nextForSecretariat('reviewing')).toEqual(['need_info', 'need_personal', 'instructed', 'merged']);
});

it('T08 asks, T02 asks for the personal report, all others instruct', () => {
  expect([stateAfter('T08'), stateAfter('T02'), stateAfter('T01')]).toEqual([
    'need_info',
    'need_personal',
    'instructed',
  ]);
});

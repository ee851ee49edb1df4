// The bundled packs say what the checked domain package says (tests/fixtures are its files).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as words from '../../src/content/flow-sheet';
import { CASE_STATE_WORDS, CASE_WORDS_SOURCE, DONE_WORDS, OUTCOME_WORDS } from '../../src/content/case-words';
import { HOTLINES } from '../../src/content/hotlines';
import {
  fillTemplate,
  placeholdersOf,
  TEMPLATES,
  TEMPLATES_SOURCE,
} from '../../src/content/instruction-templates';
import { SIGNS, SIGNS_SOURCE } from '../../src/content/signs';
import { TRANSITIONS, CASE_OUTCOMES } from '../../src/domain/case-state';
import { TROUBLE_TYPES } from '../../src/domain/flow-sheet';
import { DONE_CODES } from '../../src/domain/instruction';

interface Field {
  id: string;
  label: string;
  options: { id: string; label: string }[];
}
interface FlowSheet {
  stage1: Field[];
  states: { id: string; label: string }[];
  transitions: { from: string; to: string }[];
  instructionTemplates: { id: keyof typeof TEMPLATES; label: string; body: string }[];
}
interface Signs {
  weights: Record<string, { code: string }>;
  groups: {
    id: string;
    signs: {
      id: string;
      label: string;
      weight: string;
      troubleTypes: string[];
      phrase: string;
      note: string;
    }[];
  }[];
}
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')) as T;
const sheet = read<FlowSheet>('flowsheet.json');
const signs = read<Signs>('signs.json');

describe('the flow sheet', () => {
  const packs: Record<string, Record<string, string>> = {
    place: words.PLACE_WORDS,
    urgency: words.URGENCY_WORDS,
    troubleTypes: words.TROUBLE_WORDS,
    moneyStatus: words.MONEY_WORDS,
    approach: words.APPROACH_WORDS,
    reaction: words.REACTION_WORDS,
    consentShare: words.CONSENT_WORDS,
    ageBand: words.AGE_WORDS,
    household: words.HOUSEHOLD_WORDS,
    careNeeds: words.CARE_WORDS,
    occurredAt: words.OCCURRED_WORDS,
    contactBack: words.CONTACT_BACK_WORDS,
  };
  it('has every field of stage 1, with its label', () => {
    for (const field of sheet.stage1) {
      const id = field.id === 'occurredAt' ? 'occurred' : field.id;
      expect(words.FIELD_WORDS[id as keyof typeof words.FIELD_WORDS]?.label, id).toBe(field.label);
    }
    expect(Object.keys(words.FIELD_WORDS)).toHaveLength(sheet.stage1.length);
  });
  it('has every option in its order and words', () => {
    for (const field of sheet.stage1.filter((each) => each.options.length > 0))
      expect(Object.entries(packs[field.id]!), field.id).toEqual(
        field.options.map(({ id, label }) => [id, label]),
      );
  });
  it('lets a case move along the transitions of the sheet and no others', () => {
    const ours = TRANSITIONS.map(([from, to]) => `${from}>${to}`).sort();
    expect(ours).toEqual(sheet.transitions.map(({ from, to }) => `${from}>${to}`).sort());
  });
  it('names every state in the words of the sheet', () => {
    expect(Object.entries(CASE_STATE_WORDS)).toEqual(sheet.states.map(({ id, label }) => [id, label]));
  });
});

describe('the signs', () => {
  it('are the 53 of the package, word for word', () => {
    const all = signs.groups.flatMap((group) =>
      group.signs.map((sign) => ({ ...sign, group: group.id, weight: signs.weights[sign.weight]!.code })),
    );
    expect(SIGNS).toHaveLength(53);
    expect(SIGNS).toEqual(all);
  });
  it('have unique ids and point to known troubles', () => {
    expect(new Set(SIGNS.map((sign) => sign.id)).size).toBe(SIGNS.length);
    for (const sign of SIGNS) for (const type of sign.troubleTypes) expect(TROUBLE_TYPES).toContain(type);
  });
});

describe('the instruction templates', () => {
  it('are T01–T11 of the package, word for word', () => {
    for (const { id, label, body } of sheet.instructionTemplates)
      expect(TEMPLATES[id]).toEqual({ label, body });
    expect(Object.keys(TEMPLATES)).toHaveLength(sheet.instructionTemplates.length);
  });
  it('show what is still missing after filling', () => {
    const body = TEMPLATES.T01.body;
    expect(placeholdersOf(body)).toEqual(['receiptNo', 'centerPhone', 'centerHours', 'suggestedPhrase']);
    const filled = fillTemplate(body, { receiptNo: 'M-2026-0001', centerPhone: ' ' });
    expect(filled).toContain('受付番号 M-2026-0001');
    expect(placeholdersOf(filled)).toEqual(['centerPhone', 'centerHours', 'suggestedPhrase']);
  });
});

it('every code of an outcome and of what was done has its words', () => {
  expect(Object.keys(OUTCOME_WORDS)).toEqual([...CASE_OUTCOMES]);
  expect(Object.keys(DONE_WORDS)).toEqual([...DONE_CODES]);
});

it('every pack and every number states its source and the day it was checked', () => {
  const dated = [SIGNS_SOURCE, TEMPLATES_SOURCE, CASE_WORDS_SOURCE, words.FLOW_SHEET_SOURCE, ...HOTLINES];
  for (const each of dated) {
    expect(each.source.length).toBeGreaterThan(5);
    expect(each.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

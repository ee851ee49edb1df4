// A value that a JSON schema of our OpenAPI document would mostly accept. "Mostly" is enough: what it misses only makes
// one more malformed request. Knows the words of JSON Schema that zod writes.
import type { Chance } from './chance';

export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

const ARRAY_USUALLY_MAX = 3;
const TEXT_USUALLY_MAX = 12;
const LETTERS = [...'abcxyz019 みまもり屋根点検㈱-_.@/'];

export function valueOfSchema(schema: JsonSchema, chance: Chance): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return chance.oneOf(schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return valueOfSchema(chance.oneOf(variants), chance);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => valueOfSchema(part, chance))) as object;
  switch (schema.type) {
    case 'object':
      return objectOf(schema, chance);
    case 'array': {
      const least = schema.minItems ?? 0;
      const most = Math.max(least, Math.min(schema.maxItems ?? ARRAY_USUALLY_MAX, ARRAY_USUALLY_MAX));
      const length = least + chance.below(most - least + 1);
      return Array.from({ length }, () => valueOfSchema(schema.items ?? {}, chance));
    }
    case 'integer':
    case 'number': {
      const least = Math.max(schema.minimum ?? 0, -1_000_000);
      return least + chance.below(Math.max(1, Math.min((schema.maximum ?? least + 100) - least + 1, 1_000)));
    }
    case 'boolean':
      return chance.is(0.5);
    case 'null':
      return null;
    case 'string':
      return textOf(schema, chance);
    default:
      return chance.oneOf([null, 0, '', [], {}]);
  }
}

function objectOf(schema: JsonSchema, chance: Chance): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(name) === true || chance.is(0.5)) made[name] = valueOfSchema(part, chance);
  if (typeof schema.additionalProperties === 'object' && chance.is(0.5))
    made[textOf({}, chance)] = valueOfSchema(schema.additionalProperties, chance);
  return made;
}

function textOf({ minLength = 0, maxLength, pattern, format }: JsonSchema, chance: Chance): string {
  if (format === 'date-time' || pattern?.includes('T(?:') === true) return '2026-11-24T01:02:03.000Z';
  if (format === 'date') return '2026-11-24';
  if (format === 'uuid' || pattern?.includes('{4}-7') === true) return uuid(chance);
  if (pattern !== undefined) return byPattern(pattern, chance);
  const most = Math.max(minLength, Math.min(maxLength ?? TEXT_USUALLY_MAX, TEXT_USUALLY_MAX));
  return letters(LETTERS, minLength + chance.below(most - minLength + 1), chance);
}

/** Enough for the patterns of the contract: sets and counts in a row; everything else stays as it is written. */
function byPattern(pattern: string, chance: Chance): string {
  const body = pattern.replace(/^\^|\$$/g, '');
  return body.replace(
    /\[([^\]]+)\](?:\{(\d+)(?:,(\d*))?\}|([+*]))?|\\d(?:\{(\d+)\})?/g,
    (_all, set: string | undefined, low?: string, high?: string, _many?: string, digits?: string) => {
      if (set === undefined) return letters([...'0123456789'], Number(digits ?? 1), chance);
      const least = Number(low ?? 1);
      const most = high === undefined || high === '' ? least : Number(high);
      return letters(membersOf(set), least + chance.below(Math.min(most - least, 10) + 1), chance);
    },
  );
}

function membersOf(set: string): string[] {
  const members: string[] = [];
  for (const [, from, to, single] of set.matchAll(/(\w)-(\w)|\\?(.)/g)) {
    if (from === undefined || to === undefined) members.push(single ?? '');
    else
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1)
        members.push(String.fromCharCode(code));
  }
  return members;
}

const letters = (from: readonly string[], length: number, chance: Chance): string =>
  Array.from({ length }, () => chance.oneOf(from)).join('');

function uuid(chance: Chance): string {
  const hex = letters([...'0123456789abcdef'], 30, chance);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18)}`;
}

// Makes a good body bad: in its JSON values, or in its bytes.
import { gzipSync } from 'node:zlib';
import type { Chance } from './chance';

/** Never to be seen again in an answer: the server names fields, not values. */
export const CANARY = 'KANARIA-no-koto-ba';

const nested = (depth: number): unknown => {
  let value: unknown = CANARY;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
};
const JUNK: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 4_294_967_296, '', ' ', CANARY, '\u0000', 'a\u0000b', '\ud800',
  '\udc00x', '\ufeff', '\u202e' + CANARY, '9'.repeat(400), 'あ'.repeat(5_000), "'; drop table cases; --", '<img src=x onerror=1>',
  '%00', '../../etc/passwd', '${7*7}', '=cmd|calc', '2026-02-30', '2026-11-24T99:99:99Z', '+275760-09-13T00:00:00.000Z', [], {},
  [[]], [null], { length: -1 }, { toString: 1 }, { length: { toString: 1 } }, { then: CANARY }, { __proto__x: 1 }, nested(60), Array(500).fill(CANARY),
]; // prettier-ignore
/** A piece of its own: the next mutation may change it. */
const junk = (chance: Chance): unknown => structuredClone(chance.oneOf(JUNK));
const NASTY_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  CANARY,
  '0',
  'a.b',
  'then',
  '\u0000',
];

/** Changes one to three places of a JSON value in place. @returns the value, or what stands for it */
export function mutateValue(value: unknown, chance: Chance): unknown {
  let root = value;
  for (let times = 1 + chance.below(3); times > 0; times -= 1) root = mutateOnce(root, chance);
  return root;
}

function mutateOnce(root: unknown, chance: Chance): unknown {
  const places = holdersOf(root);
  if (places.length === 0 || chance.is(0.03)) return junk(chance);
  const holder = chance.oneOf(places);
  if (Array.isArray(holder)) {
    const at = chance.below(holder.length + 1);
    if (chance.is(0.2)) holder.splice(at, 1);
    else if (chance.is(0.2) && holder.length > 0) holder.push(structuredClone(chance.oneOf(holder)));
    else holder[at] = junk(chance);
    return root;
  }
  const names = Object.keys(holder);
  const name = names.length === 0 || chance.is(0.15) ? chance.oneOf(NASTY_NAMES) : chance.oneOf(names);
  if (chance.is(0.25)) delete holder[name];
  // An own property even for `__proto__`, as JSON.parse makes it.
  else Object.defineProperty(holder, name, { value: junk(chance), enumerable: true, configurable: true, writable: true }); // prettier-ignore
  return root;
}

function holdersOf(value: unknown, found: (unknown[] | Record<string, unknown>)[] = []) {
  if (typeof value !== 'object' || value === null || found.length > 200) return found;
  found.push(value as Record<string, unknown>);
  for (const part of Object.values(value)) holdersOf(part, found);
  return found;
}

export interface Bytes {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** As it travels: mostly honest bytes; else cut, flipped, zipped badly, or called something it is not. */
export function toBytes(value: unknown, chance: Chance): Bytes {
  const json = Buffer.from(JSON.stringify(value) ?? 'undefined');
  const plain = { 'content-type': 'application/json' };
  if (chance.is(0.85)) return { body: new Uint8Array(json), headers: plain };
  switch (chance.below(7)) {
    case 0:
      return { body: new Uint8Array(json.subarray(0, chance.below(json.length + 1))), headers: plain };
    case 1: {
      const flipped = new Uint8Array(json);
      if (flipped.length > 0) flipped[chance.below(flipped.length)] = chance.below(256);
      return { body: flipped, headers: plain };
    }
    case 2:
      return { body: new Uint8Array(gzipSync(json)), headers: { ...plain, 'content-encoding': 'gzip' } };
    case 3: {
      const zipped = new Uint8Array(gzipSync(json));
      zipped[chance.below(zipped.length)] = chance.below(256);
      return { body: zipped, headers: { ...plain, 'content-encoding': 'gzip' } };
    }
    case 4:
      return { body: new Uint8Array(Buffer.from('['.repeat(1 + chance.below(20_000)))), headers: plain };
    case 5:
      return { body: new Uint8Array(json), headers: { 'content-type': chance.oneOf(['text/plain', '', 'application/json;charset=\u00e9', 'multipart/form-data']) } }; // prettier-ignore
    default:
      return { body: new Uint8Array(0), headers: plain };
  }
}

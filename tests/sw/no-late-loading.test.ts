// A worker is one classic script: a module that loads another one later (`import()`) makes it fail as a whole in the browser.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Every module of ours that the worker takes in. */
function modulesOf(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const [, path] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '(\.[^']+)';/gm))
    modulesOf(`${resolve(dirname(entry), path!)}.ts`, found);
  return found;
}

it('nothing that the service worker takes in is loaded later', () => {
  const modules = [...modulesOf(resolve(ROOT, 'sw/sw.ts'))];
  expect(modules.length).toBeGreaterThan(readdirSync(resolve(ROOT, 'sw')).length);
  const late = modules.filter((module) =>
    /\bimport\(/.test(readFileSync(module, 'utf8').replace(/typeof import\(/g, '')),
  );
  expect(late).toEqual([]);
});

// Writes the values of the Digital Agency tokens into our theme while building, so that the first screen carries
// neither the token sheet (9 kB) nor a second name for every colour. Must never change a value.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const THEME = /src\/ui\/theme\.css$/;

/**
 * The part of the theme that the first screen needs, or the part that only a chosen look needs (`theme.css?looks`):
 * dark, outdoor and larger text are set by the preferences, which are read after the first paint.
 * @throws on at-rules
 */
export function themePart(theme: string, part: 'base' | 'looks'): string {
  const isLook = (rule: string): boolean => rule.includes('[data-');
  const plain = theme.replace(/\/\*[\s\S]*?\*\//g, '');
  if (plain.includes('@')) throw new Error('the theme is plain rules only: this split knows no at-rules');
  const rules = plain.match(/[^{}]+\{[^}]*\}/g) ?? [];
  return rules.filter((rule) => isLook(rule) === (part === 'looks')).join('');
}

/** Replaces each `var(--token)` whose value the token sheet gives; our own `--mm-*` stay. @throws on an unknown token */
export function resolveTokens(theme: string, tokens: string): string {
  const values = new Map<string, string>();
  for (const [, name, value] of tokens.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) values.set(name!, value!);
  const resolve = (text: string): string =>
    text.replace(/var\((--(?!mm-)[\w-]+)\)/g, (_all, name: string) => {
      const value = values.get(name);
      if (value === undefined)
        throw new Error(`the theme names ${name}, which the token sheet does not have`);
      return resolve(value);
    });
  return resolve(theme);
}

export function resolvedTokens(): Plugin {
  const sheet = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');
  return {
    name: 'mimamori:resolved-tokens',
    enforce: 'pre',
    transform(code, id) {
      const [file, query] = id.split('?');
      if (!THEME.test(file!)) return null;
      const part = themePart(code, query === 'looks' ? 'looks' : 'base');
      return { code: resolveTokens(part, readFileSync(sheet, 'utf8')), map: null };
    },
  };
}

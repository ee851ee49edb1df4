// Contrast of every pair of colours the app uses, in every theme, measured from the tokens themselves.
// Text aims at 7:1 because it is read in the sun; frames and icons need 3:1 (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// read from the folder the suite runs in: the root of the project
const tokens = readFileSync('node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'utf8');
const theme = readFileSync('src/ui/theme.css', 'utf8');

/** Declarations of the rule with exactly this selector. */
function declarations(css: string, selector: string): Map<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, string>();
  for (const [, selectors, body] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (selectors?.trim() !== selector) continue;
    for (const line of body?.split(';') ?? []) {
      const [name, value] = line.split(/:(.*)/s);
      if (name?.trim().startsWith('--') && value !== undefined) found.set(name.trim(), value.trim());
    }
  }
  return found;
}

const THEMES = { light: null, outdoor: ":root[data-theme='outdoor']", dark: ":root[data-theme='dark']" };
function coloursOf(name: keyof typeof THEMES): (token: string) => string {
  const selector = THEMES[name];
  const all = new Map([
    ...declarations(tokens, ':root'),
    ...declarations(theme, ':root'),
    ...(selector === null ? [] : declarations(theme, selector)),
  ]);
  return function colour(token): string {
    const value = all.get(token);
    if (value === undefined) throw new Error(`no token ${token}`);
    const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    return alias === undefined ? value : colour(alias);
  };
}

function luminance(hex: string): number {
  const six = /^#([0-9a-f]{3})$/i.test(hex) ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(six.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  ['--mm-text', '--mm-surface'],
  ['--mm-text', '--mm-surface-quiet'],
  ['--mm-text', '--mm-primary-quiet'],
  ['--mm-text-quiet', '--mm-surface'],
  ['--mm-primary', '--mm-surface'],
  ['--mm-on-primary', '--mm-primary'],
  ['--mm-link', '--mm-surface'],
  ['--mm-danger-text', '--mm-surface'],
  ['--mm-on-danger', '--mm-danger-fill'],
  ['--mm-success-text', '--mm-surface'],
  ['--mm-warning-text', '--mm-surface'],
] as const;
const FRAMES = [
  ['--mm-line', '--mm-surface'],
  ['--mm-line-quiet', '--mm-surface'],
  ['--mm-danger-line', '--mm-surface'],
  ['--mm-success-line', '--mm-surface'],
  ['--mm-warning-line', '--mm-surface'],
  ['--mm-focus', '--mm-surface'],
] as const;

describe.each(['light', 'outdoor', 'dark'] as const)('in the %s theme', (name) => {
  const colour = coloursOf(name);
  it.each(TEXT)('%s on %s can be read in the sun (7:1)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });
  it.each(FRAMES)('%s on %s can be made out (3:1)', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

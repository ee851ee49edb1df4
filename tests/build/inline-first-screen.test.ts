import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { rewriteEntry, rewriteLazy } from '../../scripts/vite/inline-first-screen';
import { resolveTokens, themePart } from '../../scripts/vite/resolved-tokens';

const entry = (code: string) => rewriteEntry(code, parseAst(code), 'assets/');
const lazy = (code: string) => rewriteLazy(code, parseAst(code), 'index-abc.js');

describe('the inlined entry', () => {
  it('registers what it exported, so that no second copy is ever loaded', () => {
    expect(entry('function f(){}var g=1;export{f as a,g as "b-c"};')).toBe(
      'function f(){}var g=1;globalThis.__mm={a:f,"b-c":g};',
    );
  });

  it('finds its lazy chunks from any address of the app', () => {
    expect(entry('load(()=>import("./page-1.js"));load(()=>import(`./page-2.js`))')).toBe(
      'load(()=>import("/assets/page-1.js"));load(()=>import(`/assets/page-2.js`))',
    );
  });

  it('stops the build where it would need a second request for the first screen', () => {
    expect(() => entry('import{a}from"./shared.js";a()')).toThrow('one chunk');
  });
});

describe('a lazy chunk', () => {
  it("reads the entry's exports from the page, and leaves every other import alone", () => {
    expect(lazy('import{a as e,b}from"./index-abc.js";import{c}from"./other.js";e(b,c)')).toBe(
      'const{a:e,b:b}=globalThis.__mm;import{c}from"./other.js";e(b,c)',
    );
  });

  it('stops the build in a form that would load the entry twice', () => {
    expect(() => lazy('import*as all from"./index-abc.js";all.a()')).toThrow('as a whole');
    expect(() => lazy('export{a}from"./index-abc.js"')).toThrow('passes on');
  });
});

describe('the theme in the first screen', () => {
  const TOKENS = ':root { --color-blue: #00f; --ref: var(--color-blue); }';

  it('carries values, not names of tokens', () => {
    expect(resolveTokens(':root{--mm-a:var(--ref);--mm-b:var(--mm-a)}', TOKENS)).toBe(
      ':root{--mm-a:#00f;--mm-b:var(--mm-a)}',
    );
  });

  it('stops the build when the theme names a token that does not exist', () => {
    expect(() => resolveTokens(':root{--mm-a:var(--colour-gone)}', TOKENS)).toThrow('--colour-gone');
  });

  it('leaves chosen looks for later, and loses no rule', () => {
    const theme = "/* c */:root{--mm-a:1}:root[data-theme='dark']{--mm-a:2}";
    expect(themePart(theme, 'base')).toBe(':root{--mm-a:1}');
    expect(themePart(theme, 'looks')).toBe(":root[data-theme='dark']{--mm-a:2}");
  });
});

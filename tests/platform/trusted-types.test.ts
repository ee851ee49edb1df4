import { describe, expect, it } from 'vitest';
import { setDefaultPolicy, type PolicyFactory } from '../../src/platform/trusted-types';

type Rules = Parameters<PolicyFactory['createPolicy']>[1];

function factory() {
  const made: { name: string; rules: Rules }[] = [];
  const fake: PolicyFactory & { made: typeof made } = {
    made,
    get defaultPolicy() {
      return made[0] ?? null;
    },
    createPolicy(name, rules) {
      made.push({ name, rules });
      return rules;
    },
  };
  return fake;
}

describe("the page's one Trusted Types policy", () => {
  it('is called `default`, as the header names it, and is made once', () => {
    const types = factory();
    setDefaultPolicy(types);
    setDefaultPolicy(types);
    expect(types.made.map(({ name }) => name)).toEqual(['default']);
  });

  it('lets only the empty string become markup', () => {
    const types = factory();
    setDefaultPolicy(types);
    const { createHTML } = types.made[0]!.rules;
    expect(createHTML('')).toBe('');
    for (const text of [' ', '<br>', '<img src=x onerror=alert(1)>', 'こんにちは'])
      expect(createHTML(text)).toBeNull();
  });

  it('lets only our worker be loaded by its address', () => {
    const types = factory();
    setDefaultPolicy(types);
    const { createScriptURL } = types.made[0]!.rules;
    expect(createScriptURL('/sw.js')).toBe('/sw.js');
    for (const address of ['/sw.js?x', '//evil.example/sw.js', 'https://evil.example/', 'data:,alert(1)'])
      expect(createScriptURL(address)).toBeNull();
  });

  it('has no door for text as code', () => {
    const types = factory();
    setDefaultPolicy(types);
    expect(Object.keys(types.made[0]!.rules)).toEqual(['createHTML', 'createScriptURL']);
  });

  it('does nothing where the browser has no Trusted Types', () => {
    expect(() => setDefaultPolicy(undefined)).not.toThrow();
  });
});

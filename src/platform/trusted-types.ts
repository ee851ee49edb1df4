// The page's one Trusted Types policy. The server demands Trusted Types on every page (`require-trusted-types-for`), so no
// text can become markup or code. Two library calls need a way through: html5-qrcode empties its box with
// `innerHTML = ""`, and the browser registers the worker by its address. Nothing else passes, ever.
// @see https://w3c.github.io/trusted-types/dist/spec/#default-policy-hdr

/** The one script that may be loaded by its address. */
export const WORKER_ADDRESS = '/sw.js';

interface PolicyRules {
  createHTML(text: string): string | null;
  createScriptURL(address: string): string | null;
}
export interface PolicyFactory {
  readonly defaultPolicy: object | null;
  createPolicy(name: string, rules: PolicyRules): object;
}

/** Sets the policy up, once a page; nothing to do in a browser without Trusted Types. null refuses: the browser then throws. */
export function setDefaultPolicy(
  factory: PolicyFactory | undefined = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes,
): void {
  if (factory === undefined || factory.defaultPolicy !== null) return;
  factory.createPolicy('default', {
    createHTML: (text) => (text === '' ? '' : null),
    createScriptURL: (address) => (address === WORKER_ADDRESS ? address : null),
  });
}

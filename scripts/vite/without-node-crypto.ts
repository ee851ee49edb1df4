// The HPKE library falls back to Node's crypto by `import("crypto")` where there is no WebCrypto. Browsers all have it, and a
// service worker is one classic script: a single `import()` in it brings `import.meta` along, and the browser refuses the whole.
import type { Plugin } from 'vite';

const FALLBACK = 'await import("crypto")';

export function withoutNodeCrypto(): Plugin {
  return {
    name: 'mimamori:without-node-crypto',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@hpke/common') || !code.includes(FALLBACK)) return null;
      return { code: code.replaceAll(FALLBACK, '({ webcrypto: undefined })'), map: null };
    },
  };
}

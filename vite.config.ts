// The member's app: one page, its first screen inlined, everything else lazy; the service worker from sw/.
// The desk is built apart (scripts/vite/desk.config.ts); scripts/build.mjs runs both.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };
import { inlineFirstScreen } from './scripts/vite/inline-first-screen.ts';
import { isScannerChunk, scannerFiles } from './scripts/vite/scanner-files.ts';
import { resolvedTokens } from './scripts/vite/resolved-tokens.ts';
import { withoutNodeCrypto } from './scripts/vite/without-node-crypto.ts';
import { webAppManifest } from './scripts/vite/web-app-manifest.ts';

const root = fileURLToPath(new URL('./', import.meta.url));

export default defineConfig({
  root,
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    resolvedTokens(),
    preact({ devToolsEnabled: false }),
    withoutNodeCrypto(),
    inlineFirstScreen('index.html'),
    scannerFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: webAppManifest,
      includeManifestIcons: false,
      injectManifest: {
        target: 'es2022',
        buildPlugins: { vite: [withoutNodeCrypto()] },
        // Only the member's files: no desk, no scanner (a cache of its own), no pictures but the small icon.
        globPatterns: ['index.html', 'assets/*.{js,css}', 'scanner-files.json', 'icons/favicon.svg'],
        globIgnores: ['assets/scanner-*', 'assets/desk/**', 'desk.html'],
        // File names in assets/ carry their hash; a query would only make them be fetched twice.
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 1_000_000,
      },
    }),
  ],
  build: {
    target: 'es2022',
    modulePreload: false,
    sourcemap: false,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        chunkFileNames: (chunk) =>
          isScannerChunk(chunk.moduleIds) ? 'assets/scanner-[hash].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});

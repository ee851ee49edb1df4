// The desk's own build. It is apart from the member's, because the member's shared code is inlined into index.html
// and must never be needed here, and because a phone must never download or precache the desk.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default defineConfig({
  root,
  publicDir: false,
  plugins: [
    preact({ prefreshEnabled: false, devToolsEnabled: false }),
    {
      name: 'mimamori:desk-page-name',
      apply: 'build',
      enforce: 'post',
      generateBundle(_options, bundle) {
        const page = bundle['src/desk/desk.html'];
        if (page) page.fileName = 'desk.html';
      },
    },
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    assetsDir: 'assets/desk',
    target: 'es2022',
    modulePreload: false,
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: `${root}src/desk/desk.html` },
  },
});

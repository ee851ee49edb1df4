// Three suites: `unit` (screens in jsdom), `node` (contract, engine, stores, server, scenarios, build), `e2e` (real Chromium).
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

// The field works by Japan's clock; so do the tests, wherever they run.
process.env['TZ'] = 'Asia/Tokyo';

const tests = (rooms: readonly string[]): string[] => rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        test: {
          name: 'unit',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'https://mimamori.test/' } },
          setupFiles: ['tests/support/phone-setup.ts'],
          include: tests(['ui', 'features', 'app', 'desk', 'i18n', 'platform', 'sw']),
        },
      },
      {
        plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/support/server-setup.ts'],
          include: tests([
            'domain',
            'content',
            'sync',
            'storage',
            'transport',
            'seal',
            'server',
            'scenarios',
            'build',
            'scripts',
          ]),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: tests(['e2e']),
          // One browser at a time on the reference machine's two cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

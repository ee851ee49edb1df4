// Lint: types are used to the full, files stay small, and what only one room may do is forbidden elsewhere.
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const only = (name, room) => ({ name, message: `Only ${room} may use this; others get it as a port.` });

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      '.cache/**',
      'node_modules/**',
      'data/**',
      'coverage/**',
      'tests/e2e/screenshots/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
      'no-throw-literal': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Wall 3 of the architecture: one room each for the network, the cipher and the stores.
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      'src/seal/**',
      'src/transport/**',
      'src/storage/**',
      'src/desk/desk-client.ts',
      'src/app/compose/**',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        only('fetch', 'src/transport'),
        only('XMLHttpRequest', 'src/transport'),
        only('crypto', 'src/seal'),
        only('indexedDB', 'src/storage'),
        only('localStorage', 'src/storage'),
      ],
    },
  },
  {
    // The contract and the engine are pure: no clock, no chance, no browser.
    files: ['src/domain/**/*.ts', 'src/sync/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'crypto',
        'indexedDB',
        'localStorage',
        'document',
        'window',
        'navigator',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance comes in as a port.' },
        { object: 'Date', property: 'now', message: 'Time comes in as a port.' },
      ],
    },
  },
);

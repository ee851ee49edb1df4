// Who may import whom: wall 2 of the architecture. The numbers are the rules of docs: 1 domain … 8 no cycles.
// Trap: with a TypeScript this version cannot use, it reads no module and says "no violations";
// scripts/check-imports.mjs therefore counts what was read.
const OURS = '^(src|sw|server|tests|scripts)/';

/** Everything of ours that `room` imports must lie in `allowed`. */
const mayOnlyImport = (name, room, allowed, except = []) => ({
  name,
  severity: 'error',
  from: { path: room, ...(except.length > 0 ? { pathNot: except } : {}) },
  to: { path: OURS, pathNot: allowed },
});
/** A package that only one room may touch. */
const onlyIn = (name, room, packages) => ({
  name,
  severity: 'error',
  from: { path: OURS, pathNot: room },
  to: { path: `node_modules/(${packages})/` },
});

const DOMAIN = '^src/domain/';
const CONTENT = '^src/content/';
const I18N = '^src/i18n/';
const UI = '^src/ui/';
const SYNC = '^src/sync/';
const PORTS = '^src/sync/(ports|outbox-item|outbox-machine)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    mayOnlyImport('1-domain-imports-itself', DOMAIN, [DOMAIN]),
    {
      name: '1-domain-knows-no-package-but-zod',
      severity: 'error',
      from: { path: DOMAIN },
      to: { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    },
    mayOnlyImport('1-content-imports-domain', CONTENT, [CONTENT, DOMAIN]),
    mayOnlyImport('2-sync-imports-domain', SYNC, [SYNC, DOMAIN]),
    mayOnlyImport('3-storage-imports-domain-and-ports', '^src/storage/', ['^src/storage/', DOMAIN, SYNC]),
    mayOnlyImport('3-transport-imports-domain-and-ports', '^src/transport/', [
      '^src/transport/',
      DOMAIN,
      PORTS,
    ]),
    mayOnlyImport('3-seal-imports-domain-and-ports', '^src/seal/', ['^src/seal/', DOMAIN, PORTS]),
    onlyIn('3-only-storage-touches-dexie', '^(src/storage|tests)/', 'dexie|idb-keyval'),
    mayOnlyImport('4-platform-imports-domain', '^src/platform/', ['^src/platform/', DOMAIN]),
    mayOnlyImport('4-i18n-imports-domain', I18N, [I18N, DOMAIN]),
    mayOnlyImport('4-ui-imports-i18n-and-domain', UI, [UI, I18N, DOMAIN]),
    {
      name: '5-a-feature-imports-itself-and-what-is-below',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: OURS,
        pathNot: ['^src/features/$1/', DOMAIN, CONTENT, UI, I18N, '^src/platform/', '^src/services\\.ts$'],
      },
    },
    {
      name: '5-a-feature-takes-only-types-of-content',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: CONTENT, dependencyTypesNot: ['type-only'] },
    },
    mayOnlyImport('5-services-are-types', '^src/services\\.ts$', [DOMAIN, CONTENT]),
    {
      name: '6-app-knows-no-desk',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/desk/' },
    },
    mayOnlyImport('6-desk-has-its-own-rooms', '^src/desk/', ['^src/desk/', DOMAIN, CONTENT, UI, I18N]),
    mayOnlyImport('7-worker', '^sw/', [
      '^sw/', DOMAIN, SYNC, '^src/storage/', '^src/transport/', '^src/seal/', I18N,
    ]), // prettier-ignore
    mayOnlyImport('7-server', '^server/', ['^server/', DOMAIN, CONTENT, '^src/seal/']),
    { name: '8-no-cycles', severity: 'error', from: { path: OURS }, to: { circular: true } },
    {
      name: '8-nobody-imports-tests',
      severity: 'error',
      from: { path: OURS, pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: '8-no-barrels',
      severity: 'error',
      from: { path: OURS },
      to: { path: '/index\\.tsx?$', pathNot: 'node_modules' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: OURS },
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
    {
      name: 'the-product-uses-no-development-package',
      severity: 'error',
      from: { path: '^(src|sw|server)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};

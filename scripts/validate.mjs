// `npm run validate`: format, lint, imports, unused code, types, tests without a browser, build, sizes.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './bootstrap/say.mjs';
import { suitesWithout } from './bootstrap/test-tools.mjs';
import { gates, runGates } from './validate/gates.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const { passed, failed, broken } = runGates(ROOT, gates({ withBrowser: false, without: suitesWithout() }));
if (broken.length > 0) say(`\n通らなかったもの: ${broken.join('、')}`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

// `npm test`: sees to everything the tests need, runs every gate and every suite, and says the sum alone on a line:
// `N passed, N failed`. Begins on Node built-ins alone.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureDependencies, ensureSqlite } from './bootstrap/dependencies.mjs';
import { PlainError, say } from './bootstrap/say.mjs';
import { ensureTestTools } from './bootstrap/test-tools.mjs';
import { gates, runGates } from './validate/gates.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function test() {
  checkNode();
  ensureDependencies(ROOT);
  ensureSqlite(ROOT);
  const without = ensureTestTools(process.env['CI'] === 'true');
  return runGates(ROOT, gates({ withBrowser: true, without }));
}

let sum = { passed: 0, failed: 1, broken: ['準備'] };
try {
  sum = test();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  say(error.message);
}
if (sum.broken.length > 0) say(`\n通らなかったもの: ${sum.broken.join('、')}`);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;

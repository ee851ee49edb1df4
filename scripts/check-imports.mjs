// Wall 2: dependency-cruiser over everything of ours, and proof that it read everything of ours.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = ['src', 'sw', 'server', 'tests', 'scripts'];

const exist = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }),
).filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith('.d.ts')).length;
const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const done = spawnSync(
  process.execPath,
  [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...ROOMS],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
);
/** @type {{ modules: { source: string }[], summary: { violations: { rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }[] } }} */
let report;
try {
  report = JSON.parse(done.stdout);
} catch {
  console.error(done.stderr || done.stdout);
  process.exit(1);
}
const read = report.modules.filter(
  ({ source }) => ROOMS.some((room) => source.startsWith(`${room}/`)) && /\.(tsx?|mjs)$/.test(source),
).length;
for (const { rule, from, to, cycle } of report.summary.violations)
  console.error(`  ${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
if (read < exist) console.error(`  only ${read} of ${exist} modules were read: the check proves nothing`);
const failed = report.summary.violations.length > 0 || read < exist;
console.error(failed ? 'imports: not in order' : `imports: ${read} modules, no wall broken`);
process.exit(failed ? 1 : 0);

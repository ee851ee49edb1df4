// The gates, in order: cheap ones first. Each is a program whose exit code says whether it holds; those that run tests
// also leave a report with numbers.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { say } from '../bootstrap/say.mjs';
import { POSTGRES_FILES } from '../bootstrap/test-tools.mjs';

/** @typedef {{ title: string, command: readonly string[], report?: string, needs?: string }} Gate command: a script of node_modules or ours, with its arguments */
/** @typedef {{ passed: number, failed: number }} Count */

const REPORTS = '.cache/reports';

/** @param {string} project @param {readonly string[]} [more] @returns {Gate} */
function suite(project, more = []) {
  const report = `${REPORTS}/${project}.json`;
  return {
    title: `試験: ${project}`,
    command: [
      'node_modules/vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests',
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more,
    ], // prettier-ignore
    report,
    needs: project,
  };
}

/** @param {{ withBrowser: boolean, without: ReadonlySet<string> }} options @returns {Gate[]} */
export function gates({ withBrowser, without }) {
  const exclude = without.has(POSTGRES_FILES) ? ['--exclude', POSTGRES_FILES] : [];
  const all = [
    {
      title: '書式',
      command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
    },
    { title: '決まり（eslint）', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
    { title: '部屋の壁（import）', command: ['scripts/check-imports.mjs'] },
    { title: '使われていないもの', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
    { title: '型', command: ['node_modules/typescript/bin/tsc', '-b'] },
    suite('unit'),
    { title: 'ビルド', command: ['scripts/build.mjs'] },
    { title: '大きさ', command: ['node_modules/size-limit/bin.js'] },
    suite('node', exclude),
    ...(withBrowser ? [suite('e2e')] : []),
  ];
  return all.filter((gate) => !('needs' in gate) || gate.needs === undefined || !without.has(gate.needs));
}

/** What vitest counted; a file that could not be loaded counts as one failure. @param {string} file @returns {Count | null} */
export function countReport(file) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/** Runs one gate with its output streamed to `output`. @param {string} root @param {Gate} gate @returns {Count} */
export function runGate(root, gate) {
  const startedAt = Date.now();
  say(`\n■ ${gate.title}`);
  if (gate.report) {
    mkdirSync(join(root, REPORTS), { recursive: true });
    rmSync(join(root, gate.report), { force: true });
  }
  const ended = spawnSync(process.execPath, [...gate.command], { cwd: root, stdio: ['ignore', 2, 2] });
  const ok = ended.status === 0;
  const counted = gate.report ? countReport(join(root, gate.report)) : null;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`${ok ? '○' : '×'} ${gate.title}（${seconds} 秒）`);
  const passed = counted?.passed ?? 0;
  // A program that fails without a failed test (a gate, an unhandled rejection) is one failure.
  const failed = counted?.failed ?? 0;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}

/** @param {string} root @param {readonly Gate[]} list @returns {Count & { broken: string[] }} */
export function runGates(root, list) {
  /** @type {Count & { broken: string[] }} */
  const sum = { passed: 0, failed: 0, broken: [] };
  for (const gate of list) {
    const { passed, failed } = runGate(root, gate);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) sum.broken.push(gate.title);
  }
  return sum;
}

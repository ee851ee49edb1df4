import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNode } from '../../scripts/bootstrap/dependencies.mjs';
import { POSTGRES_FILES } from '../../scripts/bootstrap/test-tools.mjs';
import { countReport, gates, runGates } from '../../scripts/validate/gates.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-gates-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = (name: string, code: string) => {
  writeFileSync(join(folder, name), code);
  return name;
};

describe('the sum of npm test', () => {
  it('counts a gate that runs no tests as one failure when it fails', () => {
    const sum = runGates(folder, [
      { title: 'good', command: [script('good.mjs', '')] },
      { title: 'bad', command: [script('bad.mjs', 'process.exit(3)')] },
    ]);
    expect(sum).toEqual({ passed: 0, failed: 1, broken: ['bad'] });
  });

  it('counts a suite that ended badly as failed although no test failed', () => {
    const report = JSON.stringify({ numPassedTests: 2, numFailedTests: 0, testResults: [] });
    const code = `import{writeFileSync}from'node:fs';writeFileSync('.cache/reports/x.json',${JSON.stringify(report)});process.exit(1)`;
    const sum = runGates(folder, [
      { title: 'x', command: [script('x.mjs', code)], report: '.cache/reports/x.json' },
    ]);
    expect(sum).toEqual({ passed: 2, failed: 1, broken: ['x'] });
  });

  it('counts a file that could not be loaded', () => {
    const file = join(folder, 'report.json');
    const results = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    writeFileSync(file, JSON.stringify({ numPassedTests: 5, numFailedTests: 1, testResults: results }));
    expect(countReport(file)).toEqual({ passed: 5, failed: 2 });
  });

  it('has no numbers where no report was written', () => {
    expect(countReport(join(folder, 'none.json'))).toBeNull();
  });
});

describe('the gates', () => {
  const titles = (without: string[]) =>
    gates({ withBrowser: true, without: new Set(without) }).map((gate) => gate.title);

  it('leave out only what the machine cannot run', () => {
    expect(titles([])).toContain('試験: e2e');
    expect(titles(['e2e'])).not.toContain('試験: e2e');
    expect(titles(['e2e'])).toContain('試験: node');
  });

  it('leave the PostgreSQL suite out by its files where there is no PostgreSQL', () => {
    const node = gates({ withBrowser: true, without: new Set([POSTGRES_FILES]) }).find(
      (gate) => gate.title === '試験: node',
    );
    expect(node?.command).toContain(POSTGRES_FILES);
  });
});

describe('an old Node', () => {
  it('is met with a sentence that names the version it needs', () => {
    expect(() => checkNode('18.20.0')).toThrow('Node 20.19 以上が必要です（いまは 18.20.0）');
    expect(() => checkNode('20.18.9')).toThrow();
    expect(() => checkNode('20.19.0')).not.toThrow();
    expect(() => checkNode('24.1.0')).not.toThrow();
  });
});

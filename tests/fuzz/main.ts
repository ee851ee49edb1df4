// `npm run fuzz -- --runs N [--seed S]`: malformed requests for as long as one likes; says what it did as it goes.
// Ends with 1 when there was a finding; each names its seed and run, and the same seed makes the same requests.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz';
import { openFuzzedServer } from './open-fuzzed-server';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100_000);
const seed = Number(values.seed ?? 1);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('使い方: npm run fuzz -- --runs 回数 [--seed 数]\n');
  process.exit(2);
}

const fuzzed = await openFuzzedServer();
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const report = await fuzz(fuzzed, {
  runs,
  seed,
  tell: (done) => process.stderr.write(`${done} 回、${seconds()} 秒\n`),
});
await fuzzed.server.deps.opening.idle();
await fuzzed.stop();
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: seconds(), unexpected: fuzzed.unexpected }, null, 1)}\n`,
);
process.exitCode = report.findings.length + fuzzed.unexpected.length === 0 ? 0 : 1;

// Whatever arrives at any route: never a 5xx, never a surprise. `npm run fuzz -- --runs N` goes on for as long as one likes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fuzz, readOperations, type FuzzReport } from '../fuzz/fuzz';
import { openFuzzedServer, type FuzzedServer } from '../fuzz/open-fuzzed-server';

const RUNS = 20_000;
const SEED = 20_261_124;

describe('20,000 malformed requests derived from the schemas', () => {
  let fuzzed: FuzzedServer;
  let report: FuzzReport;
  beforeAll(async () => {
    fuzzed = await openFuzzedServer();
    report = await fuzz(fuzzed, { runs: RUNS, seed: SEED });
    await fuzzed.server.deps.opening.idle();
  }, 300_000);
  afterAll(() => fuzzed.stop());

  test('none is answered with a 5xx, none has its values repeated, none touches a prototype', () => {
    expect(report.findings).toEqual([]);
  });

  test('nothing unexpected stands in the log, also of what was opened after the reply', () => {
    expect(fuzzed.unexpected).toEqual([]);
  });

  test('every operation of the API had its share, and the junk was neither all refused nor all taken', async () => {
    const all = await readOperations(fuzzed.server);
    expect(Object.keys(report.byOperation)).toHaveLength(all.length);
    expect(report.byStatus[200]).toBeGreaterThan(RUNS / 100);
    expect((report.byStatus[422] ?? 0) + (report.byStatus[400] ?? 0)).toBeGreaterThan(RUNS / 4);
  });

  test('the server still works afterwards', async () => {
    const { results } = await fuzzed.phone.once([]);
    expect(results).toEqual([]);
  });
});

// 保存期間: what nobody needs any more goes by itself, is counted, and leaves an audit row. Personal reports have a clock of their
// own, shorter than that of the sightings. Runs in the server every day and by `npm run purge`. Deletes nothing that is not over.
//
//   personal report   a year (by default) after its case ended; while the case is open it stays
//   sighting          three fiscal years (by default) after the fiscal year in which its case ended: 年度 begins on 1 April
import { SERVER_ACTOR, writeAudit } from './audit';
import { logError, type Log } from './log';
import { DAY_MS, reportOverAt, sightingOverAt, type Retention } from './retention';
import { allNetworkIds } from './store/networks';
import { countPurge, deleteCase, deleteReports, endedCases, refusedReports } from './store/purges';
import type { Store } from './store/ports';

export interface Purged {
  personalReports: number;
  sightings: number;
}

/** @param dryRun counts only; nothing is changed */
export async function purge(store: Store, retention: Retention, dryRun: boolean): Promise<Purged> {
  const total: Purged = { personalReports: 0, sightings: 0 };
  for (const networkId of await allNetworkIds(store.db)) {
    const purged = await purgeNetwork(store, networkId, retention, dryRun);
    total.personalReports += purged.personalReports;
    total.sightings += purged.sightings;
  }
  return total;
}

async function purgeNetwork(
  store: Store,
  networkId: string,
  { reportDays, sightingYears }: Retention,
  dryRun: boolean,
): Promise<Purged> {
  const now = store.now().toISOString();
  const ended = await endedCases(store.db, networkId);
  const reportsOver = ended.filter(({ endedAt }) => reportOverAt(endedAt, reportDays) <= now);
  const sightingsOver = ended.filter(({ endedAt }) => sightingOverAt(endedAt, sightingYears) <= now);
  const refusedBefore = new Date(Date.parse(now) - reportDays * DAY_MS).toISOString();
  const reportIds = [
    ...reportsOver.flatMap(({ reportIds }) => reportIds),
    // One that could not be opened belongs to no case: its own arrival counts.
    ...(await refusedReports(store.db, networkId, refusedBefore)),
  ];
  const purged = { personalReports: reportIds.length, sightings: sightingsOver.length };
  if (dryRun || purged.personalReports + purged.sightings === 0) return purged;
  await store.write(networkId, async (writing) => {
    await deleteReports(writing, reportIds);
    for (const { recordId } of sightingsOver) await deleteCase(writing, recordId);
    for (const [kind, count] of [
      ['personal-report', purged.personalReports],
      ['sighting', purged.sightings],
    ] as const) {
      if (count === 0) continue;
      const id = await countPurge(writing, kind, count);
      await writeAudit(writing, SERVER_ACTOR, `purge:${kind}`, id);
    }
    writing.tellDesk({ kind: 'cases', recordId: null });
  });
  return purged;
}

const FIRST_AFTER_MS = 60_000;

/** Purges once soon after the start and then every day. @returns stops it, after the run under way */
export function startPurging(store: Store, retention: Retention, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running.then(() =>
      purge(store, retention, false).then(
        (purged) => log.info(purged, 'purged'),
        (error: unknown) => logError(log, error),
      ),
    );
  };
  const first = setTimeout(run, FIRST_AFTER_MS);
  const daily = setInterval(run, DAY_MS);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
    return running;
  };
}

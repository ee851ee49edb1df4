// Opens a sheet: a new one, or a draft that only this tab may write. Reads and holds; never writes.
import type { RecordService, SightingDraft, SightingService } from '../../services';

export type OpenedSheet =
  | { status: 'writing'; draft: SightingDraft; timesUsed: ReadonlyMap<string, number>; release: () => void }
  | { status: 'held-elsewhere'; draft: SightingDraft }
  | { status: 'not-found' };

/** The order of tiles may wait this long for the records; after that the pack's own order stands. */
const USED_SIGNS_LIMIT_MS = 300;

/** How often each sign stands in this phone's records, so that the usual ones come first. Never fails. */
export function countUsedSigns(records: RecordService): Promise<ReadonlyMap<string, number>> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(new Map()), USED_SIGNS_LIMIT_MS);
    let done = false;
    let stop: (() => void) | null = null;
    stop = records.watchAll((all) => {
      clearTimeout(limit);
      done = true;
      stop?.();
      const times = new Map<string, number>();
      for (const record of all) for (const sign of record.signs) times.set(sign, (times.get(sign) ?? 0) + 1);
      resolve(times);
    });
    // the watcher called back before it had returned its stop
    if (done) stop();
  });
}

/** @param draftId null begins a new sheet; an unknown id is `not-found` */
export async function openSheet(
  sightings: SightingService,
  records: RecordService,
  draftId: string | null,
): Promise<OpenedSheet> {
  const used = countUsedSigns(records);
  if (draftId === null) {
    const draft = await sightings.begin();
    const hold = await sightings.hold(draft.id);
    const release = hold.status === 'held' ? () => hold.release() : () => undefined;
    return { status: 'writing', draft, timesUsed: await used, release };
  }
  const hold = await sightings.hold(draftId);
  const draft = await sightings.read(draftId);
  if (draft === null) {
    if (hold.status === 'held') hold.release();
    return { status: 'not-found' };
  }
  if (hold.status === 'held-elsewhere') return { status: 'held-elsewhere', draft };
  return { status: 'writing', draft, timesUsed: await used, release: () => hold.release() };
}

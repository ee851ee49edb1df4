// Is there a database that keeps things? Probed by a real write, because private modes only fail then.
import { ALL_STORES, type PhoneDatabase } from './db';
import { clearPreferences } from './preferences-store';

export async function probeWritable(db: PhoneDatabase, atIso: string): Promise<boolean> {
  try {
    await db.transaction('rw', db.device, async () => {
      await db.device.put({ key: 'probe', value: atIso });
    });
    return (await db.device.get('probe'))?.value === atIso;
  } catch {
    return false;
  }
}

/** Drafts and operations that would be lost by erasing. */
export async function countUnsent(db: PhoneDatabase): Promise<{ drafts: number; operations: number }> {
  const drafts = await db.drafts.filter((draft) => draft.sentAt === null).count();
  const operations = await db.outbox.filter((item) => item.status !== 'acknowledged').count();
  const photos = await db.photos.where('status').anyOf('held', 'waiting', 'refused').count();
  const reports = await db.reports.count();
  return { drafts: drafts + reports, operations: operations + photos };
}

/** Rows of ours that could not be read; changes of a later version do not count. */
export async function countQuarantined(db: PhoneDatabase): Promise<number> {
  return db.quarantine.filter((row) => row.from !== 'changes').count();
}

/** 「この端末から消す」: every row of every store, keys too, and the preferences. What stays is the app's own program files. */
export async function eraseAll(db: PhoneDatabase): Promise<void> {
  await db.transaction('rw', [...ALL_STORES], async () => {
    for (const store of ALL_STORES) await db.table(store).clear();
  });
  await clearPreferences();
}

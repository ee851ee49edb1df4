// Drafts of personal reports: they come here encrypted already and go when they are queued, withdrawn or erased.
// Nothing of a report may ever be written in plain, and no other store may hold a copy.
import type { Locked, SealingPort } from '../domain/sealing';
import { withReopen, type PhoneDatabase } from './db';
import type { ReportDraftRow } from './rows';

export async function readReportDraft(db: PhoneDatabase, recordId: string): Promise<ReportDraftRow | null> {
  return withReopen(db, async () => (await db.reports.get(recordId)) ?? null);
}

export const reportName = (recordId: string) => `report/${recordId}`;

/** The answers of a report being written; null when there is none, or this phone cannot open it any more. */
export async function readReport(db: PhoneDatabase, port: SealingPort, recordId: string): Promise<unknown> {
  const row = await readReportDraft(db, recordId);
  if (row === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(await port.unlock(row.locked, reportName(recordId))));
  } catch {
    return null;
  }
}

/** Commits the encrypted draft; resolves when it is on disk. */
export async function writeReportDraft(
  db: PhoneDatabase,
  row: { recordId: string; locked: Locked; savedAt: string },
): Promise<void> {
  await withReopen(db, () => db.reports.put(row));
}

export async function deleteReportDraft(db: PhoneDatabase, recordId: string): Promise<void> {
  await withReopen(db, () => db.reports.delete(recordId));
}

/** Drafts last saved before this go, as sightings do. @returns how many */
export async function expireReportDrafts(db: PhoneDatabase, olderThanIso: string): Promise<number> {
  return withReopen(db, () => db.reports.filter((row) => row.savedAt < olderThanIso).delete());
}

/** A refused report is written anew: the request it answered is open again. Part of a transaction on actions and instructions. */
export async function reopenRequest(db: PhoneDatabase, operationId: string): Promise<void> {
  const action = await db.actions.get(operationId);
  if (action?.kind === 'reported' && action.instructionId !== null)
    await db.instructions.update(action.instructionId, { doneAt: null });
}

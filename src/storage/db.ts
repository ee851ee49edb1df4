// The phone's database. Strict durability: a resolved transaction is on disk (law 1; default loses writes at power cut).
// Stores of drafts, outbox and photos are never dropped by a migration (law 12): see migrations.ts.
import Dexie, { type Table } from 'dexie';
import type { OutboxItem } from '../sync/outbox-item';
import { declareVersions } from './migrations';
import type {
  ActionRow,
  AppliedRow,
  DeviceRow,
  DraftRow,
  InstructionRow,
  PhotoRow,
  QuarantineRow,
  ReportDraftRow,
  RecordRow,
} from './rows';

export class PhoneDatabase extends Dexie {
  declare drafts: Table<DraftRow, string>;
  declare photos: Table<PhotoRow, string>;
  declare outbox: Table<OutboxItem, string>;
  declare records: Table<RecordRow, string>;
  declare instructions: Table<InstructionRow, string>;
  declare actions: Table<ActionRow, string>;
  declare applied: Table<AppliedRow, string>;
  declare device: Table<DeviceRow, string>;
  declare reports: Table<ReportDraftRow, string>;
  declare quarantine: Table<QuarantineRow, number>;

  constructor(name = 'mimamori') {
    super(name, { chromeTransactionDurability: 'strict' });
    declareVersions(this);
  }
}

/** Every store, for transactions that touch a whole record. */
export const ALL_STORES = [
  'drafts',
  'photos',
  'outbox',
  'records',
  'instructions',
  'actions',
  'applied',
  'reports',
  'device',
  'quarantine',
] as const;

const GONE = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'TransactionInactiveError',
]);

function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const inner = (error as { inner?: unknown }).inner;
  return [error.name, ...namesOf(inner)];
}

/** Runs `work`; when iOS has dropped the connection, reopens and runs it once more (law 12). Work must be one transaction. */
export async function withReopen<T>(db: PhoneDatabase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!namesOf(error).some((name) => GONE.has(name))) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
}

/** Why a write failed, in the two ways a member can act on. */
export function storageTrouble(error: unknown): 'storage-full' | 'storage-unavailable' {
  return namesOf(error).includes('QuotaExceededError') ? 'storage-full' : 'storage-unavailable';
}

// The audit log as a chain of its own for each network: every row carries the SHA-256 of its canonical text and of the row before.
// Rows are only ever added. What this proves: a row that was changed, left out or put in between shows. Whoever can rewrite the
// whole database can rewrite the whole chain; against that helps only a head that was written down elsewhere.
import type { AuditCheck, AuditFilter, AuditRow } from '../../src/domain/desk-accounts';
import { sha256Of } from '../secrets';
import type { Db, Writing } from './ports';
import type { AuditTable } from './schema';

/** What the first row of a chain stands on. */
export const FIRST_HASH = '0'.repeat(64);
const CHECK_ROWS = 1000;

/** 64 hex digits over the row's canonical text: a JSON array of all columns in this order, the hash before among them. */
export function auditHash(row: Omit<AuditTable, 'hash'>): string {
  const { prev_hash, network_id, seq, id, at, actor_kind, actor_id, action, subject_id } = row;
  return sha256Of(
    JSON.stringify([prev_hash, network_id, seq, id, at, actor_kind, actor_id, action, subject_id]),
  );
}

/** Inside the transaction on the network, whose row is locked: two rows never get the same place. */
export async function appendAudit(
  writing: Writing,
  what: Pick<AuditTable, 'actor_kind' | 'actor_id' | 'action' | 'subject_id'>,
): Promise<void> {
  const { db, networkId } = writing;
  const { audit_seq, audit_hash } = await db
    .selectFrom('networks')
    .select(['audit_seq', 'audit_hash'])
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow();
  const row = { id: writing.newId(), network_id: networkId, at: writing.at, ...what, seq: audit_seq + 1, prev_hash: audit_hash }; // prettier-ignore
  const hash = auditHash(row);
  await db.insertInto('audit').values({ ...row, hash }).execute(); // prettier-ignore
  await db
    .updateTable('networks')
    .set({ audit_seq: row.seq, audit_hash: hash })
    .where('id', '=', networkId)
    .execute();
}

/** Walks the whole chain of a network. `brokenSeq`: the first row that does not hold, or is missing. */
export async function checkAudit(db: Db, networkId: string): Promise<AuditCheck> {
  // The head is read first: rows that are added meanwhile lie behind it and are not asked about.
  const head = await db
    .selectFrom('networks')
    .select(['audit_seq', 'audit_hash'])
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow();
  let [seq, hash] = [0, FIRST_HASH];
  const broken = (at: number): AuditCheck => ({ whole: false, rows: head.audit_seq, head: head.audit_hash, brokenSeq: at }); // prettier-ignore
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('network_id', '=', networkId)
      .where('seq', '>', seq)
      .where('seq', '<=', head.audit_seq)
      .orderBy('seq')
      .limit(CHECK_ROWS)
      .execute();
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.prev_hash !== hash || row.hash !== auditHash(row))
        return broken(seq + 1);
      [seq, hash] = [row.seq, row.hash];
    }
    if (rows.length < CHECK_ROWS) break;
  }
  if (seq !== head.audit_seq) return broken(seq + 1);
  if (hash !== head.audit_hash) return broken(seq);
  const { outside } = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('outside'))
    .where('network_id', '=', networkId)
    .where('seq', '<', 1)
    .executeTakeFirstOrThrow();
  if (Number(outside) > 0) return broken(1);
  return { whole: true, rows: seq, head: hash, brokenSeq: null };
}

/** The hash at one place of the chain, or null. */
export async function auditHashAt(db: Db, networkId: string, seq: number): Promise<string | null> {
  const row = await db
    .selectFrom('audit')
    .select('hash')
    .where('network_id', '=', networkId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** Newest first. @param before only rows with a smaller seq; null: from the newest on */
export async function listAudit(
  db: Db,
  networkId: string,
  filter: AuditFilter,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('officers', (join) =>
      join.onRef('officers.id', '=', 'audit.actor_id').onRef('officers.network_id', '=', 'audit.network_id'),
    )
    .select([
      'audit.seq',
      'audit.at',
      'audit.actor_kind as actorKind',
      'audit.actor_id as actorId',
      'officers.display_name as officerName',
      'audit.action',
      'audit.subject_id as subjectId',
      'audit.hash',
    ])
    .where('audit.network_id', '=', networkId);
  if (before !== null) query = query.where('audit.seq', '<', before);
  if (filter.officer !== undefined)
    query = query.where('audit.actor_kind', '=', 'officer').where('audit.actor_id', '=', filter.officer);
  if (filter.action !== undefined) query = query.where('audit.action', '=', filter.action);
  if (filter.from !== undefined) query = query.where('audit.at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('audit.at', '<', filter.to);
  return query.orderBy('audit.seq', 'desc').limit(limit).execute();
}

export async function auditActions(db: Db, networkId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('action')
    .distinct()
    .where('network_id', '=', networkId)
    .orderBy('action')
    .execute();
  return rows.map(({ action }) => action);
}

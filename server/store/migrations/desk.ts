// Accounts with roles, second factor and listed sessions; the audit log becomes a chain that the database itself lets nobody change.
// Whoever was an officer before there were roles keeps everything: admin and officer. Sessions are made anew.
import { sql, type Kysely } from 'kysely';
import { auditHash, FIRST_HASH } from '../audit-chain';
import type { Dialect } from '../ports';
import type { StoreSchema } from '../schema';

export async function deskTables(step: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const db = step as Kysely<StoreSchema>;
  const officers = (name: string, type: 'text' | 'bigint') =>
    db.schema.alterTable('officers').addColumn(name, type).execute();
  await db.schema
    .alterTable('officers')
    .addColumn('roles', 'text', (column) => column.notNull().defaultTo('["admin","officer"]'))
    .execute();
  await officers('organisation_id', 'text');
  await officers('disabled_at', 'text');
  await db.schema
    .alterTable('officers')
    .addColumn('passphrase_given', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await officers('totp_secret', 'text');
  await officers('totp_offered', 'text');
  await officers('totp_last_step', 'bigint');
  await db.schema
    .createTable('recovery_codes')
    .addColumn('officer_id', 'text', (column) => column.notNull().references('officers.id'))
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addPrimaryKeyConstraint('pk_recovery_codes', ['officer_id', 'place'])
    .execute();
  await db.deleteFrom('desk_sessions').execute();
  for (const [name, value] of [
    ['id', ''],
    ['status', 'signed-in'],
    ['browser', ''],
  ] as const)
    // prettier-ignore
    await db.schema
      .alterTable('desk_sessions')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(value))
      .execute();
  await db.schema.createIndex('desk_sessions_by_id').on('desk_sessions').column('id').unique().execute();
  await chainAudit(db);
  await guardAudit(db, dialect);
}

async function chainAudit(db: Kysely<StoreSchema>): Promise<void> {
  const required = (value: string | number) => (column: { notNull(): { defaultTo(value: string | number): unknown } }) =>
    column.notNull().defaultTo(value) as never; // prettier-ignore
  await db.schema.alterTable('networks').addColumn('audit_seq', 'bigint', required(0)).execute();
  await db.schema.alterTable('networks').addColumn('audit_hash', 'text', required(FIRST_HASH)).execute();
  await db.schema.alterTable('audit').addColumn('seq', 'bigint', required(0)).execute();
  await db.schema.alterTable('audit').addColumn('prev_hash', 'text', required('')).execute();
  await db.schema.alterTable('audit').addColumn('hash', 'text', required('')).execute();
  const heads = new Map<string, { seq: number; hash: string }>();
  for (const row of await db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute()) {
    const before = heads.get(row.network_id) ?? { seq: 0, hash: FIRST_HASH };
    const next = { ...row, seq: before.seq + 1, prev_hash: before.hash };
    const head = { seq: next.seq, hash: auditHash(next) };
    await db
      .updateTable('audit')
      .set({ seq: head.seq, prev_hash: before.hash, hash: head.hash })
      .where('id', '=', row.id)
      .execute();
    heads.set(row.network_id, head);
  }
  for (const [id, { seq, hash }] of heads)
    await db.updateTable('networks').set({ audit_seq: seq, audit_hash: hash }).where('id', '=', id).execute();
  await db.schema.createIndex('audit_by_seq').on('audit').columns(['network_id', 'seq']).unique().execute();
}

/** Also whoever speaks to the database directly is refused, as long as the triggers stand. */
async function guardAudit(db: Kysely<StoreSchema>, dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') {
    for (const what of ['update', 'delete'])
      await sql
        .raw(
          `create trigger audit_no_${what} before ${what} on audit begin select raise(abort, 'audit is append-only'); end`,
        )
        .execute(db);
    return;
  }
  await sql
    .raw(
      `create function audit_is_kept() returns trigger language plpgsql as $$ begin raise exception 'audit is append-only'; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      'create trigger audit_no_change before update or delete on audit for each row execute function audit_is_kept()',
    )
    .execute(db);
  await sql
    .raw(
      'create trigger audit_no_truncate before truncate on audit for each statement execute function audit_is_kept()',
    )
    .execute(db);
}

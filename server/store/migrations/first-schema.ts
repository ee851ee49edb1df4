// Step 1: every table of the secretariat. Foreign keys hold inside one database; `network_id` leads each index that lists.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Dialect } from '../ports';

const required = (column: { notNull(): unknown }) => column.notNull() as never;

export async function firstSchema(db: Kysely<unknown>, dialect: Dialect, newEpoch: string): Promise<void> {
  const create = async (
    name: string,
    columns: Record<string, 'text' | 'text?' | 'number' | 'number?' | 'bytes'>,
    finish: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>,
  ) => {
    let table = db.schema.createTable(name) as CreateTableBuilder<string, string>;
    for (const [column, kind] of Object.entries(columns)) {
      const type =
        kind === 'bytes'
          ? sql.raw(dialect === 'postgres' ? 'bytea' : 'blob')
          : sql.raw(kind.startsWith('text') ? 'text' : 'bigint');
      table = kind.endsWith('?') ? table.addColumn(column, type) : table.addColumn(column, type, required);
    }
    await finish(table).execute();
  };
  const key =
    (...columns: string[]) =>
    (table: CreateTableBuilder<string, string>) =>
      table.addPrimaryKeyConstraint(`pk_${columns.join('_')}_${(count += 1)}`, columns);
  let count = 0;
  const ofNetwork = (table: CreateTableBuilder<string, string>) =>
    table.addForeignKeyConstraint(`network_${(count += 1)}`, ['network_id'], 'networks', ['id']);
  const index = (table: string, columns: string[], unique = false) => {
    const builder = db.schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns(columns);
    return (unique ? builder.unique() : builder).execute();
  };

  await create('server_meta', { key: 'text', value: 'text' }, key('key'));
  await create(
    'networks',
    { id: 'text', name: 'text', profile: 'text', feed_seq: 'number', created_at: 'text' },
    key('id'),
  );
  await index('networks', ['name'], true);
  await create(
    'organisations',
    { id: 'text', network_id: 'text', kind: 'text', name: 'text', created_at: 'text' },
    (table) => ofNetwork(key('id')(table)),
  );
  await index('organisations', ['network_id', 'name'], true);
  await create(
    'members',
    { id: 'text', network_id: 'text', organisation_id: 'text', kind: 'text', display_name: 'text', job_kind: 'text', created_at: 'text' },
    (table) => ofNetwork(key('id')(table)).addForeignKeyConstraint('members_organisation', ['organisation_id'], 'organisations', ['id']),
  ); // prettier-ignore
  await index('members', ['network_id']);
  await create(
    'invitations',
    { id: 'text', network_id: 'text', member_id: 'text', code_sha256: 'text', created_at: 'text', expires_at: 'text', revoked_at: 'text?', used_at: 'text?', device_id: 'text?', device_key: 'text?' },
    (table) => ofNetwork(key('id')(table)).addForeignKeyConstraint('invitations_member', ['member_id'], 'members', ['id']),
  ); // prettier-ignore
  await index('invitations', ['code_sha256'], true);
  await index('invitations', ['network_id', 'created_at']);
  await create(
    'devices',
    { id: 'text', network_id: 'text', member_id: 'text', token_sha256: 'text', device_key: 'text', app_version: 'text', system: 'text', enrolled_at: 'text', revoked_at: 'text?' },
    (table) => ofNetwork(key('id')(table)).addForeignKeyConstraint('devices_member', ['member_id'], 'members', ['id']),
  ); // prettier-ignore
  await index('devices', ['token_sha256'], true);
  await create(
    'operations',
    { id: 'text', network_id: 'text', member_id: 'text', device_id: 'text', kind: 'text', record_id: 'text', body: 'text', body_sha256: 'text', created_at: 'text', clock_offset_ms: 'number', zone: 'text', received_at: 'text' },
    (table) => ofNetwork(key('id')(table)).addForeignKeyConstraint('operations_device', ['device_id'], 'devices', ['id']),
  ); // prettier-ignore
  await index('operations', ['network_id', 'record_id']);
  await create(
    'operation_conflicts',
    { operation_id: 'text', network_id: 'text', member_id: 'text', device_id: 'text', kind: 'text', body: 'text', body_sha256: 'text', received_at: 'text' },
    (table) => ofNetwork(key('network_id', 'operation_id', 'member_id', 'kind', 'body_sha256')(table)),
  ); // prettier-ignore
  await create(
    'cases',
    { record_id: 'text', network_id: 'text', member_id: 'text', receipt_no: 'text', state: 'text', urgency_rank: 'number', sighting: 'text', marked: 'number', assignee_id: 'text?', merged_into: 'text?', version: 'number', received_at: 'text', changed_at: 'text', outcome: 'text?', feedback: 'text?' },
    (table) => ofNetwork(key('record_id')(table)).addForeignKeyConstraint('cases_member', ['member_id'], 'members', ['id']),
  ); // prettier-ignore
  await index('cases', ['network_id', 'receipt_no'], true);
  await index('cases', ['network_id', 'state']);
  const ofCase = (table: CreateTableBuilder<string, string>) =>
    ofNetwork(table).addForeignKeyConstraint(`case_${(count += 1)}`, ['record_id'], 'cases', ['record_id']);
  await create(
    'case_events',
    { id: 'text', network_id: 'text', record_id: 'text', place: 'number', at: 'text', actor: 'text', officer_id: 'text?', kind: 'text', state: 'text?', instruction_id: 'text?', text: 'text?', done: 'text?' },
    (table) => ofCase(key('id')(table)),
  ); // prettier-ignore
  await index('case_events', ['record_id', 'place'], true);
  await create(
    'instructions',
    { id: 'text', network_id: 'text', record_id: 'text', member_id: 'text', template: 'text', body: 'text', sent_at: 'text', retracted_at: 'text?', seen_at: 'text?', started_at: 'text?', done_at: 'text?', done: 'text?' },
    (table) => ofCase(key('id')(table)),
  ); // prettier-ignore
  await index('instructions', ['record_id']);
  await create('counters', { network_id: 'text', kind: 'text', year: 'number', value: 'number' }, (table) =>
    ofNetwork(key('network_id', 'kind', 'year')(table)),
  );
  await create(
    'feed',
    { network_id: 'text', seq: 'number', member_id: 'text?', kind: 'text', subject_id: 'text', version: 'number', body: 'text' },
    (table) => ofNetwork(key('network_id', 'seq')(table)),
  ); // prettier-ignore
  await index('feed', ['network_id', 'member_id', 'seq']);
  await index('feed', ['network_id', 'kind', 'subject_id', 'version'], true);
  await create(
    'photos',
    { network_id: 'text', member_id: 'text', sha256: 'text', type: 'text', bytes: 'number', received: 'number', complete: 'number' },
    (table) => ofNetwork(key('network_id', 'member_id', 'sha256')(table)),
  ); // prettier-ignore
  await create(
    'photo_parts',
    { network_id: 'text', member_id: 'text', sha256: 'text', start: 'number', data: 'bytes' },
    (table) => ofNetwork(key('network_id', 'member_id', 'sha256', 'start')(table)),
  );
  await create(
    'case_photos',
    { network_id: 'text', record_id: 'text', member_id: 'text', sha256: 'text', place: 'number' },
    (table) => ofCase(key('record_id', 'place')(table)),
  );
  await index('case_photos', ['network_id', 'member_id', 'sha256']);
  await create(
    'officers',
    { id: 'text', network_id: 'text', name: 'text', display_name: 'text', passphrase_hash: 'text', created_at: 'text' },
    (table) => ofNetwork(key('id')(table)),
  ); // prettier-ignore
  await index('officers', ['name'], true);
  await create(
    'desk_sessions',
    { token_sha256: 'text', network_id: 'text', officer_id: 'text', created_at: 'text', last_seen_at: 'text' },
    (table) => ofNetwork(key('token_sha256')(table)).addForeignKeyConstraint('sessions_officer', ['officer_id'], 'officers', ['id']),
  ); // prettier-ignore
  await create(
    'desk_requests',
    { request_id: 'text', network_id: 'text', record_id: 'text', officer_id: 'text', at: 'text' },
    (table) => ofCase(key('request_id')(table)),
  );
  await create(
    'audit',
    { id: 'text', network_id: 'text', at: 'text', actor_kind: 'text', actor_id: 'text', action: 'text', subject_id: 'text' },
    (table) => ofNetwork(key('id')(table)),
  ); // prettier-ignore
  await index('audit', ['network_id', 'at']);

  await sql`insert into server_meta (key, value) values ('epoch', ${newEpoch})`.execute(db);
}

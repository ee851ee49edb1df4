// Badges of members, also of those who were there before badges were, and the accepted texts of the duty of secrecy.
import type { Kysely } from 'kysely';
import { sha256Of } from '../../secrets';
import type { StoreSchema } from '../schema';

/** @param chance fresh randomness of this run, told to nobody: makes the ids of badges for members already there */
export async function badgeTables(step: Kysely<unknown>, chance: string): Promise<void> {
  const db = step as Kysely<StoreSchema>;
  await db.schema
    .createTable('badges')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema
    .createIndex('badges_by_network')
    .on('badges')
    .columns(['network_id', 'member_id'])
    .execute();
  await db.schema
    .createTable('secrecy_acceptances')
    .addColumn('device_id', 'text', (column) => column.primaryKey().references('devices.id'))
    .addColumn('network_id', 'text', (column) => column.notNull().references('networks.id'))
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id'))
    .addColumn('accepted_at', 'text', (column) => column.notNull())
    .addColumn('text_version', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  const members = await db.selectFrom('members').select(['id', 'network_id', 'created_at']).execute();
  for (const { id, network_id, created_at } of members)
    await db
      .insertInto('badges')
      .values({ id: badgeIdFrom(`${chance}:${id}`), network_id, member_id: id, created_at, revoked_at: null })
      .execute();
}

/** 22 characters of base64url. @param chance a text nobody can guess */
export function badgeIdFrom(chance: string): string {
  return Buffer.from(sha256Of(chance), 'hex').subarray(0, 16).toString('base64url');
}

// What the desk needs to know of a device: its last contact, why it was stopped, and whether it was told to erase itself.
import type { Kysely } from 'kysely';

export async function deviceColumns(db: Kysely<unknown>): Promise<void> {
  for (const column of ['revoked_reason', 'last_contact_at', 'told_to_wipe_at'])
    await db.schema.alterTable('devices').addColumn(column, 'text').execute();
}

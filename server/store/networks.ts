// Networks, their organisations and members. A member is read together with the organisation, as phones know it.
import * as z from 'zod/mini';
import { memberSchema, organisationSchema, type Member, type Organisation } from '../../src/domain/member';
import { networkProfileSchema, type NetworkProfile } from '../../src/domain/network';
import { addBadge } from './badges';
import { writeFeed } from './feed';
import type { Db, Writing } from './ports';

export async function readProfile(db: Db, networkId: string): Promise<NetworkProfile> {
  const { profile } = await db
    .selectFrom('networks')
    .select('profile')
    .where('id', '=', networkId)
    .executeTakeFirstOrThrow();
  return z.parse(networkProfileSchema, JSON.parse(profile));
}

/** Keeps the profile and tells every phone of the network. */
export async function writeProfile(writing: Writing, profile: NetworkProfile): Promise<void> {
  await writing.db
    .updateTable('networks')
    .set({ name: profile.name, profile: JSON.stringify(profile) })
    .where('id', '=', writing.networkId)
    .execute();
  await writeFeed(writing, null, 'network-profile', profile.id, profile);
}

export async function findNetworkByName(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('networks').select('id').where('name', '=', name).executeTakeFirst();
  return row?.id ?? null;
}

export async function allNetworkIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('networks').select('id').orderBy('created_at').execute();
  return rows.map(({ id }) => id);
}

export async function listOrganisations(db: Db, networkId: string): Promise<Organisation[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'kind', 'name'])
    .where('network_id', '=', networkId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function readOrganisation(db: Db, networkId: string, id: string): Promise<Organisation | null> {
  const row = await db
    .selectFrom('organisations')
    .select(['id', 'kind', 'name'])
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns null when the network already has one of this name */
export async function addOrganisation(
  writing: Writing,
  organisation: Omit<Organisation, 'id'>,
): Promise<Organisation | null> {
  const { db, networkId, at } = writing;
  const taken = await db
    .selectFrom('organisations')
    .select('id')
    .where('network_id', '=', networkId)
    .where('name', '=', organisation.name)
    .executeTakeFirst();
  if (taken !== undefined) return null;
  const made = z.parse(organisationSchema, { id: writing.newId(), ...organisation });
  await db
    .insertInto('organisations')
    .values({ ...made, network_id: networkId, created_at: at })
    .execute();
  return made;
}

/** A member and the badge that goes with it. */
export async function addMember(
  writing: Writing,
  member: { organisationId: string; kind: Member['kind']; displayName: string; jobKind: Member['jobKind'] },
): Promise<string> {
  const id = writing.newId();
  await writing.db
    .insertInto('members')
    .values({
      id,
      network_id: writing.networkId,
      organisation_id: member.organisationId,
      kind: member.kind,
      display_name: member.displayName,
      job_kind: member.jobKind,
      created_at: writing.at,
    })
    .execute();
  await addBadge(writing, id);
  return id;
}

export async function readMember(db: Db, networkId: string, id: string): Promise<Member> {
  const row = await db
    .selectFrom('members')
    .innerJoin('organisations', 'organisations.id', 'members.organisation_id')
    .select([
      'members.kind',
      'members.display_name',
      'members.job_kind',
      'organisations.id as organisation_id',
      'organisations.kind as organisation_kind',
      'organisations.name as organisation_name',
    ])
    .where('members.network_id', '=', networkId)
    .where('members.id', '=', id)
    .executeTakeFirstOrThrow();
  return z.parse(memberSchema, {
    id,
    kind: row.kind,
    displayName: row.display_name,
    jobKind: row.job_kind,
    organisation: { id: row.organisation_id, kind: row.organisation_kind, name: row.organisation_name },
  });
}

// The demo network 「見本市見守りネットワーク」: everything in it is made up, its telephone numbers lead nowhere.
// Made only on an empty database, never in production.
import { INVITATION_LENGTH } from '../src/domain/ids';
import type { Member } from '../src/domain/member';
import type { NetworkProfile } from '../src/domain/network';
import { SERVER_ACTOR, writeAudit } from './audit';
import type { Deps } from './deps';
import { hashPassphrase, newPassphrase } from './passphrases';
import { addInvitation } from './store/invitations';
import {
  addMember,
  addOrganisation,
  allNetworkIds,
  listOrganisations,
  readProfile,
  writeProfile,
} from './store/networks';
import { addOfficer, firstOfficer } from './store/officers';
import type { Writing } from './store/ports';

type DemoDeps = Pick<Deps, 'store' | 'randomBytes' | 'sealingKeys'>;

const DEMO_OFFICER = { name: 'mihon', displayName: '見本 事務局' };
const PASSPHRASE_RANDOM_BYTES = 20;

const profileOf = (id: string): NetworkProfile => ({
  id,
  name: '見本市見守りネットワーク',
  municipality: '見本市',
  receiptPrefix: 'M',
  photosAllowed: true,
  areas: ['見本第一小学校区', '見本第二小学校区', '見本川小学校区', '見本港小学校区'],
  secretariat: { name: '見本市役所 市民生活課（事務局）', phone: '0120-000-000', hours: '平日 9:00〜17:00' },
  center: { name: '見本市消費生活センター', phone: '0120-000-001', hours: '平日 9:00〜16:00' },
  welfare: { name: '見本市地域包括支援センター', phone: '0120-000-002', hours: '平日 8:30〜17:15' },
  police: { name: '見本警察署 生活安全課', phone: '0120-000-003', hours: '24時間' },
  draftDays: 30,
  demo: true,
});

const ORGANISATIONS = [
  { kind: 'member', name: '見本生活協同組合' },
  { kind: 'member', name: '見本信用金庫' },
  { kind: 'member', name: '見本生命' },
  { kind: 'cooperator', name: '見本市老人クラブ連合会' },
] as const;

const MEMBERS: readonly { organisation: string; kind: Member['kind']; displayName: string; jobKind: Member['jobKind'] }[] = [
  { organisation: '見本生活協同組合', kind: 'member', displayName: '見本 はこぶ', jobKind: 'outside_work' },
  { organisation: '見本信用金庫', kind: 'member', displayName: '見本 まどか', jobKind: 'inside_work' },
  { organisation: '見本市老人クラブ連合会', kind: 'cooperator', displayName: '見本 みつる', jobKind: 'outside_work' },
]; // prettier-ignore

/** The demo network of this database, or null. */
export async function findDemo({ store }: DemoDeps): Promise<string | null> {
  for (const id of await allNetworkIds(store.db)) if ((await readProfile(store.db, id)).demo) return id;
  return null;
}

/** Makes it with one officer. @returns the passphrase, told this once */
export async function makeDemo({
  store,
  randomBytes,
  sealingKeys,
}: DemoDeps): Promise<{ networkId: string; passphrase: string }> {
  const id = store.newId();
  const profile = { ...profileOf(id), sealingKey: await sealingKeys.create(id, store.now()) };
  const passphrase = newPassphrase(randomBytes(PASSPHRASE_RANDOM_BYTES));
  const passphraseHash = await hashPassphrase(passphrase);
  await store.found({ id, name: profile.name }, async (writing) => {
    await writeProfile(writing, profile);
    await writeAudit(writing, SERVER_ACTOR, 'network:create', id);
    for (const organisation of ORGANISATIONS) await addOrganisation(writing, organisation);
    const officerId = await addOfficer(writing, {
      ...DEMO_OFFICER,
      passphraseHash,
      roles: ['admin', 'officer'],
      // told at the start to whoever tries the demo: nobody is asked to change it
      passphraseGiven: false,
    });
    await writeAudit(writing, SERVER_ACTOR, 'officer:create', officerId);
  });
  return { networkId: id, passphrase };
}

/** Codes of unused invitations, each for a member of its own. */
export async function freshInvitations(
  { store, randomBytes }: DemoDeps,
  networkId: string,
  count: number,
): Promise<string[]> {
  return store.write(networkId, async (writing) => {
    const codes: string[] = [];
    for (let place = 0; place < count; place += 1) {
      const memberId = await addDemoMember(writing, place);
      const { id, code } = await addInvitation(writing, memberId, randomBytes(INVITATION_LENGTH));
      await writeAudit(writing, SERVER_ACTOR, 'invitation:create', id);
      codes.push(code);
    }
    return codes;
  });
}

async function addDemoMember(writing: Writing, place: number): Promise<string> {
  const { organisation, ...member } = MEMBERS[place % MEMBERS.length]!;
  const organisations = await listOrganisations(writing.db, writing.networkId);
  const at = organisations.find(({ name }) => name === organisation) ?? organisations[0];
  if (at === undefined) throw new Error('the demo network has no organisation');
  return addMember(writing, { ...member, organisationId: at.id });
}

export async function demoOfficerName({ store }: DemoDeps, networkId: string): Promise<string | null> {
  return (await firstOfficer(store.db, networkId))?.name ?? null;
}

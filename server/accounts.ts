// What happens to an officer's account, by an admin at the desk or by a command: always with its audit row, never to the last admin.
import type { NewOfficer, OfficerChange } from '../src/domain/desk-accounts';
import type { Role } from '../src/domain/roles';
import { writeAudit, type Actor } from './audit';
import { hashPassphrase, newPassphrase } from './passphrases';
import { Refused } from './refused';
import { endSessions } from './store/desk-sessions';
import { readOrganisation } from './store/networks';
import {
  addOfficer,
  changeOfficerRow,
  clearTotp,
  countAdmins,
  findOfficer,
  readOfficer,
  setPassphrase,
  type OfficerAccount,
} from './store/officers';
import type { Writing } from './store/ports';

const PASSPHRASE_RANDOM_BYTES = 20;

export interface GivenPassphrase {
  /** told once */
  passphrase: string;
  hash: string;
}
export async function givePassphrase(randomBytes: (count: number) => Uint8Array): Promise<GivenPassphrase> {
  const passphrase = newPassphrase(randomBytes(PASSPHRASE_RANDOM_BYTES));
  return { passphrase, hash: await hashPassphrase(passphrase) };
}

/** @throws Refused name-taken, not-found (the organisation), invalid-body */
export async function createAccount(
  writing: Writing,
  actor: Actor,
  officer: NewOfficer,
  passphraseHash: string,
): Promise<string> {
  const name = officer.name.normalize('NFKC').trim();
  if ((await findOfficer(writing.db, name)) !== null) throw new Refused('name-taken', ['name']);
  await requireOrganisation(writing, officer.roles, officer.organisationId);
  const id = await addOfficer(writing, { ...officer, name, passphraseHash, passphraseGiven: true });
  await writeAudit(writing, actor, 'officer:create', id);
  return id;
}

/** @throws Refused not-found, last-admin, invalid-body */
export async function changeAccount(
  writing: Writing,
  actor: Actor,
  id: string,
  change: OfficerChange,
): Promise<void> {
  const before = await known(writing, id);
  await requireOrganisation(writing, change.roles, change.organisationId);
  const staysAdmin = change.roles.includes('admin') && !change.disabled;
  if (before.roles.includes('admin') && !before.disabled && !staysAdmin) await requireAnotherAdmin(writing);
  await changeOfficerRow(writing, id, {
    display_name: change.displayName,
    roles: JSON.stringify(change.roles),
    organisation_id: change.organisationId,
    disabled_at: change.disabled ? writing.at : null,
  });
  await writeAudit(writing, actor, 'officer:change', id);
  if (!sameRoles(before.roles, change.roles) || before.organisationId !== change.organisationId)
    await writeAudit(writing, actor, 'officer:roles', id);
  if (change.disabled && !before.disabled) {
    await endSessions(writing, { officerId: id });
    await writeAudit(writing, actor, 'officer:disable', id);
  }
  if (!change.disabled && before.disabled) await writeAudit(writing, actor, 'officer:enable', id);
}

/** @throws Refused not-found */
export async function resetAccount(
  writing: Writing,
  actor: Actor,
  id: string,
  passphraseHash: string,
): Promise<void> {
  await known(writing, id);
  await setPassphrase(writing, id, passphraseHash, true);
  await writeAudit(writing, actor, 'officer:reset', id);
}

/** The second factor is set up anew at the next sign-in. @throws Refused not-found */
export async function resetAccountTotp(writing: Writing, actor: Actor, id: string): Promise<void> {
  await known(writing, id);
  await clearTotp(writing, id);
  await writeAudit(writing, actor, 'officer:reset-totp', id);
}

/** The way back when no admin is left: by command only. An account that was shut is opened. @throws Refused not-found */
export async function grantAdmin(writing: Writing, actor: Actor, id: string): Promise<void> {
  const { roles } = await known(writing, id);
  await changeOfficerRow(writing, id, {
    roles: JSON.stringify([...new Set<Role>(['admin', ...roles])]),
    disabled_at: null,
  });
  await writeAudit(writing, actor, 'officer:grant-admin', id);
}

/** @returns how many there were. @throws Refused not-found */
export async function endAccountSessions(writing: Writing, actor: Actor, id: string): Promise<number> {
  await known(writing, id);
  const ended = await endSessions(writing, { officerId: id });
  await writeAudit(writing, actor, 'officer:end-sessions', id);
  return ended;
}

async function known({ db, networkId }: Writing, id: string): Promise<OfficerAccount> {
  const account = await readOfficer(db, networkId, id);
  if (account === null) throw new Refused('not-found');
  return account;
}

async function requireAnotherAdmin({ db, networkId }: Writing): Promise<void> {
  if ((await countAdmins(db, networkId)) < 2) throw new Refused('last-admin');
}

/** A coordinator is for one organisation of this network; nobody else has one. */
async function requireOrganisation(
  { db, networkId }: Writing,
  roles: readonly Role[],
  organisationId: string | null,
): Promise<void> {
  if (roles.includes('organisation_coordinator') !== (organisationId !== null))
    throw new Refused('invalid-body', ['organisationId']);
  if (organisationId !== null && (await readOrganisation(db, networkId, organisationId)) === null)
    throw new Refused('not-found', ['organisationId']);
}

function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}

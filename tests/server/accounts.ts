// Officers of any role for tests, and the codes their authenticator app would show.
import { generateSync } from 'otplib';
import { hashPassphrase } from '../../server/passphrases';
import { addOfficer } from '../../server/store/officers';
import type { DeskSession } from '../../src/domain/desk-contract';
import type { Role } from '../../src/domain/roles';
import type { OfficerCredentials, TestNetwork, TestServer } from '../support/server';
import { Desk, signIn } from './desk';

export const PASSPHRASE = 'ame no hi ni aruku kuroi neko';
let hash: Promise<string> | null = null;
let made = 0;

export async function anOfficer(
  server: TestServer,
  network: TestNetwork,
  roles: readonly Role[],
  more: { passphraseGiven?: boolean; organisationId?: string | null } = {},
): Promise<OfficerCredentials & { id: string }> {
  const name = `yakuwari-${(made += 1)}-${network.id.slice(-6)}`;
  const passphraseHash = await (hash ??= hashPassphrase(PASSPHRASE));
  const coordinates = roles.includes('organisation_coordinator');
  const id = await server.store.write(network.id, (writing) =>
    addOfficer(writing, {
      name,
      displayName: `役割 ${made}`,
      passphraseHash,
      roles,
      organisationId: more.organisationId ?? (coordinates ? network.organisationId : null),
      passphraseGiven: more.passphraseGiven ?? false,
    }),
  );
  return { id, name, passphrase: PASSPHRASE };
}

export interface Step {
  status: number;
  session: DeskSession;
  desk: Desk;
}

export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Passphrase only. @throws when it is refused */
export async function begin(server: TestServer, credentials: OfficerCredentials): Promise<Step> {
  const { name, passphrase } = credentials;
  const response = await signIn(server.url, { name, passphrase });
  if (response.status !== 200) throw new Error(`sign-in: ${response.status}`);
  const session = (await response.json()) as DeskSession;
  return { status: response.status, session, desk: new Desk(server.url, cookieOf(response)) };
}

/** The digits of the app at an instant of the server's clock. */
export function digits(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}

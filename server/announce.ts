// What a start tells the person who started it: where to go, three invitations, and on the very first start of a demo
// the desk's passphrase. In production nothing is made and nothing is told but the addresses.
import { demoOfficerName, findDemo, freshInvitations, makeDemo } from './demo';
import { invitationLink } from './routes/desk-invitations';
import type { RunningServer } from './start-server';
import { allNetworkIds } from './store/networks';

export interface Announcement {
  member: string;
  desk: string;
  /** links with the code after `#` */
  invitations: string[];
  deskUser: string | null;
  /** told once, when the account is made; null ever after */
  deskPassword: string | null;
}

const INVITATIONS = 3;

export async function announce({ deps }: RunningServer, production: boolean): Promise<Announcement> {
  const origin = deps.origin();
  const nothing = { member: `${origin}/`, desk: `${origin}/desk`, invitations: [], deskUser: null, deskPassword: null }; // prettier-ignore
  if (production) return nothing;
  let networkId = await findDemo(deps);
  let deskPassword: string | null = null;
  if (networkId === null) {
    if ((await allNetworkIds(deps.store.db)).length > 0) return nothing;
    ({ networkId, passphrase: deskPassword } = await makeDemo(deps));
  }
  const codes = await freshInvitations(deps, networkId, INVITATIONS);
  return {
    ...nothing,
    invitations: codes.map((code) => invitationLink(origin, code)),
    deskUser: await demoOfficerName(deps, networkId),
    deskPassword,
  };
}

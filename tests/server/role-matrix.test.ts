// Role × operation × network, cell by cell over real HTTP. The operations come from the served document and their roles from its
// `x-roles`; an operation without an example here fails, so that none can be added unasked.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KNOWN_OPERATIONS, rolesFor } from '../../server/roles';
import { API } from '../../src/domain/api-paths';
import { ROLES, type Role } from '../../src/domain/roles';
import { foundNetwork, startServer, type TestNetwork, type TestServer } from '../support/server';
import { testId } from '../support/sightings';
import { anOfficer, begin, PASSPHRASE } from './accounts';
import { openDesk, type Desk } from './desk';
import { anOperation, aPhoto, enrolPhone, freshKey, problemOf, sealedPhoto, submit } from './phone';

interface Described {
  operationId: string;
  method: string;
  path: string;
  roles: Role[];
}
interface World {
  network: TestNetwork;
  recordId: string;
  sha256: string;
  reportId: string;
  badgeId: string;
  deviceId: string;
  memberId: string;
  /** ids that must never be read in another network's answers */
  secrets: string[];
}
interface Request {
  /** of the path, in its order */
  ids?: string[];
  body?: unknown;
  query?: string;
}
interface Example {
  /** what a role that may gets for its own network's ids; made anew for each cell */
  own(world: World, officer: { id: string; sessionId: string }): Promise<Request> | Request;
  ok: number;
  /** the same with ids of another network: 404, wherever they stand. Left out: names nothing */
  foreign?(other: World): Promise<Request> | Request;
}

let server: TestServer;
let operations: Described[];
let mine: World;
let theirs: World;
const WIDE = { points: 1_000_000, seconds: 60 };

async function aWorld(): Promise<World> {
  const network = await foundNetwork(server);
  const phone = await enrolPhone(server, network, freshKey());
  const recordId = testId();
  const photo = await sealedPhoto(phone, recordId, aPhoto(3000));
  const { sha256 } = photo.name;
  await phone.sync({ ...submit({ photos: [photo.name], urgency: 'emergency' }), id: recordId });
  await phone.photoPart(sha256, photo.bytes, 0, photo.bytes.length);
  const report = anOperation('personal-report.submit', {
    recordId,
    request: null,
    basis: 'emergency',
    consentDetail: 'none',
    consentScope: [],
    emergencyReasons: ['threat'],
    whyNoConsent: '話せる様子ではなかった',
    subjectName: '架空 太郎',
    companyApproval: 'not_needed',
    finishedAt: new Date().toISOString(),
    appVersion: 'test',
  });
  await phone.sync(report);
  const desk = await openDesk(server, network);
  const first = async <T>(path: string, list: string): Promise<T> =>
    ((await (await desk.ask('GET', path)).json()) as Record<string, T[]>)[list]![0]!;
  const badge = await first<{ id: string }>(API.deskBadges, 'badges');
  const member = await first<{ memberId: string; devices: { id: string }[] }>(API.deskDevices, 'members');
  const deviceId = member.devices[0]!.id;
  return {
    network, recordId, sha256, reportId: report.id, badgeId: badge.id, deviceId, memberId: member.memberId,
    secrets: [recordId, sha256, report.id, badge.id, deviceId, member.memberId, network.id, network.organisationId, network.officer.name],
  }; // prettier-ignore
}

beforeAll(async () => {
  server = await startServer({
    gates: { signInAddress: WIDE, signInAccount: WIDE, signInAccountFromAddress: WIDE, codeOfOfficer: WIDE, codeOfOfficerInADay: WIDE },
  }); // prettier-ignore
  const document = (await (await fetch(server.url + API.openapi)).json()) as {
    paths: Record<string, Record<string, { operationId: string; security: object[]; 'x-roles'?: Role[] }>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security.some((one) => 'desk' in one))
      .map(([method, one]) => ({ operationId: one.operationId, method: method.toUpperCase(), path, roles: one['x-roles'] ?? [] })),
  ); // prettier-ignore
  [mine, theirs] = [await aWorld(), await aWorld()];
});
afterAll(() => server.stop());

const organisationOf = ({ network }: World) => ({ organisationId: network.organisationId, memberKind: 'member', displayName: '試し', jobKind: 'outside_work' }); // prettier-ignore
const aTarget = async ({ network }: World) => [(await anOfficer(server, network, ['officer'])).id];
const aChange = { displayName: '変えた', roles: ['officer'], organisationId: null, disabled: false };
const anInvitation = async ({ network }: World) => [(await network.createInvitation()).id];
const aNote = () => ({ kind: 'note', text: 'メモ', requestId: testId(), version: 999 });
const aView = { purpose: 'check', reason: '確かめるため' };
/** A second sign-in of a fresh officer of the other network. */
async function aSessionElsewhere(world: World): Promise<string[]> {
  const { desk } = await begin(server, await anOfficer(server, world.network, ['officer']));
  const { sessions } = (await (await desk.ask('GET', API.deskSessions)).json()) as {
    sessions: { id: string }[];
  };
  return [sessions[0]!.id];
}

const EXAMPLES: Record<string, Example> = {
  deskSession: { own: () => ({}), ok: 200 },
  signOut: { own: () => ({}), ok: 204 },
  // for sign-ins that are half-way only: a whole session has nothing to do there
  signInCode: { own: () => ({ body: { code: '000000' } }), ok: 401 },
  startTotp: { own: () => ({ body: { passphrase: PASSPHRASE } }), ok: 200 },
  confirmTotp: { own: () => ({ body: { code: '000000' } }), ok: 401 },
  changePassphrase: { own: () => ({ body: { current: PASSPHRASE, next: 'mijikai' } }), ok: 422 },
  listOwnSessions: { own: () => ({}), ok: 200 },
  endOtherSessions: { own: () => ({}), ok: 200 },
  endOwnSession: { own: (_world, { sessionId }) => ({ ids: [sessionId] }), ok: 200, foreign: async (other) => ({ ids: await aSessionElsewhere(other) }) },
  listCases: { own: () => ({}), ok: 200 },
  countCases: { own: () => ({}), ok: 200 },
  readCase: { own: ({ recordId }) => ({ ids: [recordId] }), ok: 200, foreign: ({ recordId }) => ({ ids: [recordId] }) },
  // another version than the case has: let in, found, and told that it moved
  actOnCase: { own: ({ recordId }) => ({ ids: [recordId], body: aNote() }), ok: 409, foreign: ({ recordId }) => ({ ids: [recordId], body: aNote() }) },
  readPhoto: { own: ({ recordId, sha256 }) => ({ ids: [recordId, sha256] }), ok: 200, foreign: ({ recordId, sha256 }) => ({ ids: [recordId, sha256] }) },
  viewPersonalReport: { own: ({ recordId, reportId }) => ({ ids: [recordId, reportId], body: aView }), ok: 200, foreign: ({ recordId, reportId }) => ({ ids: [recordId, reportId], body: aView }) },
  deskEvents: { own: () => ({}), ok: 200 },
  listInvitations: { own: () => ({}), ok: 200 },
  createInvitation: { own: (world) => ({ body: organisationOf(world) }), ok: 201, foreign: (other) => ({ body: organisationOf(other) }) },
  revokeInvitation: { own: async (world) => ({ ids: await anInvitation(world) }), ok: 200, foreign: async (other) => ({ ids: await anInvitation(other) }) },
  listOrganisations: { own: () => ({}), ok: 200 },
  addOrganisation: { own: () => ({ body: { kind: 'member', name: `団体 ${testId()}` } }), ok: 201 },
  listBadges: { own: () => ({}), ok: 200 },
  revokeBadge: { own: ({ badgeId }) => ({ ids: [badgeId] }), ok: 200, foreign: ({ badgeId }) => ({ ids: [badgeId] }) },
  listDevices: { own: () => ({}), ok: 200 },
  stopDevice: { own: ({ deviceId }) => ({ ids: [deviceId], body: { reason: 'lost' } }), ok: 200, foreign: ({ deviceId }) => ({ ids: [deviceId], body: { reason: 'lost' } }) },
  inviteAgain: { own: ({ memberId }) => ({ ids: [memberId] }), ok: 201, foreign: ({ memberId }) => ({ ids: [memberId] }) },
  // no rescue file at all: let in, and told so
  readRescue: { own: () => ({ body: 'not a rescue file' }), ok: 422 },
  listOfficers: { own: () => ({}), ok: 200 },
  createOfficer: { own: () => ({ body: { name: testId(), displayName: '新しい人', roles: ['adviser'], organisationId: null } }), ok: 201, foreign: ({ network }) => ({ body: { name: testId(), displayName: '新しい人', roles: ['organisation_coordinator'], organisationId: network.organisationId } }) },
  changeOfficer: { own: async (world) => ({ ids: await aTarget(world), body: aChange }), ok: 200, foreign: async (other) => ({ ids: await aTarget(other), body: aChange }) },
  resetPassphrase: { own: async (world) => ({ ids: await aTarget(world) }), ok: 200, foreign: async (other) => ({ ids: await aTarget(other) }) },
  resetTotp: { own: async (world) => ({ ids: await aTarget(world) }), ok: 200, foreign: async (other) => ({ ids: await aTarget(other) }) },
  endOfficerSessions: { own: async (world) => ({ ids: await aTarget(world) }), ok: 200, foreign: async (other) => ({ ids: await aTarget(other) }) },
  readAudit: { own: () => ({}), ok: 200 },
  checkAudit: { own: () => ({}), ok: 200 },
  exportAudit: { own: () => ({}), ok: 200 },
}; // prettier-ignore

async function send(
  { method, path }: Described,
  { ids = [], body, query = '' }: Request,
  ask: Desk['ask'],
): Promise<Response> {
  let place = 0;
  const filled = path.replace(/\{\w+\}/g, () => ids[place++] ?? '0');
  const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/octet-stream' } : {}; // prettier-ignore
  return ask(method, filled + query, body, type);
}

/** A fresh officer of this role for each cell: what one cell does to its session touches no other. */
async function inRole(role: Role): Promise<{ desk: Desk; officer: { id: string; sessionId: string } }> {
  const made = await anOfficer(server, mine.network, [role]);
  const { desk } = await begin(server, made);
  const row = await server.store.db
    .selectFrom('desk_sessions')
    .select('id')
    .where('officer_id', '=', made.id)
    .executeTakeFirstOrThrow();
  return { desk, officer: { id: made.id, sessionId: row.id } };
}
const nobody: Desk['ask'] = (method, path) => fetch(server.url + path, { method, headers: { 'sec-fetch-site': 'same-origin' } }); // prettier-ignore

/** The text of an answer; a live line is closed after its first words. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

describe('the matrix is complete', () => {
  test('every operation of the desk has its row in the table and its example here, and none is left over', () => {
    const served = operations.map(({ operationId }) => operationId).sort();
    expect(Object.keys(EXAMPLES).sort()).toEqual(served);
    expect(KNOWN_OPERATIONS.filter((name) => !name.includes('.')).sort()).toEqual(served);
    for (const { operationId, roles } of operations) expect(roles).toEqual(rolesFor(operationId));
  });

  test('the decision record says what the code does', () => {
    const text = readFileSync('docs/decisions/0012-roles.md', 'utf8');
    const rows = [...text.matchAll(/^\| ([\w.-]+) +\|(.*)\|$/gm)].filter(([, name]) => name !== 'operation' && !/^-+$/.test(name!)); // prettier-ignore
    const written = Object.fromEntries(
      rows.map(([, name, cells]) => [
        name,
        ROLES.filter((_, place) => cells!.split('|')[place]?.trim() === '✓'),
      ]),
    );
    const inCode = Object.fromEntries(KNOWN_OPERATIONS.map((name) => [name, ROLES.filter((role) => rolesFor(name).includes(role))])); // prettier-ignore
    expect(written).toEqual(inCode);
  });

  test('an operation that is not in the table is for nobody', () => {
    for (const name of ['', 'dropEverything', 'constructor', '__proto__', 'actOnCase.destroy'])
      expect(rolesFor(name)).toEqual([]);
  });
});

test('signed out: every operation is 401', async () => {
  const cells = await Promise.all(
    operations.map(async (one) => [one.operationId, (await send(one, {}, nobody)).status]),
  );
  expect(cells).toEqual(operations.map(({ operationId }) => [operationId, 401]));
});

describe.each(ROLES)('%s', (role) => {
  test('in the own network: what the role may, and 403 for the rest', async () => {
    const [asked, expected]: [unknown[], unknown[]] = [[], []];
    for (const one of operations) {
      const { own, ok } = EXAMPLES[one.operationId]!;
      const { desk, officer } = await inRole(role);
      const response = await send(one, await own(mine, officer), desk.ask.bind(desk));
      const text = await textOf(response);
      asked.push([one.operationId, response.status]);
      expected.push([one.operationId, one.roles.includes(role) ? ok : 403]);
      for (const secret of theirs.secrets)
        expect([one.operationId, text.includes(secret)]).toEqual([one.operationId, false]);
    }
    expect(asked).toEqual(expected);
  });

  test('with ids of another network: 404 where the role may, 403 where it may not, and never a word of theirs', async () => {
    const [asked, expected]: [unknown[], unknown[]] = [[], []];
    const { desk } = await inRole(role);
    for (const one of operations) {
      const { foreign } = EXAMPLES[one.operationId]!;
      if (foreign === undefined) continue;
      const response = await send(one, await foreign(theirs), desk.ask.bind(desk));
      const { code } = await problemOf(response);
      asked.push([one.operationId, code]);
      expected.push([one.operationId, one.roles.includes(role) ? 'not-found' : 'not-allowed']);
    }
    expect(asked).toEqual(expected);
  });
});

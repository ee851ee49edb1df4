// One's own account and those of others at the desk: second factor, passphrase, sessions, roles. Over SQLite in this process.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isWeak } from '../../server/passphrases';
import { API } from '../../src/domain/api-paths';
import type { OfficerPassphrase, TotpOffer, TotpSet } from '../../src/domain/desk-accounts';
import type { DeskSession } from '../../src/domain/desk-contract';
import { foundNetwork, startServer, type TestNetwork, type TestServer } from '../support/server';
import { anOfficer, begin, cookieOf, digits, PASSPHRASE } from './accounts';
import { Desk, openDesk, signIn } from './desk';
import { MovableClock } from './movable-clock';
import { problemOf } from './phone';

const WIDE = { points: 100_000, seconds: 60 };
const STEP_MS = 30_000;
const clock = new MovableClock();
let server: TestServer;
let real: TestNetwork;

beforeAll(async () => {
  server = await startServer({
    now: clock.now,
    gates: { signInAddress: WIDE, signInAccountFromAddress: WIDE },
  });
});
afterAll(() => server.stop());
beforeEach(async () => {
  clock.reset();
  real = await foundNetwork(server, { demo: false });
});

const codeOf = async (response: Response) => (await problemOf(response)).code;

/** A new officer of a network that is no demo, with the second factor set up. */
async function withTotp() {
  const officer = await anOfficer(server, real, ['admin', 'officer']);
  const first = await begin(server, officer);
  const offer = (await (
    await first.desk.ask('POST', API.deskTotp, { passphrase: null })
  ).json()) as TotpOffer;
  const code = digits(offer.secret, clock.now());
  const response = await first.desk.ask('POST', API.deskTotpCode, { code });
  const set = (await response.json()) as TotpSet;
  return { officer, first, set, secret: offer.secret, uri: offer.uri, code, desk: new Desk(server.url, cookieOf(response)) }; // prettier-ignore
}
const sendCode = (desk: Desk, code: string) => desk.ask('POST', API.deskSessionCode, { code });

describe('the second factor', () => {
  test('comes before anything else, except in a demo network', async () => {
    const officer = await anOfficer(server, real, ['admin', 'officer']);
    const { session, desk } = await begin(server, officer);
    expect(session).toMatchObject({ status: 'totp-wanted', may: [] });
    for (const path of [API.deskCases, API.deskOfficers, API.deskAudit, API.deskSessions, API.deskEvents])
      expect([path, (await desk.ask('GET', path)).status]).toEqual([path, 401]);
    expect((await desk.ask('POST', API.deskPassphrase, { current: PASSPHRASE, next: PASSPHRASE })).status).toBe(401); // prettier-ignore
    const demo = await anOfficer(server, server.network, ['officer']);
    expect((await begin(server, demo)).session.status).toBe('signed-in');
  });

  test('is set up with a secret of 160 bits that lies encrypted, and gives ten recovery codes that lie hashed', async () => {
    const { officer, set, secret, uri, first, desk } = await withTotp();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(`secret=${secret}`);
    expect(set.session.status).toBe('signed-in');
    expect(set.recoveryCodes).toHaveLength(10);
    const row = await server.store.db
      .selectFrom('officers')
      .selectAll()
      .where('id', '=', officer.id)
      .executeTakeFirstOrThrow();
    const codes = await server.store.db
      .selectFrom('recovery_codes')
      .selectAll()
      .where('officer_id', '=', officer.id)
      .execute();
    const kept = JSON.stringify([row, codes]);
    expect(kept).not.toContain(secret);
    for (const code of set.recoveryCodes) expect(kept).not.toContain(code);
    expect(codes.every(({ code_hash }) => code_hash.startsWith('$argon2id$'))).toBe(true);
    // the session of the step before is gone, the new one is in
    expect((await first.desk.ask('GET', API.deskSession)).status).toBe(401);
    expect((await desk.ask('GET', API.deskCases)).status).toBe(200);
  });

  test('a code is taken once, one step early or late at most, and the session changes with it', async () => {
    const { officer, secret, code } = await withTotp();
    const replay = await begin(server, officer);
    expect(replay.session.status).toBe('code-wanted');
    expect(await codeOf(await sendCode(replay.desk, code))).toBe('code-wrong');
    clock.pass(3 * STEP_MS);
    const now = clock.now().getTime();
    for (const steps of [-3, -2, 2, 3])
      expect(await codeOf(await sendCode(replay.desk, digits(secret, new Date(now + steps * STEP_MS))))).toBe('code-wrong'); // prettier-ignore
    const good = digits(secret, new Date(now - STEP_MS));
    const [one, two] = await Promise.all([sendCode(replay.desk, good), sendCode(replay.desk, good)]);
    expect([one.status, two.status].sort()).toEqual([200, 401]);
    const won = one.status === 200 ? one : two;
    expect(cookieOf(won)).not.toBe(replay.desk.cookie);
    expect((await replay.desk.ask('GET', API.deskSession)).status).toBe(401);
    expect(((await won.json()) as DeskSession).status).toBe('signed-in');
  });

  test('a recovery code works once, however it is typed', async () => {
    const { officer, set } = await withTotp();
    const spare = set.recoveryCodes[3]!;
    const one = await begin(server, officer);
    expect((await sendCode(one.desk, spare.toUpperCase().replace('-', ' '))).status).toBe(200);
    const two = await begin(server, officer);
    expect(await codeOf(await sendCode(two.desk, spare))).toBe('code-wrong');
    expect((await sendCode(two.desk, set.recoveryCodes[4]!)).status).toBe(200);
  });

  test('guessing codes ends after ten tries, also with a fresh session, and the right one no longer helps', async () => {
    const { officer, set } = await withTotp();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { desk } = await begin(server, officer);
      expect((await sendCode(desk, `00000${attempt}`)).status).toBe(401);
    }
    const { desk } = await begin(server, officer);
    const refused = await sendCode(desk, set.recoveryCodes[0]!);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is replaced only with the passphrase; the old app and the old recovery codes are then worth nothing', async () => {
    const { officer, desk, secret, set } = await withTotp();
    expect(await codeOf(await desk.ask('POST', API.deskTotp, { passphrase: null }))).toBe('invalid-body');
    expect(await codeOf(await desk.ask('POST', API.deskTotp, { passphrase: 'chigau' }))).toBe(
      'sign-in-failed',
    );
    const offer = (await (
      await desk.ask('POST', API.deskTotp, { passphrase: PASSPHRASE })
    ).json()) as TotpOffer;
    clock.pass(2 * STEP_MS);
    expect((await desk.ask('POST', API.deskTotpCode, { code: digits(offer.secret, clock.now()) })).status).toBe(200); // prettier-ignore
    clock.pass(2 * STEP_MS);
    const next = await begin(server, officer);
    expect((await sendCode(next.desk, digits(secret, clock.now()))).status).toBe(401);
    expect((await sendCode(next.desk, set.recoveryCodes[0]!)).status).toBe(401);
    expect((await sendCode(next.desk, digits(offer.secret, clock.now()))).status).toBe(200);
  });

  test('a sign-in that stops half-way is forgotten after a quarter of an hour', async () => {
    const { officer, set } = await withTotp();
    const { desk } = await begin(server, officer);
    clock.pass(16 * 60_000);
    expect(await codeOf(await sendCode(desk, set.recoveryCodes[0]!))).toBe('signed-out');
  });
});

describe('passphrases', () => {
  test.each([
    ['14文字しかない', 'abcdefgh ijklm', true],
    ['the full width of 15', 'ｙｏｒｕ ｎｉ ｈｉｋａｒｕ ｍｏｎｏ', false],
    ['common words in a row', 'password password', true],
    ['a sequence', '12345678901234567890', true],
    ['the keyboard', 'qwertyuiopasdfghjkl', true],
    ['one group again and again', 'nekoneko nekoneko nekoneko', true],
    ['little but the own name', 'sato.hanako.2026', true],
    ['little but the town', '海山市見守りネットワーク2026!', true],
    ['four unrelated words', 'ame neko kasa tsukue', false],
    ['a sentence', 'きのう川で青い鳥を三羽見ました', false],
  ])('%s', (_title, passphrase, weak) => {
    expect(isWeak(passphrase, ['sato', '佐藤 花子', 'sato.hanako', '海山市見守りネットワーク'])).toBe(weak);
  });

  test('one that somebody else made is replaced before anything else, and by no weak one', async () => {
    const officer = await anOfficer(server, server.network, ['officer'], { passphraseGiven: true });
    const { session, desk } = await begin(server, officer);
    expect(session.status).toBe('passphrase-wanted');
    expect((await desk.ask('GET', API.deskCases)).status).toBe(401);
    const change = (current: string, next: string) => desk.ask('POST', API.deskPassphrase, { current, next });
    expect(await codeOf(await change('chigau', 'ame neko kasa tsukue'))).toBe('sign-in-failed');
    for (const weak of ['mijikai', 'password password', PASSPHRASE])
      expect(await codeOf(await change(PASSPHRASE, weak))).toBe('passphrase-weak');
    const done = await change(PASSPHRASE, 'ame neko kasa tsukue');
    expect(((await done.json()) as DeskSession).status).toBe('signed-in');
    expect((await signIn(server.url, { name: officer.name, passphrase: PASSPHRASE })).status).toBe(401);
    expect((await begin(server, { ...officer, passphrase: 'ａｍｅ neko kasa tsukue' })).session.status).toBe('signed-in'); // prettier-ignore
  });

  test('of a hundred guesses from anywhere the 101st is refused, and so is the right one then', async () => {
    const officer = await anOfficer(server, server.network, ['officer']);
    await Promise.all(
      Array.from({ length: 100 }, async (_, attempt) => {
        const guess = await signIn(server.url, { name: officer.name, passphrase: `guess ${attempt}` });
        expect(guess.status).toBe(401);
      }),
    );
    expect((await signIn(server.url, { name: officer.name, passphrase: 'guess 101' })).status).toBe(429);
    const { name, passphrase } = officer;
    expect((await signIn(server.url, { name, passphrase })).status).toBe(429);
  });

  test('an account that is shut answers like a name nobody has', async () => {
    const officer = await anOfficer(server, server.network, ['officer']);
    const admin = await openDesk(server, server.network);
    const change = { displayName: '停止', roles: ['officer'], organisationId: null, disabled: true };
    expect((await admin.ask('PUT', API.deskOfficer(officer.id), change)).status).toBe(200);
    const [shut, nobody] = [
      await problemOf(await signIn(server.url, { name: officer.name, passphrase: officer.passphrase })),
      await problemOf(await signIn(server.url, { name: 'dare-mo-inai', passphrase: officer.passphrase })),
    ];
    expect(shut).toEqual(nobody);
  });
});

describe('sessions', () => {
  test('are listed coarsely, and one or all others end at once, live line and all', async () => {
    const officer = await anOfficer(server, server.network, ['officer']);
    const [one, two, three] = [await begin(server, officer), await begin(server, officer), await begin(server, officer)]; // prettier-ignore
    const list = async () =>
      ((await (await one.desk.ask('GET', API.deskSessions)).json()) as { sessions: { id: string; browser: string; current: boolean }[] }).sessions; // prettier-ignore
    const before = await list();
    expect(before).toHaveLength(3);
    expect(before.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(before)).not.toMatch(/\d+\.\d+\.\d+/);
    const line = await fetch(server.url + API.deskEvents, { headers: { cookie: two.desk.cookie } });
    const reader = line.body!.getReader();
    await reader.read();
    // newest first: the second one made is in the middle
    expect((await one.desk.ask('DELETE', API.deskOneSession(before[1]!.id))).status).toBe(200);
    expect((await two.desk.ask('GET', API.deskCases)).status).toBe(401);
    while (!(await reader.read()).done);
    expect(await (await one.desk.ask('DELETE', API.deskSessions)).json()).toEqual({ ended: 1 });
    expect((await three.desk.ask('GET', API.deskCases)).status).toBe(401);
    expect((await one.desk.ask('GET', API.deskCases)).status).toBe(200);
    expect(await list()).toHaveLength(1);
  });

  test('nobody ends a session of somebody else through their own list', async () => {
    const mine = await begin(server, await anOfficer(server, server.network, ['officer']));
    const theirs = await begin(server, await anOfficer(server, server.network, ['officer']));
    const { sessions } = (await (await theirs.desk.ask('GET', API.deskSessions)).json()) as { sessions: { id: string }[] }; // prettier-ignore
    expect((await mine.desk.ask('DELETE', API.deskOneSession(sessions[0]!.id))).status).toBe(404);
    expect((await theirs.desk.ask('GET', API.deskCases)).status).toBe(200);
  });
});

describe('利用者', () => {
  test('an admin makes an officer, whose given passphrase works until it is replaced or reset', async () => {
    const admin = await openDesk(server, server.network);
    const body = { name: `kato-${server.store.newId()}`, displayName: '加藤', roles: ['adviser'], organisationId: null }; // prettier-ignore
    const made = (await (await admin.ask('POST', API.deskOfficers, body)).json()) as OfficerPassphrase;
    expect(await codeOf(await admin.ask('POST', API.deskOfficers, body))).toBe('name-taken');
    const first = await begin(server, { name: body.name, passphrase: made.passphrase });
    expect(first.session.status).toBe('passphrase-wanted');
    const again = (await (await admin.ask('POST', API.deskOfficerPassphrase(made.officer.id))).json()) as OfficerPassphrase; // prettier-ignore
    expect((await first.desk.ask('GET', API.deskSession)).status).toBe(401);
    expect((await signIn(server.url, { name: body.name, passphrase: made.passphrase })).status).toBe(401);
    expect((await begin(server, { name: body.name, passphrase: again.passphrase })).status).toBe(200);
  });

  test('shutting an account ends its sessions; a role that is taken away is gone with the next request', async () => {
    const admin = await openDesk(server, server.network);
    const officer = await anOfficer(server, server.network, ['officer']);
    const { desk } = await begin(server, officer);
    const set = (roles: string[], disabled: boolean) =>
      admin.ask('PUT', API.deskOfficer(officer.id), {
        displayName: 'x',
        roles,
        organisationId: null,
        disabled,
      });
    await set(['prefecture'], false);
    expect((await desk.ask('GET', API.deskCases)).status).toBe(403);
    expect((await desk.ask('GET', API.deskCounts)).status).toBe(200);
    await set(['officer'], true);
    expect((await desk.ask('GET', API.deskSession)).status).toBe(401);
    await set(['officer'], false);
    expect((await desk.ask('GET', API.deskSession)).status).toBe(401);
    expect((await begin(server, officer)).status).toBe(200);
  });

  test('of two admins who shut each other out at the same moment one stays', async () => {
    const network = await foundNetwork(server);
    const [one, two] = [await openDesk(server, network), await anOfficer(server, network, ['admin'])];
    const other = await begin(server, two);
    const first = ((await (await one.ask('GET', API.deskSession)).json()) as DeskSession).officer.id;
    const lose = { displayName: 'x', roles: ['officer'], organisationId: null, disabled: false };
    const answers = await Promise.all([
      one.ask('PUT', API.deskOfficer(two.id), lose),
      other.desk.ask('PUT', API.deskOfficer(first), lose),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await server.store.db.selectFrom('officers').select('roles').where('network_id', '=', network.id).execute(); // prettier-ignore
    expect(left.filter(({ roles }) => roles.includes('admin'))).toHaveLength(1);
  });

  test('a coordinator belongs to one organisation of this network, and sees its invitations only', async () => {
    const admin = await openDesk(server, server.network);
    const stranger = await foundNetwork(server);
    const body = { name: `madoguchi-${server.store.newId()}`, displayName: '窓口', roles: ['organisation_coordinator'], organisationId: null as string | null }; // prettier-ignore
    expect(await codeOf(await admin.ask('POST', API.deskOfficers, body))).toBe('invalid-body');
    const wrong = { ...body, organisationId: stranger.organisationId };
    expect(await codeOf(await admin.ask('POST', API.deskOfficers, wrong))).toBe('not-found');
    const other = (await (await admin.ask('POST', API.deskOrganisations, { kind: 'member', name: `別の団体${server.store.newId()}` })).json()) as { id: string }; // prettier-ignore
    const invite = { organisationId: server.network.organisationId, memberKind: 'member', displayName: 'よその人', jobKind: 'outside_work' }; // prettier-ignore
    const theirs = (await (await admin.ask('POST', API.deskInvitations, invite)).json()) as { invitation: { id: string } }; // prettier-ignore
    const { desk } = await begin(server, await anOfficer(server, server.network, ['organisation_coordinator'], { organisationId: other.id })); // prettier-ignore
    expect(await (await desk.ask('GET', API.deskInvitations)).json()).toEqual({ invitations: [] });
    expect(((await (await desk.ask('GET', API.deskOrganisations)).json()) as { organisations: { id: string }[] }).organisations.map(({ id }) => id)).toEqual([other.id]); // prettier-ignore
    expect((await desk.ask('POST', API.deskInvitations, invite)).status).toBe(404);
    expect((await desk.ask('DELETE', API.deskInvitation(theirs.invitation.id))).status).toBe(404);
    expect((await desk.ask('POST', API.deskInvitations, { ...invite, organisationId: other.id })).status).toBe(201); // prettier-ignore
  });

  test('an adviser adds a note to a case and nothing else', async () => {
    const { desk } = await begin(server, await anOfficer(server, server.network, ['adviser']));
    const id = server.store.newId();
    const act = (kind: string, more: object) =>
      desk.ask('POST', API.deskCaseActions(id), {
        kind,
        requestId: server.store.newId(),
        version: 1,
        ...more,
      });
    expect((await act('note', { text: 'メモ' })).status).toBe(404);
    for (const [kind, more] of [
      ['assign', {}],
      ['retract', {}],
      ['review-again', { reason: 'x' }],
      ['close', { outcome: 'consulted', text: 'x' }],
      ['merge', { intoReceiptNo: 'T-1' }],
    ] as const)
      // prettier-ignore
      expect([kind, (await act(kind, more)).status]).toEqual([kind, 403]);
  });
});

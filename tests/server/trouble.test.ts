// The server in trouble: database full or gone, stopping in the middle, log lines, too many tries.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { startServer, type ServerOptions, type TestServer } from '../support/server';
import { instruct, openDesk, signIn } from './desk';
import { aKey, anOperation, enrolmentBody, enrolPhone, Phone, postJson, problemOf, submit } from './phone';

const running: TestServer[] = [];
const open = async (options: ServerOptions = {}) => {
  const server = await startServer(options);
  running.push(server);
  return server;
};
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

describe('データベースの不調', () => {
  test('a full disk is answered `busy`, acknowledges nothing and stores nothing; later the same bytes go in', async () => {
    const server = await open();
    const phone = await enrolPhone(server, server.network);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(server.store.db);
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count}`).execute(server.store.db);
    const many = Array.from({ length: 100 }, () => submit({ freeText: 'あ'.repeat(200) }));
    const refused = await phone.post(many);
    expect(await problemOf(refused)).toMatchObject({ code: 'busy', status: 503 });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const stored = await server.store.db.selectFrom('operations').select('id').execute();
    expect(stored).toEqual([]);
    await sql`pragma max_page_count = 1000000`.execute(server.store.db);
    const results = await phone.sync(...many);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    expect(results[0]!.receipt!.receiptNo).toMatch(/-0001$/);
  });

  test('health is 503 when the database does not answer', async () => {
    const server = await open();
    expect((await fetch(server.url + API.health)).status).toBe(200);
    await server.store.db.destroy();
    expect(await problemOf(await fetch(server.url + API.health))).toMatchObject({
      code: 'busy',
      status: 503,
    });
  });
});

describe('停止と再開', () => {
  test('a stop finishes what is under way, ends live lines and takes nothing new', async () => {
    const server = await open();
    const phone = await enrolPhone(server, server.network);
    const desk = await openDesk(server, server.network);
    const line = await desk.ask('GET', API.deskEvents);
    const ready = await Promise.all(Array.from({ length: 200 }, () => phone.asSent(submit())));
    const sending = phone.postAsIs(ready);
    await new Promise((later) => setTimeout(later, 60));
    const began = Date.now();
    const stopping = server.stop();
    expect((await sending).status).toBe(200);
    await line.text();
    await stopping;
    expect(Date.now() - began).toBeLessThan(2_500);
    await expect(fetch(server.url + API.health)).rejects.toThrow();
    await server.stop();
  });

  test('after a restart tokens, receipts and cursors go on where they were', async () => {
    const data = mkdtempSync(join(tmpdir(), 'mimamori-restart-'));
    const first = await open({ data });
    const phone = await enrolPhone(first, first.network);
    const sighting = submit();
    const [received] = await phone.sync(sighting);
    const { epoch } = first.store;
    await first.stop();
    expect(statSync(join(data, 'server-secret')).mode & 0o777).toBe(0o600);
    const second = await open({ data });
    expect(second.store.epoch).toBe(epoch);
    const same = new Phone(second.url, phone.token, phone.memberId, phone.key, phone.now, {
      ...phone.sealing,
      settled: () => second.deps.opening.idle(),
    });
    same.cursor = phone.cursor;
    const [again] = await same.sync(sighting);
    expect(again).toEqual({ ...received, outcome: 'duplicate' });
    expect(same.changes).toEqual([]);
    await second.stop();
    rmSync(data, { recursive: true });
  });
});

describe('記録と制限', () => {
  test('the log holds ids and codes, and not one word of what anybody wrote, sent or is called', async () => {
    const lines: string[] = [];
    const server = await open({ onLogLine: (line) => lines.push(line) });
    const { network } = server;
    const invitation = await network.createInvitation({ displayName: 'カナリア花子' });
    await postJson(`${server.url}${API.enrolments}?q=canary-query`, enrolmentBody(invitation.code), { 'x-canary': 'canary-header' }); // prettier-ignore
    await postJson(server.url + API.enrolments, '{"canary-json');
    const phone = await enrolPhone(server, network, aKey('Q'));
    const desk = await openDesk(server, network);
    const sighting = submit({ freeText: 'カナリア自由記述' });
    await phone.sync(sighting, { ...submit(), body: '{"canary":"カナリア本文"}' });
    await phone.sync(anOperation('sighting.supplement', { recordId: sighting.id, text: 'カナリア補足' }));
    await desk.act(sighting.id, { kind: 'assign' });
    await desk.act(sighting.id, instruct('T01', 'カナリア指示'));
    await desk.cases('?text=canary-search');
    await signIn(server.url, { name: 'canary-name', passphrase: 'canary-passphrase' });
    await fetch(`${server.url}/api/v1/canary-path/%E3%82%AB`);
    await fetch(`${server.url}/canary-page`);
    // addresses as browsers and phones make them: invitations in fragments, badges and records in paths, words in queries
    for (const path of ['/join?code=canary-invitation', '/v/canary-badge', '/sightings/canary-record?x=canary-x'])
      await fetch(server.url + path, { headers: { 'referer': 'https://canary-referer/#canary', 'user-agent': 'canary-agent' } }); // prettier-ignore
    for (const path of [API.badge('canary-badge'), API.photo('canary-photo'), API.deskCase('canary-case')])
      await desk.ask('GET', path, undefined, { 'x-forwarded-for': 'canary-address' });
    await desk.ask('GET', `${API.deskCases}?state=canary-state`);
    const report = { 'document-uri': `${server.url}/join#canary-fragment`, 'blocked-uri': 'https://canary-site/?canary', 'effective-directive': 'canary-directive!', 'script-sample': 'canary-sample' }; // prettier-ignore
    await postJson(server.url + API.cspReports, { 'csp-report': report });
    await postJson(`${server.url}${API.cspReports}?canary-report`, { 'csp-report': 'canary' });
    // a bug in our own code: the table is gone
    await sql`alter table counters rename to counters_gone`.execute(server.store.db);
    const [broken] = await phone.sync(submit({ freeText: 'カナリア不具合' }));
    expect(broken).toMatchObject({ outcome: 'rejected', problem: 'internal' });
    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(10);
    expect(log).toContain('unexpected');
    for (const code of ['sign-in-failed', 'malformed-json', 'not-found'])
      expect(log).toContain(`"code":"${code}"`);
    expect(log).toContain(broken!.id);
    for (const secret of [
      'カナリア',
      'canary',
      invitation.code,
      phone.token,
      desk.cookie,
      network.officer.passphrase,
    ])
      expect(log).not.toContain(secret);
  });

  test('guessing invitations from one address ends after thirty tries; a good one does not count', async () => {
    const server = await open();
    const { code } = await server.network.createInvitation();
    for (let good = 0; good < 40; good += 1)
      expect((await postJson(server.url + API.enrolments, enrolmentBody(code))).status).toBe(200);
    const statuses: number[] = [];
    for (let guess = 0; guess < 31; guess += 1)
      statuses.push((await postJson(server.url + API.enrolments, enrolmentBody('0'.repeat(26)))).status);
    expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
    const refused = await postJson(server.url + API.enrolments, enrolmentBody(code));
    expect(await problemOf(refused)).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

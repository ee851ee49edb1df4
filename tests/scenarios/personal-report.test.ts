// 個人情報を含む報告 from the phone to the officer who has to say why: the gate at both ends, and where its words are not.
// On both databases. Every field of the report carries a canary that is looked for afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../src/domain/api-paths';
import { openedReportSchema } from '../../src/domain/desk-contract';
import { EMPTY_REPORT, type ReportAnswers } from '../../src/domain/personal-report';
import { purge } from '../../server/purge';
import { RETENTION_BY_DEFAULT } from '../../server/retention';
import { MovableClock } from '../server/movable-clock';
import { closing, instruct, openDesk, type Desk } from '../server/desk';
import { startPostgres, type PrivatePostgres } from '../support/postgres';
import { foundNetwork, startServer, type TestNetwork, type TestServer } from '../support/server';
import { now, testPhone, type TestPhone } from '../support/phone';
import { testId } from '../support/sightings';
import * as z from 'zod/mini';

let postgres: PrivatePostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const CANARIES = {
  subjectName: '探鳥 カナリア',
  subjectAddress: '試し市金糸雀町1-2-3',
  subjectPhone: '000-777-8888',
  subjectOther: '黄色い鳥を飼う姪が世話',
  emergencyNote: '鳥籠のお金をわたす',
  whyNoConsent: '囀る電話の最中',
};
const FULL: ReportAnswers = {
  ...EMPTY_REPORT,
  ...CANARIES,
  basis: 'emergency',
  emergencyReasons: ['money_now'],
  companyApproval: 'later',
};
const canariesIn = (text: string) => Object.values(CANARIES).filter((word) => text.includes(word));

/** Everything this phone keeps, bytes too. */
async function phoneText(phone: TestPhone): Promise<string> {
  const rows: unknown[] = [];
  for (const table of phone.db.tables) rows.push(await table.toArray());
  const seen = JSON.stringify(rows, (_key, value: unknown) => {
    if (value instanceof ArrayBuffer) return Buffer.from(value).toString('utf8');
    if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer as ArrayBuffer).toString('utf8');
    return value;
  });
  return seen;
}

describe.each(['sqlite', 'postgres'] as const)('a personal report on %s', (database) => {
  const clock = new MovableClock();
  const lines: string[] = [];
  let server: TestServer;
  let network: TestNetwork;
  let desk: Desk;
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: database === 'postgres' ? await postgres.freshDatabase() : null,
      now: clock.now,
      onLogLine: (line) => lines.push(line),
    });
    network = await foundNetwork(server, { demo: true });
    desk = await openDesk(server, network);
  });
  afterAll(() => server.stop());

  async function record(signs: string[]): Promise<{ phone: TestPhone; id: string }> {
    const phone = testPhone(server.url, clock.now);
    const { code } = await network.createInvitation();
    expect(await phone.enrolment.redeem(code)).toMatchObject({ status: 'enrolled' });
    const draft = await phone.sightings.begin();
    await phone.sightings.send({ ...draft, answers: { ...draft.answers, signs } });
    await round(phone);
    return { phone, id: draft.id };
  }
  async function round(phone: TestPhone): Promise<void> {
    await phone.round('person');
    await server.deps.opening.idle();
    await phone.round('person');
  }
  const urgent = () => record(['OUT-03']);
  const quiet = () => record(['OUT-01']);
  async function asked(phone: TestPhone, id: string): Promise<string> {
    await desk.act(id, { kind: 'assign' });
    const detail = await desk.act(id, instruct('T02', 'お願いします（要請番号 {requestNo}）。'));
    await round(phone);
    return detail.instructions.at(-1)!.instruction.requestNo!;
  }
  const view = (
    id: string,
    reportId: string,
    body: object = { purpose: 'police', reason: '署に伝えるため' },
  ) => desk.ask('POST', API.deskPersonalReportViews(id, reportId), body);
  const timeline = async (phone: TestPhone, id: string) =>
    (await now(phone.records.watchOne(id)))!.timeline.map((entry) => entry.kind);

  it('does not open on the phone without a request number, unless the record is urgent', async () => {
    const { phone, id } = await quiet();
    expect(await phone.personalReports.open(id)).toEqual({ status: 'closed' });
    expect(await phone.personalReports.send(id, FULL)).toEqual({ status: 'closed' });
    const no = await asked(phone, id);
    const opened = await phone.personalReports.open(id);
    expect(opened).toMatchObject({ status: 'open', gate: { by: 'request', no } });
  });

  it('an urgent one asks for its reason first: without it nothing goes', async () => {
    const { phone, id } = await urgent();
    expect(await phone.personalReports.open(id)).toMatchObject({ status: 'open', gate: { by: 'emergency' } });
    expect(await phone.personalReports.send(id, { ...FULL, emergencyReasons: [] })).toEqual({
      status: 'incomplete',
    });
    expect(await phone.db.outbox.count()).toBe(0);
  });

  it('the server opens by the same gate: a made-up request and a quiet record are refused, and the phone hears it', async () => {
    const { phone, id } = await quiet();
    // A phone that lies about its gate: the record says urgent here, not at the office.
    await phone.db.records
      .where('id')
      .equals(id)
      .modify((row) => {
        row.sighting.urgency = 'emergency';
      });
    expect(await phone.personalReports.send(id, FULL)).toEqual({ status: 'queued' });
    await round(phone);
    expect((await desk.read(id)).personalReports).toEqual([]);
    expect(await timeline(phone, id)).toContain('refused');

    const no = await asked(phone, id);
    expect(no).not.toBe('');
    await phone.db.instructions
      .where('recordId')
      .equals(id)
      .modify((row) => {
        row.instruction.requestNo = 'T-R-2026-9999';
      });
    expect(await phone.personalReports.send(id, { ...FULL, basis: 'requested' })).toEqual({
      status: 'queued',
    });
    await round(phone);
    expect((await desk.read(id)).personalReports).toEqual([]);
    expect((await desk.read(id)).row.state).toBe('need_personal');
    // written anew: the request is open again
    await phone.db.instructions
      .where('recordId')
      .equals(id)
      .modify((row) => {
        row.instruction.requestNo = no;
      });
    expect(await phone.personalReports.open(id)).toMatchObject({
      status: 'open',
      gate: { by: 'request', no },
    });
    expect(await phone.personalReports.send(id, { ...FULL, basis: 'requested' })).toEqual({
      status: 'queued',
    });
    await round(phone);
    expect((await desk.read(id)).personalReports).toMatchObject([{ basis: 'requested', requestNo: no }]);
    expect((await desk.read(id)).row.state).toBe('reviewing');
  });

  it('is encrypted while it is written and readable nowhere on the phone once it is queued', async () => {
    const { phone, id } = await urgent();
    expect(await phone.personalReports.save(id, FULL)).toMatchObject({ status: 'saved' });
    expect(canariesIn(await phoneText(phone))).toEqual([]);
    const again = await phone.personalReports.open(id);
    expect(again).toMatchObject({ status: 'open', answers: FULL });
    phone.line.signal = false;
    expect(await phone.personalReports.send(id, FULL)).toEqual({ status: 'queued' });
    expect(canariesIn(await phoneText(phone))).toEqual([]);
    expect(await phone.db.table('reports').count()).toBe(0);
    expect(await timeline(phone, id)).toContain('reported');
    phone.line.signal = true;
    await round(phone);
    expect(await phone.db.outbox.count()).toBe(0);
    expect(canariesIn(await phoneText(phone))).toEqual([]);
  });

  it('goes after its sighting, also when both were written without signal', async () => {
    const { phone } = await urgent();
    phone.line.signal = false;
    const draft = await phone.sightings.begin();
    await phone.sightings.send({ ...draft, answers: { ...draft.answers, signs: ['OUT-03'] } });
    expect(await phone.personalReports.send(draft.id, FULL)).toEqual({ status: 'queued' });
    phone.line.signal = true;
    await round(phone);
    expect((await desk.read(draft.id)).personalReports).toHaveLength(1);
  });

  it('a member may decline, and the desk sees it', async () => {
    const { phone, id } = await quiet();
    await asked(phone, id);
    const [open] = await now(phone.instructions.watchOpen);
    await phone.instructions.declinePersonalReport(open!, null);
    await round(phone);
    const detail = await desk.read(id);
    expect(detail.row.state).toBe('reviewing');
    expect(detail.events.at(-1)).toMatchObject({ kind: 'declined' });
    expect(await phone.personalReports.open(id)).toEqual({ status: 'closed' });
  });

  it('the desk opens it with a purpose and a reason only, each time written down without contents', async () => {
    const { phone, id } = await urgent();
    await phone.personalReports.send(id, FULL);
    await round(phone);
    const [summary] = (await desk.read(id)).personalReports;
    expect(summary).toMatchObject({ basis: 'emergency', approvalLater: true, views: 0, requestNo: null });

    for (const wrong of [
      {},
      { purpose: 'police' },
      { purpose: 'police', reason: ' ' },
      { purpose: 'why', reason: 'x' },
    ])
      expect((await view(id, summary!.id, wrong)).status).toBe(422);
    expect((await view(testId(), summary!.id)).status).toBe(404);
    const other = await openDesk(server, await foundNetwork(server, { demo: true }));
    expect((await other.ask('POST', API.deskPersonalReportViews(id, summary!.id), { purpose: 'police', reason: 'x' })).status).toBe(404); // prettier-ignore
    expect((await desk.read(id)).personalReports[0]?.views).toBe(0);

    const first = await view(id, summary!.id);
    expect(first.headers.get('cache-control')).toBe('no-store');
    const { report } = z.parse(openedReportSchema, await first.json());
    expect(report).toMatchObject({ ...CANARIES, emergencyReasons: ['money_now'], consentDetail: 'none' });
    expect((await view(id, summary!.id, { purpose: 'check', reason: 'もう一度確かめるため' })).status).toBe(
      200,
    );

    const detail = await desk.read(id);
    expect(detail.personalReports[0]?.views).toBe(2);
    expect(detail.events.filter(({ kind }) => kind === 'personal-viewed')).toMatchObject([
      { by: 'secretariat', officer: '試しの担当' },
      { by: 'secretariat', officer: '試しの担当' },
    ]);
    const { db } = server.store;
    const views = await db.selectFrom('personal_report_views').selectAll().where('report_id', '=', summary!.id).orderBy('at').orderBy('id').execute(); // prettier-ignore
    expect(views.map(({ purpose, reason }) => [purpose, reason])).toEqual([
      ['police', '署に伝えるため'],
      ['check', 'もう一度確かめるため'],
    ]);
    const audit = await db.selectFrom('audit').select(['action', 'subject_id']).where('subject_id', 'in', views.map((row) => row.id)).execute(); // prettier-ignore
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'personal-report:view:check',
      'personal-report:view:police',
    ]);
  });

  it('its words are in no list, no search, no case, no log and nowhere in the database', async () => {
    const { phone, id } = await urgent();
    await phone.personalReports.send(id, FULL);
    await round(phone);
    const [summary] = (await desk.read(id)).personalReports;
    await view(id, summary!.id);
    const shown = [JSON.stringify(await desk.cases()), JSON.stringify(await desk.read(id)), lines.join('\n')];
    for (const word of Object.values(CANARIES)) {
      const found = await desk.cases(`?text=${encodeURIComponent(word)}`);
      expect(found.cases).toEqual([]);
    }
    const rows: unknown[] = [];
    for (const table of [
      'operations',
      'operation_conflicts',
      'cases',
      'case_events',
      'feed',
      'audit',
      'personal_reports',
      'personal_report_views',
    ] as const)
      // prettier-ignore
      rows.push(await server.store.db.selectFrom(table).selectAll().execute());
    expect(canariesIn([...shown, JSON.stringify(rows)].join('\n'))).toEqual([]);
    if (database === 'sqlite')
      for (const name of readdirSync(server.data).filter((each) => each.startsWith('mimamori.sqlite')))
        expect(canariesIn(readFileSync(join(server.data, name)).toString('utf8'))).toEqual([]);
    const operation = await server.store.db.selectFrom('operations').select('body').where('id', '=', summary!.id).executeTakeFirst(); // prettier-ignore
    expect(operation).toEqual({ body: '' });
  });

  it('goes by its own clock a year after the case closed, the sighting after three fiscal years; each is counted', async () => {
    const { phone, id } = await urgent();
    const other = await urgent();
    for (const one of [{ phone, id }, other]) {
      await one.phone.personalReports.send(one.id, FULL);
      await round(one.phone);
    }
    await desk.act(id, { kind: 'assign' });
    await desk.act(id, instruct('T03'));
    await desk.act(id, closing);
    const reports = async (recordId: string) =>
      (await server.store.db.selectFrom('personal_reports').select('id').where('record_id', '=', recordId).execute()).length; // prettier-ignore
    const run = (dryRun = false) => purge(server.store, RETENTION_BY_DEFAULT, dryRun);
    try {
      clock.pass(364 * 86_400_000);
      expect(await run()).toEqual({ personalReports: 0, sightings: 0 });
      clock.pass(2 * 86_400_000);
      // the closed case's own, and two that were refused above and belong to no case
      expect(await run(true)).toEqual({ personalReports: 3, sightings: 0 });
      expect(await reports(id)).toBe(1);
      expect(await run()).toEqual({ personalReports: 3, sightings: 0 });
      expect(await reports(id)).toBe(0);
      // still open: it stays, however old
      expect(await reports(other.id)).toBe(1);
      expect(await run()).toEqual({ personalReports: 0, sightings: 0 });

      clock.pass(4 * 366 * 86_400_000);
      expect(await run()).toEqual({ personalReports: 0, sightings: 1 });
      const { db } = server.store;
      for (const table of ['cases', 'case_events', 'instructions', 'search_pieces'] as const)
        expect(await db.selectFrom(table).select('record_id').where('record_id', '=', id).execute()).toEqual(
          [],
        );
      const counted = await db.selectFrom('purges').select(['kind', 'count']).where('network_id', '=', network.id).orderBy('at').execute(); // prettier-ignore
      expect(counted).toEqual([
        { kind: 'personal-report', count: 3 },
        { kind: 'sighting', count: 1 },
      ]);
      const audited = await db.selectFrom('audit').select('action').where('action', 'like', 'purge:%').where('network_id', '=', network.id).execute(); // prettier-ignore
      expect(audited.map(({ action }) => action).sort()).toEqual(['purge:personal-report', 'purge:sighting']);
    } finally {
      clock.reset();
    }
  });
});

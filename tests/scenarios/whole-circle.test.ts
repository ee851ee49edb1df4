// The whole circle ①–④ in one process: a driver's phone, its worker, the secretariat's server and desk, on both databases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SightingDraft } from '../../src/services';
import { startPostgres, type PrivatePostgres } from '../support/postgres';
import { startServer, type TestServer } from '../support/server';
import { signIn, type DeskOfficer } from '../support/desk-session';
import { now, testPhone, type TestPhone } from '../support/phone';

let postgres: PrivatePostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(['sqlite', 'postgres'] as const)('the whole circle on %s', (database) => {
  let server: TestServer;
  let officer: DeskOfficer;
  beforeAll(async () => {
    const databaseUrl = database === 'postgres' ? await postgres.freshDatabase() : null;
    server = await startServer({ databaseUrl });
    officer = await signIn(server.url, server.network.officer, () => server.deps.opening.idle());
  });
  afterAll(() => server.stop());

  async function enrolledPhone(displayName = '見本 花子'): Promise<TestPhone> {
    const phone = testPhone(server.url);
    const { code } = await server.network.createInvitation({ displayName });
    expect(await phone.enrolment.redeem(code)).toMatchObject({ status: 'enrolled' });
    return phone;
  }
  /** Three taps: 「気づきを記録する」, a sign, 「送信する」. */
  async function recordSomething(
    phone: TestPhone,
    change: Partial<SightingDraft['answers']> = {},
  ): Promise<string> {
    const draft = await phone.sightings.begin();
    const answers = { ...draft.answers, signs: ['OUT-03'], ...change };
    expect(await phone.sightings.send({ ...draft, answers })).toEqual({ status: 'queued' });
    return draft.id;
  }
  const record = async (phone: TestPhone, id: string) => (await now(phone.records.watchOne(id)))!;
  const word = async (phone: TestPhone, id: string) => (await record(phone, id)).summary.state.status;
  const delivery = async (phone: TestPhone) => (await now(phone.delivery.watch)).status;

  it('a driver notices without signal, the phone sends by itself, the officer instructs, the driver acts, the case closes with feedback', async () => {
    const phone = await enrolledPhone();
    phone.line.signal = false;
    const id = await recordSomething(phone, { freeText: '屋根の点検だと言って帰りません' });
    expect(await word(phone, id)).toBe('waiting');
    expect(await phone.round()).toMatchObject({ ended: 'failed' });
    expect(await delivery(phone)).toBe('waiting');

    phone.line.signal = true;
    expect(await phone.workerRound()).toEqual({ ended: 'done' });
    expect(await word(phone, id)).toBe('delivered');
    expect((await record(phone, id)).summary.receiptNo).toMatch(/^T-\d{4}-\d{4}$/);
    expect(await delivery(phone)).toBe('all-delivered');

    const inbox = await officer.inbox();
    expect(inbox[0]).toMatchObject({
      recordId: id,
      state: 'received',
      urgency: 'emergency',
      place: 'outside',
    });
    expect((await officer.open(id)).sighting?.freeText).toBe('屋根の点検だと言って帰りません');
    await officer.act(id, { kind: 'assign' });
    await phone.round();
    expect(await word(phone, id)).toBe('reviewed');

    await officer.act(id, {
      kind: 'instruct',
      template: 'T03',
      text: '先に110番をお願いします。',
      numbers: [{ label: '警察', tel: '110' }],
      questions: [],
    });
    await phone.round();
    expect(await word(phone, id)).toBe('instructed');
    const [open] = await now(phone.instructions.watchOpen);
    expect(open?.instruction.text).toBe('先に110番をお願いします。');

    phone.line.signal = false;
    await phone.instructions.seen(open!);
    await phone.instructions.done(open!, ['called_110', 'told_company'], '業者は帰りました');
    expect((await record(phone, id)).timeline.filter((entry) => entry.waiting)).toHaveLength(2);
    phone.line.signal = true;
    await phone.round();

    const acted = await officer.open(id);
    expect(acted.row.state).toBe('in_progress');
    expect(acted.instructions[0]).toMatchObject({ done: ['called_110', 'told_company'] });
    expect(acted.instructions[0]?.seenAt).not.toBeNull();
    await expect(officer.act(id, { kind: 'close', outcome: 'police', text: ' ' })).rejects.toThrow(
      'feedback-missing',
    );
    await officer.act(id, {
      kind: 'close',
      outcome: 'police',
      text: '警察が対応しました。ありがとうございました。',
    });

    await phone.round();
    expect(await word(phone, id)).toBe('done');
    const told = (await record(phone, id)).timeline.map((entry) => entry.kind);
    expect(told[0]).toBe('written');
    for (const kind of ['queued', 'received', 'instruction', 'seen', 'done', 'feedback'] as const)
      expect(told).toContain(kind);
    expect(await now(phone.instructions.watchOpen)).toEqual([]);
  });

  it('a question goes out, is answered, and the case is reviewed again', async () => {
    const phone = await enrolledPhone();
    const id = await recordSomething(phone, { signs: ['IN-07'] });
    await phone.round();
    await officer.act(id, { kind: 'assign' });
    await officer.act(id, {
      kind: 'instruct',
      template: 'T08',
      text: 'もう少しだけ教えてください。',
      numbers: [],
      questions: ['いつごろですか', '何人でしたか'],
    });
    await phone.round();
    const [open] = await now(phone.instructions.watchOpen);
    await phone.instructions.answer(open!, ['きのうの午後', '二人']);
    await phone.round();
    const answered = await officer.open(id);
    expect(answered.row.state).toBe('reviewing');
    expect(answered.instructions[0]?.doneAt).not.toBeNull();
    expect(answered.events.some((event) => event.kind === 'answered' && event.text?.includes('二人'))).toBe(
      true,
    );
    await phone.round();
    expect(await word(phone, id)).toBe('reviewed');
  });

  it('an instruction taken back within a minute disappears from the phone', async () => {
    const phone = await enrolledPhone();
    const id = await recordSomething(phone);
    await phone.round();
    await officer.act(id, { kind: 'assign' });
    await officer.act(id, {
      kind: 'instruct',
      template: 'T01',
      text: '相談をすすめてください。',
      numbers: [],
      questions: [],
    });
    await phone.round();
    expect(await word(phone, id)).toBe('instructed');
    await officer.act(id, { kind: 'retract' });
    await phone.round();
    expect(await word(phone, id)).toBe('reviewed');
    expect(await now(phone.instructions.watchOpen)).toEqual([]);
  });

  it('a member withdraws until the secretariat has begun; afterwards the timeline says that it was too late', async () => {
    const phone = await enrolledPhone();
    const early = await recordSomething(phone);
    const late = await recordSomething(phone);
    await phone.round();
    await phone.records.withdraw(early);
    await phone.round();
    await phone.round();
    expect(await word(phone, early)).toBe('withdrawn');
    expect((await officer.open(early)).row.state).toBe('withdrawn');
    await officer.act(late, { kind: 'assign' });
    await phone.records.withdraw(late);
    await phone.round();
    expect(await word(phone, late)).toBe('reviewed');
    expect((await record(phone, late)).timeline.some((entry) => entry.kind === 'refused')).toBe(true);
    expect((await officer.open(late)).row.state).toBe('reviewing');
  });

  it('what is withdrawn without signal never leaves the phone, also after attempts; a late copy is not taken in', async () => {
    const phone = await enrolledPhone();
    const before = (await officer.inbox()).length;
    phone.line.signal = false;
    const id = await recordSomething(phone, { freeText: '取り消す言葉' });
    expect(await phone.round()).toMatchObject({ ended: 'failed' });
    const [late] = await phone.db.outbox.toArray();
    await phone.records.withdraw(id);
    expect(await word(phone, id)).toBe('withdrawn');
    phone.line.signal = true;
    await phone.round('person');
    expect(await delivery(phone)).toBe('all-delivered');
    expect((await officer.inbox()).length).toBe(before);
    await phone.db.outbox.put(late!);
    await phone.round('person');
    expect((await officer.inbox()).length).toBe(before);
    expect(await word(phone, id)).toBe('withdrawn');
  });

  it('a reply lost after the commit makes one case and one receipt number', async () => {
    const phone = await enrolledPhone();
    const before = (await officer.inbox()).length;
    const id = await recordSomething(phone);
    phone.line.loseReplies = 1;
    expect(await phone.round()).toMatchObject({ ended: 'failed' });
    expect((await officer.inbox()).length).toBe(before + 1);
    expect(await word(phone, id)).toBe('waiting');
    await phone.round('person');
    expect(await word(phone, id)).toBe('delivered');
    expect((await officer.inbox()).length).toBe(before + 1);
    expect((await record(phone, id)).summary.receiptNo).toBe((await officer.open(id)).row.receiptNo);
  });

  it('a registration whose reply was lost is asked for again with the same key', async () => {
    const phone = testPhone(server.url);
    const { code } = await server.network.createInvitation();
    phone.line.loseReplies = 1;
    expect(await phone.enrolment.redeem(code)).toEqual({ status: 'no-connection' });
    expect(await phone.enrolment.redeem(code)).toMatchObject({ status: 'enrolled' });
    expect(await testPhone(server.url).enrolment.redeem(code)).toEqual({
      status: 'refused',
      problem: 'invitation-used',
    });
  });

  it('an instruction reaches its own member only', async () => {
    const hanako = await enrolledPhone('見本 花子');
    const taro = await enrolledPhone('見本 太郎');
    const id = await recordSomething(hanako);
    await hanako.round();
    await officer.act(id, { kind: 'assign' });
    await officer.act(id, {
      kind: 'instruct',
      template: 'T01',
      text: '花子さん向けの指示です。',
      numbers: [],
      questions: [],
    });
    await hanako.round();
    await taro.round();
    expect(await now(hanako.instructions.watchOpen)).toHaveLength(1);
    expect(await now(taro.instructions.watchOpen)).toHaveLength(0);
    expect(await taro.db.instructions.count()).toBe(0);
  });

  it('what was written before registering goes out after it', async () => {
    const phone = testPhone(server.url);
    const id = await recordSomething(phone);
    expect(await phone.round()).toEqual({ ended: 'not-enrolled' });
    expect(await delivery(phone)).toBe('not-enrolled');
    const { code } = await server.network.createInvitation();
    await phone.enrolment.redeem(code);
    await phone.round();
    expect(await word(phone, id)).toBe('delivered');
  });

  it('a report that cannot be read stands at the desk as 「読めない報告」, comes back to the phone whole, and arrives mended', async () => {
    const phone = await enrolledPhone();
    phone.line.signal = false;
    const id = await recordSomething(phone, { freeText: '封がこわれる前の文' });
    // One byte of the sealed body goes wrong on the phone's disk.
    const item = (await phone.db.outbox.get(id))!;
    const at = item.body.length - 9;
    const other = item.body[at] === 'A' ? 'B' : 'A';
    await phone.db.outbox.put({ ...item, body: item.body.slice(0, at) + other + item.body.slice(at + 1) });
    phone.line.signal = true;
    await phone.round();
    const { receiptNo } = (await record(phone, id)).summary;
    expect(receiptNo).toMatch(/^T-/);
    const unreadable = await officer.open(id);
    expect(unreadable).toMatchObject({ sighting: null, row: { receiptNo, contents: 'unreadable' } });

    await phone.round();
    expect((await record(phone, id)).summary.state).toMatchObject({ status: 'refused', button: 'mend' });
    const draft = (await phone.sightings.read(id))!;
    expect(draft.answers.freeText).toBe('封がこわれる前の文');
    expect(await phone.sightings.send(draft)).toEqual({ status: 'queued' });
    await phone.round();
    const mended = await officer.open(id);
    expect(mended.sighting?.freeText).toBe('封がこわれる前の文');
    expect(mended.row).toMatchObject({ receiptNo, contents: 'opened' });
    await phone.round();
    expect(await word(phone, id)).toBe('delivered');
    expect(await phone.db.drafts.get(id)).toBeUndefined();
  });

  it('page and worker at once deliver each record once', async () => {
    const phone = await enrolledPhone();
    const before = (await officer.inbox()).length;
    for (let i = 0; i < 5; i += 1) await recordSomething(phone);
    await Promise.all([phone.round(), phone.workerRound(), phone.round()]);
    await phone.round();
    expect((await officer.inbox()).length).toBe(before + 5);
    expect(await delivery(phone)).toBe('all-delivered');
  });
});

// What an officer may do with a case, and invitations; over whichever database.
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { CASE_STATES, mayMove, RETRACT_WITHIN_MS, type CaseState } from '../../../src/domain/case-state';
import {
  createdInvitationSchema,
  invitationListSchema,
  organisationListSchema,
} from '../../../src/domain/desk-contract';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { testId } from '../../support/sightings';
import type { Desk } from '../desk';
import { closing, instruct, openDesk, type Wish } from '../desk';
import type { MovableClock } from '../movable-clock';
import {
  aKey,
  anOperation,
  enrolmentBody,
  enrolPhone,
  postJson,
  problemOf,
  submit,
  type Phone,
} from '../phone';

export function deskSuite(server: () => TestServer, clock: MovableClock): void {
  const fresh = async () => {
    const network = await foundNetwork(server());
    return {
      network,
      phone: await enrolPhone(server(), network),
      desk: await openDesk(server(), network),
    };
  };
  const received = async (phone: Phone) => {
    const sighting = submit();
    await phone.sync(sighting);
    return sighting.id;
  };
  const mark = (kind: 'instruction.seen' | 'instruction.started', recordId: string, instructionId: string) =>
    anOperation(kind, { recordId, instructionId, at: new Date().toISOString() });

  describe('事務局', () => {
    test('the whole circle: received, reviewed, instructed, seen, done, closed; the phone hears of each', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const { instructions } = await desk.act(recordId, instruct('T01', '188をすすめてください。'));
      const instructionId = instructions[0]!.id;
      await phone.sync();
      expect(phone.changesOf('instruction', instructionId)).toMatchObject([
        { version: 1, body: { recordId, text: '188をすすめてください。', retractedAt: null } },
      ]);
      await phone.sync(
        mark('instruction.seen', recordId, instructionId),
        anOperation('instruction.done', { recordId, instructionId, at: new Date().toISOString(), done: ['gave_188'], note: '伝えました' }),
      ); // prettier-ignore
      const detail = await desk.read(recordId);
      expect(detail.row.state).toBe('in_progress');
      expect(detail.instructions[0]).toMatchObject({ done: ['gave_188'] });
      expect(detail.instructions[0]!.startedAt).not.toBeNull();
      await desk.act(recordId, closing);
      await phone.sync();
      expect(phone.changesOf('feedback', recordId)).toMatchObject([
        { body: { outcome: 'consulted', text: 'ありがとうございました。' } },
      ]);
      const states = phone
        .changesOf('case-state', recordId)
        .map(({ body }) => (body as { state: CaseState }).state);
      expect(states).toEqual(['received', 'reviewing', 'instructed', 'in_progress', 'closed']);
      const { events } = await desk.read(recordId);
      expect(events.map(({ kind }) => kind)).toEqual(['received', 'assigned', 'instructed', 'seen', 'done', 'feedback']); // prettier-ignore
    });

    test('every move of the desk goes along the transitions, and every other one is refused', async () => {
      const { phone, desk } = await fresh();
      const target = await received(phone);
      const { receiptNo } = await desk.row(target);
      const wishes: Record<string, { wish: Wish; to: CaseState; unless?: CaseState[] }> = {
        'T08': { wish: instruct('T08'), to: 'need_info' },
        'T02': { wish: instruct('T02'), to: 'need_personal' },
        'T03': { wish: instruct('T03'), to: 'instructed' },
        'close': { wish: closing, to: 'closed' },
        'merge': { wish: { kind: 'merge', intoReceiptNo: receiptNo }, to: 'merged' },
        'review-again': { wish: { kind: 'review-again', reason: '見直す' }, to: 'reviewing', unless: ['received', 'instructed'] },
        'retract': { wish: { kind: 'retract' }, to: 'reviewing', unless: ['received', 'need_info', 'need_personal', 'in_progress', 'closed'] },
      }; // prettier-ignore
      for (const from of CASE_STATES.filter((state) => state !== 'draft' && state !== 'queued'))
        for (const [title, { wish, to, unless = [] }] of Object.entries(wishes)) {
          const recordId = await bring(phone, desk, from, receiptNo);
          const response = await desk.try(recordId, wish);
          const allowed = mayMove(from, to, 'secretariat') && !unless.includes(from);
          const state = (await desk.row(recordId)).state;
          expect([title, from, state, response.status]).toEqual([title, from, allowed ? to : from, allowed ? 200 : 409]); // prettier-ignore
          if (!allowed) expect((await problemOf(response)).code).toBe('transition-not-allowed');
        }
    }, 120_000);

    async function bring(phone: Phone, desk: Desk, state: CaseState, into: string): Promise<string> {
      const recordId = await received(phone);
      if (state === 'received') return recordId;
      if (state === 'withdrawn') {
        await phone.sync(anOperation('sighting.withdraw', { recordId }));
        return recordId;
      }
      await desk.act(recordId, { kind: 'assign' });
      if (state === 'need_info') await desk.act(recordId, instruct('T08'));
      if (state === 'need_personal') await desk.act(recordId, instruct('T02'));
      if (state === 'merged') await desk.act(recordId, { kind: 'merge', intoReceiptNo: into });
      if (state === 'instructed' || state === 'in_progress' || state === 'closed') {
        const { instructions } = await desk.act(recordId, instruct('T01'));
        if (state === 'in_progress')
          await phone.sync(mark('instruction.started', recordId, instructions[0]!.id));
        if (state === 'closed') await desk.act(recordId, closing);
      }
      return recordId;
    }

    test('assigning a case that is under way changes the person, not the state', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      await desk.act(recordId, instruct('T01'));
      const { row } = await desk.act(recordId, { kind: 'assign' });
      expect(row).toMatchObject({ state: 'instructed', assignee: { displayName: '試しの担当' } });
    });

    test('an instruction can be taken back within a minute; a late mark from the phone then moves nothing', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const { instructions } = await desk.act(recordId, instruct('T01'));
      await desk.act(recordId, { kind: 'retract' });
      await phone.sync();
      expect(phone.changesOf('instruction', instructions[0]!.id).at(-1)).toMatchObject({
        version: 2,
        body: { retractedAt: expect.stringMatching(/Z$/) as string },
      });
      await desk.act(recordId, instruct('T03'));
      await phone.sync(mark('instruction.started', recordId, instructions[0]!.id));
      expect((await desk.row(recordId)).state).toBe('instructed');
      clock.pass(RETRACT_WITHIN_MS + 1000);
      const late = await desk.try(recordId, { kind: 'retract' });
      clock.reset();
      expect((await problemOf(late)).code).toBe('transition-not-allowed');
    });

    test('answering the question and declining the personal report bring the case back to 確認中', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const asked = await desk.act(recordId, instruct('T08'));
      await phone.sync(anOperation('question.answer', { recordId, instructionId: asked.instructions[0]!.id, answers: ['昨日です'] })); // prettier-ignore
      expect((await desk.read(recordId)).events.at(-1)).toMatchObject({ kind: 'answered', text: '昨日です', state: 'reviewing' }); // prettier-ignore
      const personal = await desk.act(recordId, instruct('T02', '要請番号 {requestNo} です。'));
      const { instruction, id } = personal.instructions[1]!;
      expect(instruction.requestNo).toMatch(/^T-R-20\d\d-0001$/);
      expect(instruction.text).toBe(`要請番号 ${instruction.requestNo} です。`);
      await phone.sync(anOperation('personal-report.decline', { recordId, instructionId: id }));
      expect((await desk.row(recordId)).state).toBe('reviewing');
    });

    test('what a member writes after the case moved on is kept all the same', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const { instructions } = await desk.act(recordId, instruct('T01'));
      await desk.act(recordId, closing);
      const [result] = await phone.sync(
        anOperation('instruction.done', { recordId, instructionId: instructions[0]!.id, at: new Date().toISOString(), done: ['kept_watching'] }),
      ); // prettier-ignore
      expect(result!.outcome).toBe('accepted');
      const detail = await desk.read(recordId);
      expect(detail.row.state).toBe('closed');
      expect(detail.events.at(-1)).toMatchObject({ kind: 'done', done: ['kept_watching'] });
    });

    test('two officers at once: the second is told that the case has moved; the same click twice is one', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      const { version } = await desk.row(recordId);
      const body = { kind: 'assign', requestId: testId(), version };
      const path = API.deskCaseActions(recordId);
      const answers = await Promise.all([1, 2, 3].map(() => desk.ask('POST', path, body)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await desk.read(recordId)).events.filter(({ kind }) => kind === 'assigned')).toHaveLength(1);
      const second = await desk.ask('POST', path, { ...body, requestId: testId() });
      expect(await problemOf(second)).toMatchObject({ code: 'case-moved', status: 409 });
    });

    test('a case is closed only with feedback, and no text goes out with a placeholder in it', async () => {
      const { phone, desk } = await fresh();
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const open = await desk.try(recordId, instruct('T01', '電話: {centerPhone}'));
      expect(await problemOf(open)).toMatchObject({ code: 'invalid-body', paths: ['text'] });
      await desk.act(recordId, instruct('T01'));
      const silent = await desk.try(recordId, { kind: 'close', outcome: 'consulted', text: '  ' });
      expect((await problemOf(silent)).code).toBe('feedback-missing');
      expect((await desk.row(recordId)).state).toBe('instructed');
    });

    test('a report is not merged into a case that has ended: nobody would look at it any more', async () => {
      const { phone, desk } = await fresh();
      const ended = await bring(phone, desk, 'closed', '');
      const { receiptNo } = await desk.row(ended);
      const recordId = await received(phone);
      await desk.act(recordId, { kind: 'assign' });
      const response = await desk.try(recordId, { kind: 'merge', intoReceiptNo: receiptNo });
      expect((await problemOf(response)).code).toBe('transition-not-allowed');
      expect((await desk.row(recordId)).state).toBe('reviewing');
    });

    test('a merged report tells its reporter, and both cases show the other', async () => {
      const { phone, desk } = await fresh();
      const [kept, merged] = [await received(phone), await received(phone)];
      await desk.act(merged, { kind: 'assign' });
      const { receiptNo } = await desk.row(kept);
      const detail = await desk.act(merged, { kind: 'merge', intoReceiptNo: receiptNo });
      expect(detail).toMatchObject({ mergedInto: receiptNo, row: { state: 'merged' }, feedback: { outcome: 'duplicate' } }); // prettier-ignore
      await phone.sync();
      expect(phone.changesOf('feedback', merged)).toHaveLength(1);
      expect((await desk.read(kept)).events.at(-1)).toMatchObject({
        kind: 'merged',
        text: detail.row.receiptNo,
      });
      const into = await desk.try(kept, { kind: 'merge', intoReceiptNo: 'T-2020-9999' });
      expect(into.status).toBe(409);
    });

    test('「受付箱」 is urgent first, then the oldest that waits; it can be narrowed, and it counts', async () => {
      const { phone, desk } = await fresh();
      const [info, older, newer, urgent] = [submit({ urgency: 'info', freeText: '青い軽トラック' }), submit({ urgency: 'high' }), submit({ urgency: 'high' }), submit({ urgency: 'emergency' })]; // prettier-ignore
      for (const sighting of [info, older, newer, urgent]) await phone.sync(sighting);
      await desk.act(older.id, { kind: 'assign' });
      await desk.act(older.id, instruct('T01'));
      const { cases, counts } = await desk.cases();
      expect(cases.map(({ recordId }) => recordId)).toEqual([urgent.id, newer.id, older.id, info.id]);
      expect(counts).toEqual({ received: 3, instructed: 1 });
      const ids = async (query: string) => (await desk.cases(query)).cases.map(({ recordId }) => recordId);
      expect(await ids('?state=instructed')).toEqual([older.id]);
      expect(await ids('?urgency=info')).toEqual([info.id]);
      expect(await ids(`?text=${encodeURIComponent('軽トラック')}`)).toEqual([info.id]);
      expect(await ids('?text=%25')).toEqual([]);
      expect((await problemOf(await desk.ask('GET', `${API.deskCases}?state=moon`))).code).toBe(
        'invalid-body',
      );
    });

    test('another network sees nothing of it: not the case, not its photo, not its actions', async () => {
      const { phone } = await fresh();
      const recordId = await received(phone);
      const { desk: stranger, network } = await fresh();
      expect((await stranger.cases()).cases).toEqual([]);
      const asked = await Promise.all([
        stranger.ask('GET', API.deskCase(recordId)),
        stranger.ask('GET', API.deskPhoto(recordId, 'a'.repeat(64))),
        stranger.ask('POST', API.deskCaseActions(recordId), { kind: 'assign', requestId: testId(), version: 1 }),
        stranger.ask('DELETE', API.deskInvitation((await server().network.createInvitation()).id)),
        stranger.ask('POST', API.deskInvitations, { organisationId: server().network.organisationId, memberKind: 'member', displayName: '花子', jobKind: 'inside_work' }),
      ]); // prettier-ignore
      expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect(network.id).not.toBe(server().network.id);
    });

    test('invitations: made for one member of an organisation, told once, listed, revoked', async () => {
      const { desk } = await fresh();
      const made = await desk.ask('POST', API.deskOrganisations, {
        kind: 'cooperator',
        name: '試し老人クラブ',
      });
      expect(made.status).toBe(201);
      const again = await desk.ask('POST', API.deskOrganisations, { kind: 'member', name: '試し老人クラブ' });
      expect((await problemOf(again)).code).toBe('name-taken');
      const { organisations } = z.parse(organisationListSchema, await (await desk.ask('GET', API.deskOrganisations)).json()); // prettier-ignore
      const organisationId = organisations.find(({ name }) => name === '試し老人クラブ')!.id;
      const response = await desk.ask('POST', API.deskInvitations, { organisationId, memberKind: 'cooperator', displayName: '見守 太郎', jobKind: 'outside_work' }); // prettier-ignore
      const { invitation, code, link } = z.parse(createdInvitationSchema, await response.json());
      expect(link).toBe(`${server().url}/join#${code}`);
      expect(invitation).toMatchObject({
        state: 'unused',
        memberName: '見守 太郎',
        organisation: '試し老人クラブ',
      });
      const list = async () => z.parse(invitationListSchema, await (await desk.ask('GET', API.deskInvitations)).json()).invitations; // prettier-ignore
      expect(JSON.stringify(await list())).not.toContain(code);
      expect((await desk.ask('DELETE', API.deskInvitation(invitation.id))).status).toBe(200);
      expect((await list()).find(({ id }) => id === invitation.id)!.state).toBe('revoked');
      const late = await postJson(server().url + API.enrolments, enrolmentBody(code));
      expect((await problemOf(late)).code).toBe('invitation-revoked');
      expect((await desk.ask('DELETE', API.deskInvitation(testId()))).status).toBe(404);
    });

    test('a used invitation cannot be revoked', async () => {
      const { desk, network } = await fresh();
      const { id, code } = await network.createInvitation();
      await postJson(server().url + API.enrolments, enrolmentBody(code, aKey('C')));
      expect((await problemOf(await desk.ask('DELETE', API.deskInvitation(id)))).code).toBe(
        'invitation-used',
      );
    });
  });
}

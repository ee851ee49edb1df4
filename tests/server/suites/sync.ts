// POST /api/v1/sync, over whichever database.
import { describe, expect, test } from 'vitest';
import { CHANGES_MAX } from '../../../server/store/feed';
import { changeBodySchemas, OPERATIONS_MAX } from '../../../src/domain/sync-protocol';
import * as z from 'zod/mini';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { aSighting, testId } from '../../support/sightings';
import { rotateKey } from '../../../server/sealing/rotate-key';
import type { NetworkProfile } from '../../../src/domain/network';
import { sealedOnce } from '../../support/sealing';
import { openDesk, instruct } from '../desk';
import { anOperation, enrolPhone, Phone, submit } from '../phone';

export function syncSuite(server: () => TestServer): void {
  const fresh = async (change = {}) => {
    const network = await foundNetwork(server(), change);
    return { network, phone: await enrolPhone(server(), network) };
  };
  const count = async (
    table: 'operations' | 'cases' | 'audit' | 'feed' | 'case_events',
    networkId: string,
  ) => {
    const row = await server().store.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n')).where('network_id', '=', networkId).executeTakeFirstOrThrow(); // prettier-ignore
    return Number(row.n);
  };

  describe('同期', () => {
    test('a sighting is received with a receipt number, and the phone is told of receipt and state', async () => {
      const { phone } = await fresh({ receiptPrefix: 'K' });
      const sighting = submit();
      const [result] = await phone.sync(sighting);
      expect(result).toMatchObject({ id: sighting.id, outcome: 'accepted' });
      expect(result!.receipt!.receiptNo).toMatch(/^K-20\d\d-0001$/);
      expect(phone.changesOf('receipt', sighting.id)).toMatchObject([{ version: 1, body: result!.receipt }]);
      expect(phone.changesOf('case-state', sighting.id)).toMatchObject([{ body: { state: 'received' } }]);
      expect(phone.changesOf('network-profile')).toHaveLength(1);
      for (const change of phone.changes)
        z.parse(changeBodySchemas[change.kind as keyof typeof changeBodySchemas], change.body);
    });

    test('the same id and the same bytes again is a duplicate with the same receipt, and nothing is doubled', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      const [first] = await phone.sync(sighting);
      const before = await count('feed', network.id);
      const [again] = await phone.sync(sighting);
      expect(again).toEqual({ ...first, outcome: 'duplicate' });
      expect(await count('cases', network.id)).toBe(1);
      expect(await count('feed', network.id)).toBe(before);
    });

    test('the same id with other bytes is a conflict: both are kept, the case shows it once', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      await phone.sync(sighting);
      const other = { ...sighting, body: JSON.stringify(aSighting({ signs: ['OUT-01'] })) };
      for (const attempt of [1, 2]) {
        const [result] = await phone.sync(other);
        expect(result, `attempt ${attempt}`).toEqual({ id: sighting.id, outcome: 'conflict', problem: 'same-id-other-bytes' }); // prettier-ignore
      }
      const kept = await server().store.db.selectFrom('operation_conflicts').select('body').where('operation_id', '=', sighting.id).execute(); // prettier-ignore
      expect(kept).toEqual([{ body: (await phone.asSent(other)).body }]);
      const detail = await (await openDesk(server(), network)).read(sighting.id);
      expect(detail.sighting?.signs).toEqual(['OUT-03']);
      expect(detail.events.map(({ kind }) => kind)).toEqual(['received', 'conflict']);
    });

    test('an id is one operation for ever: another kind, another member or another network with it is a conflict', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      await phone.sync(sighting);
      const [otherKind] = await phone.sync({ ...anOperation('sighting.supplement', { recordId: sighting.id, text: '補足' }), id: sighting.id }); // prettier-ignore
      expect(otherKind!.outcome).toBe('conflict');
      const colleague = await enrolPhone(server(), network);
      expect((await colleague.sync(sighting))[0]!.outcome).toBe('conflict');
      const stranger = await fresh();
      const [elsewhere] = await stranger.phone.sync(sighting);
      expect(elsewhere).toEqual({ id: sighting.id, outcome: 'conflict', problem: 'same-id-other-bytes' });
      expect(await count('cases', stranger.network.id)).toBe(0);
    });

    test('what cannot be read keeps its number, is told to the phone, and is taken mended under the same id', async () => {
      const { phone, network } = await fresh();
      const broken = submit();
      broken.body = JSON.stringify({ ...aSighting(), place: 'moon' });
      const [first] = await phone.sync(broken, submit());
      expect(first!.outcome).toBe('accepted');
      expect(phone.changesOf('refusal', broken.id)).toMatchObject([{ body: { problem: 'invalid-body' } }]);
      expect(phone.changesOf('case-state', broken.id)).toEqual([]);
      const desk = await openDesk(server(), network);
      const unreadable = await desk.read(broken.id);
      expect(unreadable).toMatchObject({
        sighting: null,
        row: { contents: 'unreadable', unreadable: 'invalid-body' },
      });
      expect(unreadable.row.receiptNo).toBe(first!.receipt!.receiptNo);
      // The same refused bytes again change nothing.
      expect((await phone.sync(broken))[0]).toEqual({ ...first, outcome: 'duplicate' });
      const [mended] = await phone.sync({
        ...broken,
        body: JSON.stringify(aSighting({ freeText: '直しました' })),
      });
      expect(mended).toMatchObject({ outcome: 'accepted', receipt: first!.receipt });
      expect(await desk.read(broken.id)).toMatchObject({
        sighting: { freeText: '直しました' },
        row: { contents: 'opened', unreadable: null, receiptNo: first!.receipt!.receiptNo },
      });
      expect(phone.changesOf('case-state', broken.id)).toHaveLength(1);
      expect(await count('operations', network.id)).toBe(2);
      expect(await count('cases', network.id)).toBe(2);
    });

    test('words in plain are not taken, and what carries no words is not taken sealed', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      const response = await phone.postAsIs([sighting]);
      expect(await response.json()).toMatchObject({
        results: [{ outcome: 'rejected', problem: 'must-be-sealed' }],
      });
      await phone.sync(sighting);
      const withdraw = anOperation('sighting.withdraw', { recordId: sighting.id }, { sealed: true });
      expect((await phone.sync(withdraw))[0]).toMatchObject({ outcome: 'rejected', problem: 'invalid-body' });
      expect(await count('operations', network.id)).toBe(1);
    });

    test.each([
      ['no base64url', '!!', 'malformed'],
      ['too short', 'AQAA', 'malformed'],
      ['sealed for another operation', 'moved', 'wrong-key-or-changed'],
      ['sealed to an unknown key', 'stranger', 'unknown-key'],
    ])('a sealed body that is %s is 「読めない報告」', async (_title, how, why) => {
      const { phone, network } = await fresh();
      const sighting = submit();
      const key = how === 'stranger' ? { ...phone.sealing.key, id: 'nobodys' } : phone.sealing.key;
      const body =
        how === 'moved' || how === 'stranger'
          ? (await sealedOnce({ ...sighting, id: how === 'moved' ? testId() : sighting.id }, key)).body
          : how;
      const [result] = await phone.sync({ ...sighting, body, sealed: true });
      expect(result!.receipt!.receiptNo).toMatch(/-0001$/);
      expect(phone.changesOf('refusal', sighting.id)).toMatchObject([
        { body: { problem: 'sealed-unreadable' } },
      ]);
      const { row, events } = await (await openDesk(server(), network)).read(sighting.id);
      expect(row).toMatchObject({ contents: 'unreadable', unreadable: why });
      expect(events.map(({ kind }) => kind)).toEqual(['received', 'unreadable']);
    });

    test('a new key is told to the phones; what was sealed to the old one is still opened', async () => {
      const { phone, network } = await fresh();
      const old = await phone.asSent(submit({ freeText: '古い鍵' }));
      await rotateKey(server().store, server().deps.sealingKeys, network.id);
      await phone.sync(old);
      const profiles = phone.changesOf('network-profile').map(({ body }) => body as NetworkProfile);
      expect(profiles).toHaveLength(2);
      const told = profiles[1]!.sealingKey!;
      expect(told.id).not.toBe(phone.sealing.key.id);
      const next = await sealedOnce(submit({ freeText: '新しい鍵' }), told);
      await phone.sync(next);
      const desk = await openDesk(server(), network);
      expect((await desk.read(old.id)).sighting?.freeText).toBe('古い鍵');
      expect((await desk.read(next.id)).sighting?.freeText).toBe('新しい鍵');
    });

    test.each([
      ['no JSON', 'nonsense'],
      ['an array', '[]'],
      ['null', 'null'],
      ['an unknown field', JSON.stringify({ ...aSighting(), name: '山田' })],
      ['NUL in a text', JSON.stringify(aSighting({ freeText: 'あ\u0000い' }))],
      ['half a surrogate pair', JSON.stringify(aSighting({ freeText: 'あ\ud800い' }))],
      ['a prototype', `{"__proto__":{"place":"outside"},"constructor":1}`],
    ])('an opened body that is %s is refused alone', async (_title, body) => {
      const { phone } = await fresh();
      const [bad, good] = [{ ...submit(), body }, submit()];
      await phone.sync(bad, good);
      expect(phone.changesOf('refusal').map(({ id, body: told }) => [id, told])).toEqual([
        [bad.id, { problem: 'invalid-body' }],
      ]);
      expect(phone.changesOf('case-state', good.id)).toHaveLength(1);
    });

    test('what has to come after something waits for it; what is about an unknown record is refused', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      const supplement = anOperation('sighting.supplement', { recordId: sighting.id, text: '白い車でした' }, { after: sighting.id }); // prettier-ignore
      expect((await phone.sync(supplement))[0]).toMatchObject({ outcome: 'rejected', problem: 'predecessor-missing' }); // prettier-ignore
      const inOrder = await phone.sync(sighting, supplement);
      expect(inOrder.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
      const lost = anOperation('sighting.supplement', { recordId: testId(), text: '補足' });
      await phone.sync(lost);
      expect(phone.changesOf('refusal', lost.id)).toMatchObject([{ body: { problem: 'record-unknown' } }]);
      const colleague = await enrolPhone(server(), network);
      const others = anOperation('sighting.supplement', { recordId: sighting.id, text: '補足' });
      await colleague.sync(others);
      expect(colleague.changesOf('refusal', others.id)).toMatchObject([
        { body: { problem: 'record-unknown' } },
      ]);
      expect(phone.changesOf('refusal', others.id)).toEqual([]);
    });

    test('a sighting can be withdrawn until the secretariat has begun', async () => {
      const { phone, network } = await fresh();
      const [early, late] = [submit(), submit()];
      await phone.sync(early, late);
      const [withdrawn] = await phone.sync(anOperation('sighting.withdraw', { recordId: early.id }));
      expect(withdrawn!.outcome).toBe('accepted');
      const desk = await openDesk(server(), network);
      expect((await desk.row(early.id)).state).toBe('withdrawn');
      await desk.act(late.id, { kind: 'assign' });
      const [refused] = await phone.sync(anOperation('sighting.withdraw', { recordId: late.id }));
      expect(refused).toMatchObject({ outcome: 'rejected', problem: 'transition-not-allowed' });
    });

    test('receipt numbers have no gap, whatever was refused between them', async () => {
      const { phone, network } = await fresh();
      const colleague = await enrolPhone(server(), network);
      const batches = Array.from({ length: 12 }, (_, place) => [
        submit(),
        anOperation('sighting.supplement', { recordId: testId(), text: '補足' }, { after: testId() }),
        ...(place % 3 === 0 ? [submit()] : []),
      ]);
      await Promise.all(batches.map((batch, place) => (place % 2 ? phone : colleague).post(batch)));
      const rows = await server().store.db.selectFrom('cases').select('receipt_no').where('network_id', '=', network.id).orderBy('receipt_no').execute(); // prettier-ignore
      expect(rows.map((row) => Number(row.receipt_no.split('-')[2]))).toEqual(
        rows.map((_, place) => place + 1),
      );
      expect(rows).toHaveLength(16);
    });

    test('an operation that breaks in the middle leaves nothing behind, and the others go on', async () => {
      const { phone, network } = await fresh();
      const { db } = server().store;
      const [first, broken, last] = [submit(), submit(), submit()];
      // The next receipt number is taken by a case that must not be there: adding one breaks in the middle.
      const [received] = await phone.sync(first);
      const blocking = testId();
      const taken = received!.receipt!.receiptNo.replace(/1$/, '2');
      await server().store.write(network.id, async (writing) => {
        await writing.db.insertInto('cases').columns(['record_id', 'network_id', 'member_id', 'receipt_no', 'state', 'urgency_rank', 'sighting', 'marked', 'version', 'received_at', 'changed_at']).expression(writing.db.selectFrom('cases').select((eb) => [eb.val(blocking).as('record_id'), 'network_id', 'member_id', eb.val(taken).as('receipt_no'), 'state', 'urgency_rank', 'sighting', 'marked', 'version', 'received_at', 'changed_at']).where('record_id', '=', first.id)).execute(); // prettier-ignore
      });
      const before = { audit: await count('audit', network.id), feed: await count('feed', network.id), events: await count('case_events', network.id) }; // prettier-ignore
      const [failed] = await phone.sync(broken);
      expect(failed).toMatchObject({ outcome: 'rejected', problem: 'internal' });
      expect({ audit: await count('audit', network.id), feed: await count('feed', network.id), events: await count('case_events', network.id) }).toEqual(before); // prettier-ignore
      await db.deleteFrom('cases').where('record_id', '=', blocking).execute();
      const [good] = await phone.sync(last);
      expect(good!.receipt!.receiptNo).toMatch(/-0002$/);
      const known = await db.selectFrom('operations').select('id').where('id', '=', broken.id).execute();
      expect(known).toEqual([]);
    });

    test('a member sees only what is theirs, and every change once, in order, in portions', async () => {
      const { phone, network } = await fresh();
      const colleague = await enrolPhone(server(), network);
      const many = Array.from({ length: 150 }, () => submit());
      expect(many.length).toBeLessThanOrEqual(OPERATIONS_MAX);
      await phone.post(many);
      await phone.sealing.settled();
      const first = await phone.once([]);
      expect(first.changes).toHaveLength(CHANGES_MAX);
      expect(first.more).toBe(true);
      await phone.sync();
      const seqs = phone.changes.map(({ seq }) => seq);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      expect(phone.changesOf('receipt')).toHaveLength(150);
      await colleague.sync();
      expect(colleague.changes.map(({ kind }) => kind)).toEqual(['network-profile']);
      expect(colleague.cursor).toBe(phone.cursor);
    });

    test('a cursor from a life of the database that is no more gets everything again', async () => {
      const { phone } = await fresh();
      await phone.sync(submit());
      phone.cursor = '999999999999999';
      const reply = await phone.once([]);
      expect(reply.changes.map(({ kind }) => kind)).toEqual(['network-profile', 'receipt', 'case-state']);
    });

    test('the cursor never passes a change that is committed late by another writer', async () => {
      const { phone } = await fresh();
      const sameMember = () =>
        new Phone(phone.url, phone.token, phone.memberId, phone.key, phone.now, phone.sealing);
      const [writers, reader] = [Array.from({ length: 6 }, sameMember), sameMember()];
      let writing = true;
      const reading = (async () => {
        while (writing) await reader.sync();
      })();
      const sent = await Promise.all(
        writers.map(async (writer) => {
          const sightings = Array.from({ length: 10 }, () => submit());
          for (const sighting of sightings) await writer.post([sighting]);
          return sightings.map(({ id }) => id);
        }),
      );
      writing = false;
      await reading;
      await reader.sync();
      expect(
        reader
          .changesOf('receipt')
          .map(({ id }) => id)
          .sort(),
      ).toEqual(sent.flat().sort());
    });

    test('a phone whose clock is ten years off is taken as it is, and its marks are put right', async () => {
      const { phone, network } = await fresh();
      const sighting = submit();
      await phone.sync(sighting);
      const desk = await openDesk(server(), network);
      await desk.act(sighting.id, { kind: 'assign' });
      const { instructions } = await desk.act(sighting.id, instruct('T01'));
      const wrong = new Date(Date.now() - 10 * 365 * 86_400_000).toISOString();
      const seen = anOperation('instruction.seen', { recordId: sighting.id, instructionId: instructions[0]!.id, at: wrong }); // prettier-ignore
      const response = await phone.post([seen], { deviceClock: { at: wrong, zone: 'Asia/Tokyo' } });
      expect(response.status).toBe(200);
      const seenAt = (await desk.read(sighting.id)).instructions[0]!.seenAt!;
      expect(Math.abs(Date.parse(seenAt) - Date.now())).toBeLessThan(60_000);
    });
  });
}

// Photos in parts, over whichever database.
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { PHOTO_PART_BYTES } from '../../../src/domain/sync-protocol';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { openDesk } from '../desk';
import { testId } from '../../support/sightings';
import { aPhoto, enrolPhone, problemOf, sealedPhoto, submit } from '../phone';

export function photoSuite(server: () => TestServer): void {
  /** A record whose one photo is announced; `photo` is the sealed one, as it travels. */
  const fresh = async (picture = aPhoto()) => {
    const network = await foundNetwork(server());
    const phone = await enrolPhone(server(), network);
    const recordId = testId();
    const photo = await sealedPhoto(phone, recordId, picture);
    await phone.sync({ ...submit({ photos: [photo.name] }), id: recordId });
    const total = photo.bytes.length;
    const part = (
      from: number,
      to = Math.min(from + PHOTO_PART_BYTES, photo.bytes.length),
      bytes = photo.bytes,
    ) => phone.photoPart(photo.name.sha256, bytes.subarray(from, to), from, bytes.length);
    return { network, phone, photo, part, recordId, total };
  };

  describe('写真', () => {
    test('a photo goes in parts, goes on where it stopped, and is complete once its hash was checked', async () => {
      const { phone, photo, part, network, recordId, total } = await fresh();
      const { sha256 } = photo.name;
      expect(await phone.photoStatus(sha256)).toEqual({ received: 0, complete: false });
      expect(await (await part(0)).json()).toEqual({ received: PHOTO_PART_BYTES, complete: false });
      // The reply was lost: the same part again, and one too far ahead, are answered with what is here.
      expect(await (await part(0)).json()).toEqual({ received: PHOTO_PART_BYTES, complete: false });
      expect(await (await part(2 * PHOTO_PART_BYTES)).json()).toEqual({
        received: PHOTO_PART_BYTES,
        complete: false,
      });
      await part(PHOTO_PART_BYTES);
      expect(await (await part(2 * PHOTO_PART_BYTES)).json()).toEqual({ received: total, complete: true });
      expect(await (await part(0)).json()).toEqual({ received: total, complete: true });

      const desk = await openDesk(server(), network);
      expect((await desk.row(recordId)).photos).toEqual({ expected: 1, complete: 1 });
      const shown = await desk.ask('GET', API.deskPhoto(recordId, sha256));
      expect([...new Uint8Array(await shown.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/),
        'cache-control': 'no-store',
      });
    });

    test('a photo changed on the way is thrown away and can be sent again', async () => {
      const { phone, photo, part, total } = await fresh(aPhoto(1000));
      const changed = photo.bytes.slice();
      changed[500]! ^= 1;
      expect((await problemOf(await part(0, total, changed))).code).toBe('photo-mismatch');
      expect(await phone.photoStatus(photo.name.sha256)).toEqual({ received: 0, complete: false });
      expect(await (await part(0)).json()).toEqual({ received: total, complete: true });
    });

    test('what is no picture is refused whatever it is called', async () => {
      const photo = aPhoto(1000);
      photo.bytes.set([0x3c, 0x68, 0x74]);
      const { part } = await fresh(photo);
      expect((await problemOf(await part(0))).code).toBe('photo-unreadable');
    });

    test('a photo in plain, or sealed for another record, is refused', async () => {
      const network = await foundNetwork(server());
      const phone = await enrolPhone(server(), network);
      const other = await sealedPhoto(phone, testId(), aPhoto(1000));
      for (const { name, bytes } of [aPhoto(1000), other]) {
        await phone.sync(submit({ photos: [name] }));
        const sent = await phone.photoPart(name.sha256, bytes, 0, bytes.length);
        expect((await problemOf(sent)).code).toBe('photo-unreadable');
      }
    });

    test('a photo that comes before its sighting is open is waited for', async () => {
      const network = await foundNetwork(server());
      const phone = await enrolPhone(server(), network);
      const recordId = testId();
      const photo = await sealedPhoto(phone, recordId, aPhoto(1000));
      await phone.post([{ ...submit({ photos: [photo.name] }), id: recordId }]);
      expect(await phone.photoStatus(photo.name.sha256)).toEqual({ received: 0, complete: false });
    });

    test('in the database there is no picture', async () => {
      const { photo, part, total } = await fresh(aPhoto(1000));
      expect(await (await part(0)).json()).toEqual({ received: total, complete: true });
      const rows = await server().store.db.selectFrom('photo_parts').select('data').where('sha256', '=', photo.name.sha256).execute(); // prettier-ignore
      expect(rows).toHaveLength(1);
      expect(Buffer.from(rows[0]!.data).includes(Buffer.from([0xff, 0xd8, 0xff, 0xfe]))).toBe(false);
    });

    test('only photos that a sighting of this member names are taken', async () => {
      const { photo, network } = await fresh();
      const colleague = await enrolPhone(server(), network);
      const sent = await colleague.photoPart(photo.name.sha256, photo.bytes.subarray(0, 10), 0, 150_000);
      expect((await problemOf(sent)).code).toBe('photo-unexpected');
    });

    test.each([
      ['no range', { 'content-range': '' }, 422],
      ['a range of another length', { 'content-range': 'bytes 0-9/150000' }, 422],
      ['a range that ends before it begins', { 'content-range': 'bytes 9-0/150000' }, 422],
      ['another length of the photo', { 'content-range': 'bytes 0-4/5' }, 422],
      ['another kind of body', { 'content-type': 'text/html' }, 415],
      ['no token', { authorization: '' }, 401],
    ])('%s is refused and stores nothing', async (_title, headers, status) => {
      const { phone, photo } = await fresh();
      const part = Buffer.from(photo.bytes.subarray(0, 5));
      const all = { ...phone.signed('PUT', API.photo(photo.name.sha256), part), 'content-type': 'image/jpeg', 'content-range': 'bytes 0-4/150000', ...headers }; // prettier-ignore
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const init = { method: 'PUT', headers: sent, body: part };
      const response = await fetch(server().url + API.photo(photo.name.sha256), init);
      expect((await problemOf(response)).status).toBe(status);
      expect(await phone.photoStatus(photo.name.sha256)).toEqual({ received: 0, complete: false });
    });

    test('a part larger than any photo is refused by its size', async () => {
      const { phone, photo } = await fresh();
      const sent = await phone.photoPart(photo.name.sha256, new Uint8Array(300_001), 0, 300_001);
      expect((await problemOf(sent)).code).toBe('body-too-large');
    });
  });
}

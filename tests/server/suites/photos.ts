// Photos in parts, over whichever database.
import { describe, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { PHOTO_PART_BYTES } from '../../../src/domain/sync-protocol';
import type { TestServer } from '../../support/server';
import { foundNetwork } from '../../support/server';
import { openDesk } from '../desk';
import { aPhoto, enrolPhone, problemOf, submit } from '../phone';

export function photoSuite(server: () => TestServer): void {
  const fresh = async (photo = aPhoto()) => {
    const network = await foundNetwork(server());
    const phone = await enrolPhone(server(), network);
    const sighting = submit({ photos: [photo.name] });
    await phone.sync(sighting);
    const part = (
      from: number,
      to = Math.min(from + PHOTO_PART_BYTES, photo.bytes.length),
      bytes = photo.bytes,
    ) => phone.photoPart(photo.name.sha256, bytes.subarray(from, to), from, bytes.length);
    return { network, phone, photo, part, recordId: sighting.id };
  };

  describe('写真', () => {
    test('a photo goes in parts, goes on where it stopped, and is complete once its hash was checked', async () => {
      const { phone, photo, part, network, recordId } = await fresh();
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
      expect(await (await part(2 * PHOTO_PART_BYTES)).json()).toEqual({ received: 150_000, complete: true });
      expect(await (await part(0)).json()).toEqual({ received: 150_000, complete: true });

      const desk = await openDesk(server(), network);
      expect((await desk.row(recordId)).photos).toEqual({ expected: 1, complete: 1 });
      const shown = await desk.ask('GET', API.deskPhoto(recordId, sha256));
      expect(Buffer.from(await shown.arrayBuffer()).equals(Buffer.from(photo.bytes))).toBe(true);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
      });
    });

    test('a photo changed on the way is thrown away and can be sent again', async () => {
      const { phone, photo, part } = await fresh(aPhoto(1000));
      const changed = photo.bytes.slice();
      changed[500] = 0;
      expect((await problemOf(await part(0, 1000, changed))).code).toBe('photo-mismatch');
      expect(await phone.photoStatus(photo.name.sha256)).toEqual({ received: 0, complete: false });
      expect(await (await part(0)).json()).toEqual({ received: 1000, complete: true });
    });

    test('what is no picture is refused whatever it is called', async () => {
      const photo = aPhoto(1000);
      photo.bytes.set([0x3c, 0x68, 0x74]);
      const { createHash } = await import('node:crypto');
      const sha256 = createHash('sha256').update(photo.bytes).digest('hex');
      const { part } = await fresh({ bytes: photo.bytes, name: { ...photo.name, sha256 } });
      expect((await problemOf(await part(0))).code).toBe('photo-unreadable');
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

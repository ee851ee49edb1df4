// A photo with the camera's position in it, from a phone that does not redraw, through the whole server to the desk.
import sharp from 'sharp';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API } from '../../../src/domain/api-paths';
import { startServer, type TestServer } from '../../support/server';
import { testId } from '../../support/sightings';
import { openDesk } from '../desk';
import { enrolPhone, problemOf, sealedPhoto, submit } from '../phone';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function send(bytes: Uint8Array) {
  const phone = await enrolPhone(server, server.network);
  const recordId = testId();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const photo = await sealedPhoto(phone, recordId, {
    bytes,
    name: { sha256, type: 'image/jpeg', bytes: bytes.length },
  });
  await phone.sync({ ...submit({ photos: [photo.name] }), id: recordId });
  const answer = await phone.photoPart(photo.name.sha256, photo.bytes, 0, photo.bytes.length);
  const desk = await openDesk(server, server.network);
  return { answer, show: () => desk.ask('GET', API.deskPhoto(recordId, photo.name.sha256)) };
}
const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } });

test('GPS goes in, and none comes out; the answer can only be an image of this site', async () => {
  const exif = {
    IFD0: { Model: 'CANARY-MODEL' },
    IFD3: { GPSLatitude: '34/1 4/1 3333/100', GPSMapDatum: 'CANARY-GPS' },
  };
  const camera = await picture.clone().withExif(exif).jpeg().toBuffer();
  expect(camera.includes('CANARY-GPS')).toBe(true);
  const { answer, show } = await send(camera);
  expect(await answer.json()).toMatchObject({ complete: true });
  const shown = await show();
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(bytes.includes('CANARY')).toBe(false);
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="photo.jpg"',
    'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none';sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('what only begins like a picture is told at once to the phone, and never shown', async () => {
  const { answer, show } = await send(
    Buffer.from('\xff\xd8\xff<script>alert(1)</script>'.padEnd(500), 'latin1'),
  );
  expect((await problemOf(answer)).code).toBe('photo-unreadable');
  expect((await show()).status).toBe(404);
});

test('a decompression bomb is told at once, too', async () => {
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .jpeg({ quality: 1 })
    .toBuffer();
  const { answer } = await send(bomb.subarray(0, 299_000));
  expect((await problemOf(answer)).code).toBe('photo-unreadable');
});

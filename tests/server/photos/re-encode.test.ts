// What an officer's browser gets of a photo: pixels, and nothing that came beside them.
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { LONGEST_SIDE_PX, PIXELS_MAX, reEncode } from '../../../server/photos/re-encode';

/** A town hall in Tokushima, as a camera would write it. */
const GPS = {
  IFD0: { Make: 'CANARY-MAKE', Model: 'CANARY-MODEL', ImageDescription: 'CANARY-WORDS' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '34/1 4/1 3333/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '134/1 33/1 2222/100',
    GPSMapDatum: 'CANARY-GPS',
  },
};
const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#c04020' } });
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="CANARY-XMP"/></rdf:RDF></x:xmpmeta>'; // prettier-ignore

describe('a photo drawn anew', () => {
  test('with the position in its EXIF comes out without it, and without all else that was beside the pixels', async () => {
    const camera = await plain().withExif(GPS).withXmp(XMP).jpeg().toBuffer();
    const before = await sharp(camera).metadata();
    for (const word of ['CANARY-MODEL', 'CANARY-GPS']) expect(before.exif?.includes(word), word).toBe(true);
    expect(before.xmp).toBeDefined();
    const hidden = Buffer.concat([camera, Buffer.from('CANARY-BEHIND-THE-PICTURE')]);
    const shown = await reEncode(hidden);
    const after = await sharp(shown!).metadata();
    expect(after).toMatchObject({ format: 'jpeg' });
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'comments'] as const)
      expect(after[part], part).toBeUndefined();
    expect(shown!.includes('CANARY')).toBe(false);
    expect(shown!.includes('GPS')).toBe(false);
  });

  test('stands upright, because the turn the camera asked for is drawn in', async () => {
    const lying = await plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sharp((await reEncode(lying))!).metadata()).toMatchObject({ width: 40, height: 60 });
  });

  test('from WebP, also a moving one with clear parts, is one JPEG', async () => {
    const frames = await sharp({
      create: { width: 10, height: 30, channels: 4, background: '#00000000', pageHeight: 10 },
    })
      .webp({ loop: 0 })
      .toBuffer();
    const shown = (await reEncode(frames))!;
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'jpeg', hasAlpha: false });
    expect((await sharp(shown).stats()).channels[0]!.mean).toBeGreaterThan(250);
  });

  test('larger than the screen needs comes out smaller', async () => {
    const shown = await reEncode(await plain(3000, 2000).jpeg().toBuffer());
    expect(await sharp(shown!).metadata()).toMatchObject({ width: LONGEST_SIDE_PX, height: 1067 });
  });

  test('that unpacks to more pixels than any phone sends is not even begun', async () => {
    const side = Math.ceil(Math.sqrt(PIXELS_MAX)) + 100;
    const bomb = await plain(side, side).jpeg({ quality: 10 }).toBuffer();
    expect(bomb.length).toBeLessThan(300_000);
    const began = performance.now();
    expect(await reEncode(bomb)).toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });

  test('cut off in the middle is no picture', async () => {
    const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919) % 251));
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect(await reEncode(whole)).not.toBeNull();
    expect(await reEncode(whole.subarray(0, whole.length / 2))).toBeNull();
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['markup that begins like a JPEG', Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1')],
    ['a WebP of nothing', Buffer.from('RIFF\x04\x00\x00\x00WEBP', 'latin1')],
    ['a PNG', onePixelPng()],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')],
    ['a PDF', Buffer.from('%PDF-1.4\n%%EOF')],
  ])('that is %s is none', async (_what, bytes) => {
    expect(await reEncode(bytes)).toBeNull();
  });
});

function onePixelPng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

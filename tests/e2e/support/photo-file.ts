// A photo as a phone's camera leaves it: a JPEG with EXIF that says where it was taken.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the made-up photo says it was taken: 35° 41' N, in EXIF's own writing. */
const LATITUDE: [number, number, number] = [35, 41, 22];

/** @returns path of a JPEG of 1600×1200 with GPS in its EXIF */
export function photoWithGps(folder: string): string {
  const path = join(folder, 'flyer.jpg');
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=1600x1200', '-frames:v', '1', '-q:v', '3'];
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...picture, path]);
  const plain = readFileSync(path);
  writeFileSync(path, Buffer.concat([plain.subarray(0, 2), exifSegment(), plain.subarray(2)]));
  return path;
}

/** APP1 with one IFD that points to a GPS IFD. Little endian. @see Exif 2.32 §4.6 */
function exifSegment(): Buffer {
  const tiff = Buffer.alloc(8 + 18 + 30 + 24);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  entry(tiff, 8 + 2, { tag: 0x8825, type: 4, count: 1, value: 26 }); // where the GPS IFD is
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(2, 26);
  entry(tiff, 28, { tag: 1, type: 2, count: 2, value: 'N'.charCodeAt(0) });
  entry(tiff, 40, { tag: 2, type: 5, count: 3, value: 56 });
  LATITUDE.forEach((part, place) => {
    tiff.writeUInt32LE(part, 56 + place * 8);
    tiff.writeUInt32LE(1, 60 + place * 8);
  });
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function entry(
  tiff: Buffer,
  at: number,
  field: { tag: number; type: number; count: number; value: number },
): void {
  tiff.writeUInt16LE(field.tag, at);
  tiff.writeUInt16LE(field.type, at + 2);
  tiff.writeUInt32LE(field.count, at + 4);
  tiff.writeUInt32LE(field.value, at + 8);
}

/** The markers of a JPEG up to its picture, e.g. `['e0', 'db', 'c0']`; `e1` would be EXIF. */
export function jpegMarkers(bytes: Uint8Array): string[] {
  const markers: string[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
    markers.push((bytes[at + 1] ?? 0).toString(16));
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return markers;
}

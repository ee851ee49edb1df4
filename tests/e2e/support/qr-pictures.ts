// QR codes as a picture file and as a film for the fake camera.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
import { join } from 'node:path';
import { generate } from 'lean-qr';

const MODULE_PX = 8;
const QUIET_MODULES = 4;

/** Writes a PNG of the text's QR code. @returns its path */
export function qrPicture(text: string, folder: string, name = 'invitation'): string {
  const code = generate(text);
  const side = (code.size + 2 * QUIET_MODULES) * MODULE_PX;
  const rows: Buffer[] = [];
  for (let y = 0; y < side; y += 1) {
    const row = Buffer.alloc(side + 1, 255);
    row[0] = 0; // PNG filter: none
    for (let x = 0; x < side; x += 1) {
      const dark = code.get(
        Math.floor(x / MODULE_PX) - QUIET_MODULES,
        Math.floor(y / MODULE_PX) - QUIET_MODULES,
      );
      if (dark) row[x + 1] = 0;
    }
    rows.push(row);
  }
  const path = join(folder, `${name}.png`);
  writeFileSync(path, png(side, side, Buffer.concat(rows)));
  return path;
}

/** An 8-bit grey PNG. @see https://www.w3.org/TR/png-3/ */
function png(width: number, height: number, raw: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(8 + data.length + 4);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), 8 + data.length);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The picture as two seconds of camera film. @returns path of a .y4m file */
export function cameraFilm(picture: string, folder: string, name = 'camera'): string {
  const path = join(folder, `${name}.y4m`);
  const filter = 'scale=400:400:flags=neighbor,pad=640:480:(ow-iw)/2:(oh-ih)/2:gray,format=yuv420p';
  execFileSync('ffmpeg', [
    '-y',
    '-loglevel',
    'error',
    '-loop',
    '1',
    '-i',
    picture,
    '-vf',
    filter,
    '-r',
    '10',
    '-t',
    '2',
    path,
  ]);
  return path;
}

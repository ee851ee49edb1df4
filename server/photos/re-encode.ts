// A picture drawn anew before an officer's browser sees it: whatever bytes a phone sent, only pixels come out. Position,
// time, device, thumbnails and anything hidden behind the picture are gone; a file that only pretends to be a picture is
// none. Pure: bytes in, bytes out; stores nothing, logs nothing. Called wherever plain photo bytes would become visible.
import sharp from 'sharp';

/** An honest phone sends at most 1600 × 1600 px; more than this is a decompression bomb and is not even begun. */
export const PIXELS_MAX = 16_000_000;
export const LONGEST_SIDE_PX = 1600;
const QUALITY = 85;
const LIMIT_S = 10;
/** What comes out, whatever went in. */
export const RE_ENCODED_TYPE = 'image/jpeg';

// Of everything the library could read, only these two decoders may ever be reached by a stranger's bytes.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'] });
// Nothing of one picture stays in memory for the next, and one picture does not take every core from the deliveries.
sharp.cache(false);
sharp.concurrency(1);

/** @returns JPEG bytes with pixels only, at most 1600 px long; null when it cannot be read as JPEG or WebP */
export async function reEncode(bytes: Uint8Array): Promise<Buffer | null> {
  if (pictureType(bytes) === null) return null;
  try {
    return await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: LIMIT_S })
      .autoOrient()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    // unreadable, cut off, too many pixels or too slow: all the same to whoever waits for a picture
    return null;
  }
}

/** By the first bytes, whatever the sender says. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/webp' | null {
  const ascii = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  return null;
}

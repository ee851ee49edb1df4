// Shrinks a photo on the phone: JPEG, at most 300 kB and 1600 px, and without anything the camera wrote beside the
// picture (place, time, device): only pixels are drawn anew. It must never keep or send the original.
import { LIMITS } from '../domain/flow-sheet';

const LONGEST_SIDE_PX = 1600;
/** Tried in this order; sharpness of print matters more than size, so quality falls first, then the size. */
const SIDES_PX = [LONGEST_SIDE_PX, 1280, 1024, 768, 512];
const QUALITIES = [0.85, 0.75, 0.65, 0.5];

export type PhotoOutcome =
  { status: 'shrunk'; bytes: Uint8Array; type: 'image/jpeg' } | { status: 'not-a-picture' };

/** @param maxBytes default: the contract's limit of one photo */
export async function shrinkPhoto(
  file: Blob,
  maxBytes: number = LIMITS.photoMaxBytes,
): Promise<PhotoOutcome> {
  let picture: ImageBitmap;
  try {
    // The turn that EXIF asks for is drawn in, because EXIF itself goes.
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { status: 'not-a-picture' };
  }
  try {
    for (const side of SIDES_PX) {
      const canvas = drawn(picture, side);
      for (const quality of QUALITIES) {
        const jpeg = await toJpeg(canvas, quality);
        // null: the phone has no memory for a canvas of this size; a smaller one follows
        if (jpeg === null) break;
        if (jpeg.size <= maxBytes) {
          return { status: 'shrunk', bytes: new Uint8Array(await jpeg.arrayBuffer()), type: 'image/jpeg' };
        }
      }
    }
    return { status: 'not-a-picture' };
  } finally {
    picture.close();
  }
}

/** Width and height in px when the longer side may be at most `longest`; never enlarged, never 0. */
export function fitWithin(size: { width: number; height: number }, longest: number): [number, number] {
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  return [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
}

function drawn(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = fitWithin(picture, longest);
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  // JPEG has no transparency: without this, clear parts of a screenshot turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

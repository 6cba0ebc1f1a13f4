import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { Picture } from './lab.ts';

/** Changes whenever a picture would be framed differently, so that what was seen in it is seen again. */
export const FRAMING = 1;

/** Pictures up to this size are single small faces, which a detector sees only enlarged and with room around them. */
const SMALL = 128;
const SMALL_FRAME = { width: 320, height: 320, fit: { width: 240, height: 240 } } as const;
/** What a camera gives. */
const LARGE_FRAME = { width: 640, height: 480, fit: { width: 640, height: 480 } } as const;
const GREY = 128;

/** The canvas that {@link framePicture} puts a picture on. */
export async function frameOf(bytes: Uint8Array): Promise<typeof SMALL_FRAME | typeof LARGE_FRAME> {
  const { width, height } = await sharp(bytes).metadata();
  return Math.max(width, height) <= SMALL ? SMALL_FRAME : LARGE_FRAME;
}

/**
 * Puts a picture on the grey canvas on which faces are looked for: a small one at 240 px in the middle
 * of 320 x 320, a larger one fitted into 640 x 480.
 *
 * @param bytes of a file in any format that sharp knows
 * @throws {Error} when they are not a picture
 */
export async function framePicture(bytes: Uint8Array): Promise<Picture> {
  const frame = await frameOf(bytes);
  const { data, info } = await upright(bytes).resize({ ...frame.fit, fit: 'inside', kernel: 'cubic' }).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return place(data, info, frame.width, frame.height);
}

/**
 * A picture as it is, at its own size.
 *
 * @throws {Error} when the bytes are not a picture
 */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const { data, info } = await upright(bytes).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return place(data, info, info.width, info.height);
}

function upright(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error' }).autoOrient().flatten({ background: { r: GREY, g: GREY, b: GREY } }).toColourspace('srgb');
}

/** Lays pixels in the middle of a grey canvas. */
function place(data: Uint8Array, info: OutputInfo, width: number, height: number): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(GREY);
  for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
  const [left, top] = [(width - info.width) >> 1, (height - info.height) >> 1];
  const [green, blue] = info.channels > 2 ? [1, 2] : [0, 0];
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const from = (y * info.width + x) * info.channels;
      const to = ((top + y) * width + left + x) * 4;
      rgba[to] = data[from]!;
      rgba[to + 1] = data[from + green]!;
      rgba[to + 2] = data[from + blue]!;
    }
  }
  return { rgba, width, height };
}

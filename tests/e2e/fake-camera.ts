import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jpeg from 'jpeg-js';

const WIDTH = 640;
const HEIGHT = 480;

/** Group photographs of real people, inside a development dependency: never copied into the repository. */
const PICTURES = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/demo/', import.meta.url));

/** One face in one of the photographs, in pixels of the photograph. */
export interface Crop {
  readonly file: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a fake camera's film (YUV4MPEG2, 640 x 480, 15 frames a second) that shows one still.
 *
 * The crop is scaled to the picture's height and centred on grey; null shows an empty grey room.
 */
export function writeFilm(path: string, crop: Crop | null): void {
  writeStill(path, crop ? placeCrop(crop) : emptyRoom());
}

/** The same with several crops side by side; null leaves a place empty. */
export function writeGroupFilm(path: string, crops: readonly (Crop | null)[]): void {
  const rgb = emptyRoom();
  crops.forEach((crop, place) => crop && placeCrop(crop, rgb, (place * WIDTH) / crops.length, WIDTH / crops.length));
  writeStill(path, rgb);
}

/** How a film of visitors goes, in seconds and pictures a second; it begins with the empty room. */
export interface Visits {
  readonly empty: number;
  readonly visitor: number;
  readonly rate: number;
}

/**
 * Writes a film in which somebody comes from the side, stands there, never quite still, and leaves again. A fake camera plays it over and
 * over.
 */
export function writeVisits(path: string, crop: Crop, { empty, visitor, rate }: Visits): void {
  const pictures = new Map<number, Buffer>();
  const at = (offset: number): Buffer => {
    const known = pictures.get(offset);
    if (known) return known;
    const made = toYuv420(offset >= WIDTH ? emptyRoom() : placeCrop(crop, emptyRoom(), offset, WIDTH * 0.7));
    pictures.set(offset, made);
    return made;
  };
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${rate}:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < (empty + visitor) * rate; frame += 1) {
    const there = frame / rate - empty;
    const away = Math.max(0, 1 - there / 2, 1 - (visitor - there) / 2);
    // 100 points from the left in the middle, beyond the right edge while nobody is there.
    const offset = there < 0 ? WIDTH : Math.round((100 + 6 * ((frame % 5) - 2) + away * WIDTH) / 6) * 6;
    writeSync(file, 'FRAME\n');
    writeSync(file, at(Math.min(WIDTH, offset)));
  }
  closeSync(file);
}

function emptyRoom(): Uint8Array {
  return new Uint8Array(WIDTH * HEIGHT * 3).fill(128);
}

function writeStill(path: string, rgb: Uint8Array): void {
  const frame = toYuv420(rgb);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420jpeg\n`);
  const frames = Array.from({ length: 15 }, () => [Buffer.from('FRAME\n'), frame]).flat();
  writeFileSync(path, Buffer.concat([header, ...frames]));
}

/** The same picture as a JPEG data URL. */
export function cropFace(crop: Crop): string {
  const rgb = placeCrop(crop);
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel += 1) rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  const { data } = jpeg.encode({ width: WIDTH, height: HEIGHT, data: rgba }, 92);
  return `data:image/jpeg;base64,${Buffer.from(data).toString('base64')}`;
}

/** Draws a crop into the column of the picture that begins at `from`. */
function placeCrop(crop: Crop, rgb = emptyRoom(), from = 0, room = WIDTH): Uint8Array {
  const picture = jpeg.decode(readFileSync(join(PICTURES, crop.file)), { useTArray: true, formatAsRGBA: false });
  const scale = Math.min(room / crop.width, HEIGHT / crop.height);
  const left = from + (room - crop.width * scale) / 2;
  const top = (HEIGHT - crop.height * scale) / 2;
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const fromX = (x + 0.5 - left) / scale;
      const fromY = (y + 0.5 - top) / scale;
      if (fromX < 0 || fromY < 0 || fromX >= crop.width || fromY >= crop.height) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        rgb[(y * WIDTH + x) * 3 + channel] = bilinear(picture, crop.x + fromX - 0.5, crop.y + fromY - 0.5, channel);
      }
    }
  }
  return rgb;
}

function bilinear(picture: { width: number; height: number; data: Uint8Array }, x: number, y: number, channel: number): number {
  const x0 = Math.max(0, Math.min(picture.width - 2, Math.floor(x)));
  const y0 = Math.max(0, Math.min(picture.height - 2, Math.floor(y)));
  const dx = Math.max(0, Math.min(1, x - x0));
  const dy = Math.max(0, Math.min(1, y - y0));
  const at = (column: number, row: number): number => picture.data[(row * picture.width + column) * 3 + channel] ?? 0;
  return (at(x0, y0) * (1 - dx) + at(x0 + 1, y0) * dx) * (1 - dy) + (at(x0, y0 + 1) * (1 - dx) + at(x0 + 1, y0 + 1) * dx) * dy;
}

/** BT.601, full range, chroma averaged over two by two pixels. */
function toYuv420(rgb: Uint8Array): Buffer {
  const size = WIDTH * HEIGHT;
  const out = Buffer.alloc(size * 1.5);
  const channel = (pixel: number, index: number): number => rgb[pixel * 3 + index] ?? 0;
  for (let pixel = 0; pixel < size; pixel += 1) {
    out[pixel] = Math.round(0.299 * channel(pixel, 0) + 0.587 * channel(pixel, 1) + 0.114 * channel(pixel, 2));
  }
  for (let y = 0; y < HEIGHT; y += 2) {
    for (let x = 0; x < WIDTH; x += 2) {
      const pixels = [y * WIDTH + x, y * WIDTH + x + 1, (y + 1) * WIDTH + x, (y + 1) * WIDTH + x + 1];
      const mean = (index: number): number => pixels.reduce((sum, pixel) => sum + channel(pixel, index), 0) / 4;
      const [red, green, blue] = [mean(0), mean(1), mean(2)];
      const place = (y / 2) * (WIDTH / 2) + x / 2;
      out[size + place] = Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
      out[size + size / 4 + place] = Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    }
  }
  return out;
}

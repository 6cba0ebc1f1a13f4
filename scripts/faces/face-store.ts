import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SeenFace } from '../see-faces.ts';

/** What became of one picture: a face, none, or bytes that are no picture. */
export type Sight = SeenFace | 'no-face' | 'unreadable';

/** Sights on disk, by the picture that they were had in. */
export interface FaceStore {
  /** @param picture 16 bytes that stand for the picture's own */
  get(picture: Buffer): Sight | undefined;
  /** Writes at once, so that work that is broken off goes on where it stopped. */
  put(picture: Buffer, sight: Sight): void;
}

const KEY_BYTES = 16;
const LANDMARKS = 478 * 3;
const TRANSFORM = 16;
const KINDS = ['no-face', 'unreadable', 'face'] as const;

/** Opens a file of sights, or begins one; half a record at its end, from a run that was killed, is dropped. */
export function openFaceStore(path: string, scores: number): FaceStore {
  const floats = 1 + LANDMARKS + TRANSFORM + scores;
  const length = KEY_BYTES + floats * 4;
  const sights = new Map<string, Sight>();
  if (existsSync(path)) {
    const bytes = new Uint8Array(readFileSync(path));
    const whole = Math.floor(bytes.length / length);
    if (bytes.length > whole * length) truncateSync(path, whole * length);
    for (let at = 0; at < whole * length; at += length) {
      const row = new Float32Array(bytes.buffer, at + KEY_BYTES, floats);
      sights.set(Buffer.from(bytes.buffer, at, KEY_BYTES).toString('hex'), sightOf(row));
    }
  } else mkdirSync(dirname(path), { recursive: true });
  return {
    get: (picture) => sights.get(picture.toString('hex')),
    put(picture, sight) {
      const row = new Float32Array(floats);
      row[0] = KINDS.indexOf(typeof sight === 'string' ? sight : 'face');
      if (typeof sight !== 'string') {
        row.set(sight.landmarks, 1);
        row.set(sight.transform, 1 + LANDMARKS);
        row.set(sight.blendshapes, 1 + LANDMARKS + TRANSFORM);
      }
      appendFileSync(path, Buffer.concat([picture, Buffer.from(row.buffer)], length));
      sights.set(picture.toString('hex'), sight);
    },
  };
}

function sightOf(row: Float32Array): Sight {
  const kind = KINDS[row[0] ?? 0];
  if (kind !== 'face') return kind ?? 'no-face';
  return {
    landmarks: row.subarray(1, 1 + LANDMARKS),
    transform: row.subarray(1 + LANDMARKS, 1 + LANDMARKS + TRANSFORM),
    blendshapes: row.subarray(1 + LANDMARKS + TRANSFORM),
  };
}

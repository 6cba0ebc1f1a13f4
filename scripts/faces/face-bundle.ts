import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { dataFolder } from '../data-folder.ts';
import { ROOT } from '../run.ts';

/** The parts of a face_landmarker.task, by name. */
export type Bundle = Readonly<Record<string, Uint8Array>>;

/** A net of the bundle's own, which gives the 52 scores that the student learns to give. */
export const BLENDSHAPES = 'face_blendshapes.tflite';

const OURS = join(ROOT, 'build/public/attune/face/face_landmarker.task');
const OFFICIAL = dataFolder('face-landmarker/face_landmarker.task');

/** Whether the official bundle is among the public data. */
export function teacherIsHere(): boolean {
  return existsSync(OFFICIAL);
}

/**
 * The official blendshape net: a .tflite file.
 *
 * @throws {Error} when the official bundle is missing or lacks it, saying how to get it
 */
export function readTeacher(): Uint8Array {
  const official = unzipSync(existing(OFFICIAL, 'set ATTUNE_DATA to a folder that holds it (public original: storage.googleapis.com/mediapipe-models/face_landmarker/face_landmarker/float16/1/face_landmarker.task)'));
  const net = official[BLENDSHAPES];
  if (!net) throw new Error(`Expected the official bundle to hold ${BLENDSHAPES}, but it has ${Object.keys(official).join(', ')}. Fetch it again.`);
  return net;
}

/**
 * Our own detector and face mesh; with the official blendshape net beside them, which then scores our own landmarks.
 *
 * @throws {Error} when a file is missing, saying how to get it
 */
export function readBundle(blendshapes: boolean): Bundle {
  const ours = unzipSync(existing(OURS, 'run "npm run assets"'));
  return blendshapes ? { ...ours, [BLENDSHAPES]: readTeacher() } : ours;
}

/** The bundle as FaceLandmarker takes it: it maps the parts and can't inflate. */
export function formatTask(bundle: Bundle): Uint8Array {
  return zipSync({ ...bundle }, { level: 0 });
}

function existing(path: string, remedy: string): Uint8Array {
  if (!existsSync(path)) throw new Error(`Expected ${path}, but it is not there: ${remedy}.`);
  return readFileSync(path);
}

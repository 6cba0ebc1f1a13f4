import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DETECTION_CONFIDENCE } from '../../src/browser/face/population.ts';
import { showProgress } from '../../src/learn/progress.ts';
import { ROOT } from '../run.ts';
import { type SeenFace, seeFaces } from '../see-faces.ts';
import { BLENDSHAPES, type Bundle, formatTask, readBundle, teacherIsHere } from './face-bundle.ts';
import { openFaceStore, type Sight } from './face-store.ts';
import { framePicture, FRAMING } from './frame-picture.ts';
import type { Picture } from './lab.ts';
import { type LabelledFaces, type LabelledPicture, remark } from './labelled-faces.ts';

/** The pictures of a folder that are pictures, and the face that was found in each. */
export interface FoundFaces {
  readonly pictures: readonly LabelledPicture[];
  /** One for each of `pictures`; null where no face was found. */
  readonly faces: readonly (SeenFace | null)[];
  readonly remarks: readonly string[];
}

export interface FacesOptions {
  /** Whether the scores of the official blendshape net, the student's teacher, are needed; otherwise they may be empty. */
  readonly blendshapes: boolean;
}

const SCORES = 52;
const NO_PICTURE: Picture = { rgba: new Uint8Array(320 * 320 * 4).fill(128), width: 320, height: 320 };

/**
 * Finds the face in every picture of a folder, as the face worker would.
 *
 * What was seen is kept in build/learn/faces by the pictures' own bytes, so that a second call, and
 * one after a run that was broken off, looks only at new pictures.
 */
export async function facesOf({ name, pictures }: LabelledFaces, options: FacesOptions): Promise<FoundFaces> {
  // The teacher moves no landmark: one run serves those who need its scores and those who don't.
  const bundle = readBundle(options.blendshapes || teacherIsHere());
  const { [BLENDSHAPES]: teacher, ...ours } = bundle;
  const store = openFaceStore(cacheFile(`${name}-${digest(ours)}${teacher ? `-${digest({ teacher })}` : ''}.faces`), teacher ? SCORES : 0);
  const keys = await Promise.all(pictures.map(async ({ bytes }) => pictureKey(await bytes())));
  const unseen = [...new Map(keys.map((key, index) => [key.toString('hex'), index])).values()].filter((index) => !store.get(keys[index]!));

  if (unseen.length > 0) {
    const unreadable = new Set<number>();
    const progress = showProgress(`Faces of ${name}`, unseen.length);
    await seeFaces(unseen.length, async (which) => {
      try {
        return await framePicture(await pictures[unseen[which]!]!.bytes());
      } catch {
        unreadable.add(which);
        return NO_PICTURE;
      }
    }, {
      task: formatTask(bundle), blendshapes: teacher !== undefined,
      onSeen: (which, face) => store.put(keys[unseen[which]!]!, unreadable.has(which) ? 'unreadable' : face ?? 'no-face'),
      onProgress: (done) => progress.update(done),
    });
    progress.stop();
  }

  const sights = keys.map((key) => store.get(key));
  const readable = pictures.filter((_, index) => sights[index] !== 'unreadable');
  const broken = remark('pictures can\'t be read', pictures.filter((_, index) => sights[index] === 'unreadable').map((picture) => picture.name));
  return { pictures: readable, faces: sights.filter((sight) => sight !== 'unreadable').map(faceIn), remarks: broken === null ? [] : [broken] };
}

/** A file for what is learned of pictures; never a picture itself. */
export function cacheFile(name: string): string {
  return join(ROOT, 'build/learn/faces', name);
}

/** 16 bytes that stand for a picture's own. */
export function pictureKey(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, 16);
}

function faceIn(sight: Sight | undefined): SeenFace | null {
  return sight === undefined || typeof sight === 'string' ? null : sight;
}

/** Stands for everything that decides what is seen in a picture. */
function digest(parts: Bundle): string {
  const hash = createHash('sha256').update(`framing ${FRAMING}, confidence ${DETECTION_CONFIDENCE}`);
  for (const [part, bytes] of Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(part).update(bytes);
  return hash.digest('hex').slice(0, 8);
}

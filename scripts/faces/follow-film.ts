import { boxAround } from '../../src/browser/face/face-box.ts';
import type { FaceModels } from '../../src/browser/face/face-models.ts';
import { createFaceObserver } from '../../src/browser/face/face-observer.ts';
import { createFaceTracks } from '../../src/browser/face/face-tracks.ts';
import { type AffectState, DEFAULT_CHARACTER, initialState, type Seconds, step } from '../../src/core/index.ts';
import type { SeenFace } from '../see-faces.ts';
import type { Picture } from './lab.ts';

/** One frame of a film, and the face that was found in it. */
export interface Frame {
  readonly at: Seconds;
  readonly face: SeenFace | null;
  readonly picture: () => Promise<Picture>;
}

/** What the agent believed once it had seen a frame. */
export interface Believed {
  readonly at: Seconds;
  readonly affect: AffectState;
}

/**
 * Lets an agent watch a film, frame by frame, through the modules that the face worker runs, from a
 * stranger's baseline on.
 */
export async function followFilm(frames: readonly Frame[], models: FaceModels): Promise<Believed[]> {
  const observer = createFaceObserver(models);
  const tracks = createFaceTracks();
  let state = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER });
  const believed: Believed[] = [];
  for (const { at, face, picture } of frames) {
    const { changed } = tracks.follow(face ? [boxAround(pointsOf(face))] : [], at);
    if (changed) observer.reset();
    const { rgba, width, height } = await picture();
    const found = face && { landmarks: pointsOf(face), transform: [...face.transform], blendshapes: null };
    const observation = observer.observe({ face: found, others: 0, pixels: { data: rgba, width, height }, at });
    [state] = step(state, { type: 'signal', at, signal: { ...observation, at, latency: 0 } });
    [state] = step(state, { type: 'tick', at });
    believed.push({ at, affect: state.affect });
  }
  return believed;
}

function pointsOf({ landmarks }: SeenFace): { x: number; y: number; z: number }[] {
  return Array.from({ length: landmarks.length / 3 }, (_, i) => ({ x: landmarks[i * 3]!, y: landmarks[i * 3 + 1]!, z: landmarks[i * 3 + 2]! }));
}

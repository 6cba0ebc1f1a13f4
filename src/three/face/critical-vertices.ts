import { EMOTIONS, type Emotion, VISEMES, type Viseme, closedMouth } from '../../core/index.ts';
import type { Bearing, FaceFrame } from './expression-mixer.ts';
import { type VertexMotion, createVertexLimit } from './vertex-limit.ts';
import { reachOf } from './vertex-motions.ts';

/** Turns a face into morph weights: those that stay, and those that give way. */
export type MorphMixing = (frame: FaceFrame, bearing: Bearing, held: Float64Array, free: Float64Array) => void;

/** More than these are not watched: a frame must stay cheap. */
const MOST = 96;
/** Faces that are drawn at random, beside every emotion with every viseme. */
const DRAWN = 160;
/** Of a dense mesh only so many vertices are searched: those that could go farthest. */
const SEARCHED = 2500;

/**
 * Finds the vertices to watch so that no other goes too far either.
 *
 * Tries faces until none lets a vertex out of its reach that is not watched yet: every emotion with
 * every viseme, then mixtures drawn from a fixed sequence.
 */
export function findCriticalVertices(motions: readonly VertexMotion[], morphCount: number, mixMorphs: MorphMixing): VertexMotion[] {
  const searched = [...motions].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, SEARCHED);
  const watched: VertexMotion[] = [];
  let limit = createVertexLimit(watched, morphCount);
  const held = new Float64Array(morphCount);
  const free = new Float64Array(morphCount);
  for (const { frame, bearing } of faces()) {
    while (watched.length < MOST) {
      mixMorphs(frame, bearing, held, free);
      limit.apply(held, free);
      const worst = searched.reduce<{ motion: VertexMotion | null; reach: number }>((most, motion) => {
        const reach = reachOf(motion, held, free);
        return reach > most.reach ? { motion, reach } : most;
      }, { motion: null, reach: 1 + 1e-9 }).motion;
      if (!worst || watched.includes(worst)) break;
      watched.push(worst);
      limit = createVertexLimit(watched, morphCount);
    }
  }
  return watched;
}

interface Face {
  readonly frame: FaceFrame;
  readonly bearing: Bearing;
}

function* faces(): Generator<Face> {
  const shown = EMOTIONS.filter((emotion) => emotion !== 'neutral');
  const of = (emotions: Partial<Record<Emotion, number>>, mouth: Partial<Record<Viseme, number>>, blink: number, speech: number, look: number): Face => ({
    frame: { emotions: { ...NONE, ...emotions }, mouth: { ...closedMouth(), ...mouth }, blink }, bearing: Float64Array.of(speech, look),
  });
  for (const emotion of shown) for (const viseme of VISEMES) for (const speech of [0, 1]) yield of({ [emotion]: 1 }, { [viseme]: 1 }, 0, speech, 0);
  for (const emotion of shown) for (const [blink, look] of [[1, 0], [0.5, -1], [0, 1], [1, -1]] as const) yield of({ [emotion]: 1 }, {}, blink, 0, look);
  const next = sequence();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  for (let drawn = 0; drawn < DRAWN; drawn++) {
    const [one, other, third] = [pick(shown), pick(shown), pick(shown)];
    const share = next();
    yield of(
      { [third]: 0.4 * next(), [other]: 1 - share, [one]: share }, { [pick(VISEMES)]: next(), [pick(VISEMES)]: 1 }, next() < 0.5 ? next() : Math.round(next()),
      Math.round(next()), 2 * next() - 1,
    );
  }
}

const NONE = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;

/** Evenly spread numbers in [0, 1), always the same: no two loads of an avatar differ. */
function sequence(): () => number {
  let state = 1;
  return () => {
    // Park and Miller's minimal standard generator.
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function lengthOf({ offsets }: VertexMotion): number {
  let sum = 0;
  for (let at = 0; at < offsets.length; at += 3) sum += Math.hypot(offsets[at]!, offsets[at + 1]!, offsets[at + 2]!);
  return sum;
}

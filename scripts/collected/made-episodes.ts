import { strToU8, zipSync } from 'fflate';
import { type Blendshape, BLENDSHAPES, type Emotion, EMOTIONS } from '../../src/core/index.ts';
import { type Episode, writeDataSet } from '../../src/collect/index.ts';
import { createRandom } from '../../src/learn/random.ts';

/** How somebody who does not exist moves their face, and what the head takes it for six times in ten. */
const SHOWN: readonly { readonly label: Emotion; readonly read: Emotion; readonly moves: Readonly<Partial<Record<Blendshape, number>>> }[] = [
  { label: 'happiness', read: 'happiness', moves: { mouthSmileLeft: 0.7, mouthSmileRight: 0.7, cheekSquintLeft: 0.4, cheekSquintRight: 0.4 } },
  { label: 'sadness', read: 'anger', moves: { browInnerUp: 0.5, mouthFrownLeft: 0.4, mouthFrownRight: 0.4 } },
  { label: 'surprise', read: 'fear', moves: { browInnerUp: 0.6, browOuterUpLeft: 0.7, browOuterUpRight: 0.7, jawOpen: 0.5, eyeWideLeft: 0.5, eyeWideRight: 0.5 } },
];

/** Episodes of a face that is nobody's, for pictures and tests of the Collect page: the same for the same seed. */
export function madeEpisodes(count: number, seed = 1): readonly Episode[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at): Episode => {
    const { label, read, moves } = SHOWN[at % SHOWN.length]!;
    const said = random.uniform() < 0.6 ? read : label;
    const means = BLENDSHAPES.map((name) => Math.min(1, Math.max(0, (moves[name] ?? 0.03) * (1 + 0.25 * random.normal()))));
    const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
    return {
      id: `made-${at + 1}`, sense: 'face', person: 'A', prompt: `face-${label}`, seconds: 3, looks: 40, seen: 1, quality: 0.8, head: EMOTIONS.map((emotion) => (emotion === said ? 0.65 : 0.05)),
      traits: [...means, ...means.map((mean) => mean / 10)].map(rounded), labels: [{ rater: 'A', category: label, intensity: rounded(0.3 + 0.6 * random.uniform()) }], felt: null, words: null,
    };
  });
}

/** As the Collect page saves them. */
export function zipEpisodes(episodes: readonly Episode[]): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(writeDataSet(episodes)).map(([name, text]) => [name, strToU8(text)])));
}

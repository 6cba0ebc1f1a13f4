import { AttuneError, byEmotion, EMOTIONS, type Emotion, type EmotionDistribution, type EmotionFuser, type FaceAndVoice, fuseEmotions, unit, type Unit } from '../../core/index.ts';
import { createPerceptron } from '../nets/dense.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';

/** What the net tells apart: what the voters of CREMA-D could choose from, in its order. Surprise and contempt were not among it. */
export const FUSED_CLASSES = ['anger', 'disgust', 'fear', 'happiness', 'neutral', 'sadness'] as const satisfies readonly Emotion[];
const UNTAUGHT = EMOTIONS.filter((emotion) => !(FUSED_CLASSES as readonly Emotion[]).includes(emotion));

/** Face and voice, a logarithm for each emotion; their qualities; whether the player speaks. */
export const FUSION_INPUTS = 2 * EMOTIONS.length + 3;

/** Probabilities below this are taken for it: nothing is impossible, and its logarithm must not shout. */
const LEAST_PROBABILITY = 0.02;
/** A view that leaves less than this to what the net was taught is none of its business. */
const LEAST_TAUGHT = 0.5;
/** How far the sum of a distribution may be from 1 by rounding. */
const ROUNDING = 1e-3;

/**
 * Writes what the net is given.
 *
 * @returns false where a sense is missing or is no distribution, and nothing can be given
 */
export function writeFusionInput({ face, voice, faceQuality, voiceQuality, speaking }: FaceAndVoice, into: Float32Array): boolean {
  if (!isDistribution(face) || !isDistribution(voice)) return false;
  writeDoubted(face, unit(faceQuality), into, 0);
  writeDoubted(voice, unit(voiceQuality), into, EMOTIONS.length);
  into[2 * EMOTIONS.length] = unit(faceQuality);
  into[2 * EMOTIONS.length + 1] = unit(voiceQuality);
  into[2 * EMOTIONS.length + 2] = speaking ? 1 : 0;
  return true;
}

/** Logarithms against chance of a distribution that is mixed with knowing nothing as far as its quality is poor. */
function writeDoubted(emotions: EmotionDistribution, quality: Unit, into: Float32Array, from: number): void {
  const chance = 1 / EMOTIONS.length;
  EMOTIONS.forEach((emotion, i) => {
    const doubted = chance + (emotions[emotion] - chance) * quality;
    into[from + i] = Math.log(Math.max(LEAST_PROBABILITY, doubted) / chance) / 2;
  });
}

function isDistribution(emotions: EmotionDistribution | null): emotions is EmotionDistribution {
  if (!emotions) return false;
  let sum = 0;
  for (const emotion of EMOTIONS) {
    if (!(emotions[emotion] >= 0)) return false;
    sum += emotions[emotion];
  }
  return Math.abs(sum - 1) < ROUNDING;
}

interface FusionSettings {
  readonly members: number;
  readonly hidden: number;
  /** The least quality that was learnt from. */
  readonly leastQuality: number;
  /** The least that the likeliest emotion of a doubted view may stand above chance. */
  readonly leastPeak: number;
  /** How far from the usual the farthest input lay that was learnt from. */
  readonly farthest: number;
}

/**
 * Makes the fuser of models/fusion/net.json.
 *
 * The net shares out six emotions. Surprise and contempt, of which its data knows nothing, keep what the weighted pool gives
 * them.
 *
 * @throws {AttuneError} `asset-wrong` when weights or settings are of another shape
 */
export function createFusionNet(net: Net): EmotionFuser {
  const { members, hidden, leastQuality, leastPeak, farthest } = settingsOf(net);
  const nets = Array.from({ length: members }, (_, i) => createPerceptron(net, `member${i}`, [FUSION_INPUTS, hidden, FUSED_CLASSES.length]));
  const usual = tensorOf(net, 'usual', [FUSION_INPUTS]);
  const precision = tensorOf(net, 'precision', [FUSION_INPUTS]);
  const input = new Float32Array(FUSION_INPUTS);
  const shares = new Float32Array(FUSED_CLASSES.length);

  const isKnown = (emotions: EmotionDistribution, quality: Unit): boolean => {
    const peak = Math.max(...EMOTIONS.map((emotion) => emotions[emotion])) - 1 / EMOTIONS.length;
    return quality >= leastQuality && quality * peak >= leastPeak && UNTAUGHT.reduce((left, emotion) => left - emotions[emotion], 1) >= LEAST_TAUGHT;
  };
  return {
    name: nameOf(net),
    fuse(said) {
      if (!writeFusionInput(said, input)) return null;
      const { face, voice, faceQuality, voiceQuality } = said as FaceAndVoice & { face: EmotionDistribution; voice: EmotionDistribution };
      if (!isKnown(face, faceQuality) || !isKnown(voice, voiceQuality) || distanceOf(input, usual, precision) > farthest) return null;
      shares.fill(0);
      for (const member of nets) addSoftmax(member.run(input), 1 / members, shares);
      const pooled = fuseEmotions([{ sense: 'face', emotions: face, quality: faceQuality }, { sense: 'voice', emotions: voice, quality: voiceQuality }]);
      const left = UNTAUGHT.reduce((sum, emotion) => sum - pooled[emotion], 1);
      return byEmotion((emotion) => {
        const taught = (FUSED_CLASSES as readonly Emotion[]).indexOf(emotion);
        return taught < 0 ? pooled[emotion] : left * shares[taught]!;
      });
    },
  };
}

/** A name that no net of other weights has, but by a chance of one in four thousand million: FNV-1a of all its numbers. */
function nameOf({ model, settings, tensors }: Net): string {
  let hash = 0x811c9dc5;
  const take = (bytes: Uint8Array): void => {
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  };
  const letters = new TextEncoder();
  take(letters.encode(JSON.stringify(settings)));
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    take(letters.encode(`${name} ${shape.join()}`));
    take(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return `${model}-${hash.toString(16).padStart(8, '0')}`;
}

function settingsOf({ model, settings }: Net): FusionSettings {
  const wrong = (['members', 'hidden', 'leastQuality', 'leastPeak', 'farthest'] as const).find((name) => !(typeof settings[name] === 'number' && settings[name] > 0));
  if (wrong) throw new AttuneError('asset-wrong', `Expected the model "${model}" to have a positive setting "${wrong}", but it is ${JSON.stringify(settings[wrong])}. Use the weights that belong to this version of attune.`);
  return settings as unknown as FusionSettings;
}

/** How unlike the usual an input is: the root mean square of its deviations. */
export function distanceOf(input: Float32Array, usual: Float32Array, precision: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < FUSION_INPUTS; i += 1) sum += precision[i]! * (input[i]! - usual[i]!) ** 2;
  return Math.sqrt(sum / FUSION_INPUTS);
}

function addSoftmax(scores: Float32Array, share: number, into: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let total = 0;
  for (const score of scores) total += Math.exp(score - highest);
  for (let i = 0; i < scores.length; i += 1) into[i] = into[i]! + (share * Math.exp(scores[i]! - highest)) / total;
}

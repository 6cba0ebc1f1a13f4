import { AttuneError, type Belief, belief, byEmotion, type Emotion, EMOTIONS, UNKNOWN_VARIANCE } from '../../core/index.ts';
import { createPerceptron } from '../nets/dense.ts';
import { type Net, tensorOf } from '../nets/net-file.ts';
import { FUNCTIONALS } from './features/functionals.ts';
import { createStrangerNet } from './stranger-net.ts';

/** What the net tells apart: EmoDB's seven. Boredom is no emotion of ours; it is heard as calm, and counts as neutral. */
export const VOICE_CLASSES = ['neutral', 'happiness', 'sadness', 'anger', 'disgust', 'fear', 'boredom'] as const;
export type VoiceClass = (typeof VOICE_CLASSES)[number];

/** How somebody appears by their voice. */
export interface VoiceReading {
  /** Sums to 1. */
  readonly emotions: Record<Emotion, number>;
  readonly valence: Belief;
  readonly arousal: Belief;
  readonly dominance: Belief;
}

/** What the net says of one utterance, before it is put into our words. */
export interface HeadAnswer {
  /** One probability for each of {@link VOICE_CLASSES}, calibrated for voices like those it learnt from. */
  readonly classes: Float32Array;
  /** Arousal as a weighted sum of the features has it. */
  readonly arousal: number;
  /** How strange the voice is, as a share: 0 is like those that were learnt from, 1 like none of them. */
  readonly strangeness: number;
}

/** Small nets that vote on a summary of an utterance. */
export interface VoiceHead {
  /** @param normalised what speaker.ts made of the summary; the answer is valid until the next call */
  answer(normalised: Float32Array, summary: Float32Array): HeadAnswer;
  read(answer: HeadAnswer): VoiceReading;
}

interface HeadSettings {
  readonly members: number;
  readonly hidden: readonly number[];
  readonly sharpness: number;
  readonly familiar: number;
  readonly strange: number;
  /** How many times more often one voice is heard than something else that passes for speech. */
  readonly rarity: number;
  /** How much of arousal comes from the weighted sum; the rest from the classes. */
  readonly straight: number;
}

/**
 * Where classes lie in valence, arousal and dominance: as core's anchors of emotions, whose origin it tells. Boredom
 * is placed by hand, as unpleasant and calm as in the circumplex (Russell 1980).
 */
export const POINTS: Readonly<Record<VoiceClass, readonly [valence: number, arousal: number, dominance: number]>> = {
  neutral: [0, -0.1, 0], happiness: [0.76, 0.48, 0.35], sadness: [-0.63, -0.27, -0.33], anger: [-0.51, 0.59, 0.25],
  disgust: [-0.6, 0.35, 0.11], fear: [-0.64, 0.6, -0.43], boredom: [-0.3, -0.55, -0.2],
};
/** How far expressions of one name differ among each other, as variances: core's own, for the same reason. */
const WITHIN = [0.05, 0.1, 0.15] as const;
/** Features beyond this many deviations are held back from the nets, though not from what is strange: a broken one must not shout. */
export const LARGEST_FEATURE = 4;
/** Emotions that no voice was learnt of keep this share: a voice neither speaks for them nor rules them out. */
const UNTAUGHT = 0.02;
/** The net that tells strangers was taught by sounds that were made up, so it may be wrong of a real voice: alone it takes away no more than this. */
const LARGEST_DOUBT = 0.75;

/**
 * Makes the head of models/voice/net.json.
 *
 * @throws {AttuneError} `asset-wrong` when weights or settings are of another shape
 */
export function createVoiceHead(net: Net): VoiceHead {
  const { members, hidden, sharpness, familiar, strange, straight, rarity } = settingsOf(net);
  const size = FUNCTIONALS.length;
  const nets = Array.from({ length: members }, (_, i) => createPerceptron(net, `member${i}`, [size, ...hidden, VOICE_CLASSES.length]));
  const stranger = createStrangerNet(net);
  const usual = tensorOf(net, 'usual', [size]);
  const precision = tensorOf(net, 'precision', [size]);
  const kernel = tensorOf(net, 'arousal/kernel', [size]);
  const bias = tensorOf(net, 'arousal/bias', [1]);
  const classes = new Float32Array(VOICE_CLASSES.length);
  const held = new Float32Array(size);
  return {
    answer(normalised, summary) {
      let distance = 0;
      let arousal = bias[0]!;
      for (let i = 0; i < size; i += 1) {
        distance += precision[i]! * (normalised[i]! - usual[i]!) ** 2;
        held[i] = Math.min(LARGEST_FEATURE, Math.max(-LARGEST_FEATURE, normalised[i]!));
        arousal += kernel[i]! * held[i]!;
      }
      classes.fill(0);
      for (const member of nets) addSoftmax(member.run(held), sharpness, 1 / members, classes);
      const far = Math.min(1, Math.max(0, (Math.sqrt(distance / size) - familiar) / (strange - familiar)));
      return { classes, arousal: Math.min(1, Math.max(-1, arousal)), strangeness: 1 - (1 - far) * (1 - doubtOf(stranger.judge(summary), rarity)) };
    },
    read: ({ classes: said, arousal, strangeness }) => ({
      emotions: emotionsOf(said, strangeness),
      valence: widen(along(said, 0), strangeness),
      arousal: widen(blend(along(said, 1), arousal, straight), strangeness),
      dominance: widen(along(said, 2), strangeness),
    }),
  };
}

function settingsOf({ model, settings }: Net): HeadSettings {
  const wanted = ['members', 'sharpness', 'familiar', 'strange', 'straight', 'rarity'] as const;
  const wrong = wanted.find((name) => !(typeof settings[name] === 'number' && settings[name] > 0));
  if (wrong || !Array.isArray(settings['hidden'])) {
    const name = wrong ?? 'hidden';
    throw new AttuneError('asset-wrong', `Expected the model "${model}" to have a setting "${name}", but it is ${JSON.stringify(settings[name])}. Use the weights that belong to this version of attune.`);
  }
  return settings as unknown as HeadSettings;
}

/** How much is taken from what is said for the odds that it is no voice like those that were learnt from. */
export function doubtOf(logOdds: number, rarity: number): number {
  return LARGEST_DOUBT / (1 + rarity * Math.exp(-logOdds));
}

function addSoftmax(scores: Float32Array, sharpness: number, share: number, into: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let total = 0;
  for (const score of scores) total += Math.exp(sharpness * (score - highest));
  for (let c = 0; c < scores.length; c += 1) into[c] = into[c]! + (share * Math.exp(sharpness * (scores[c]! - highest))) / total;
}

/**
 * The eight emotions; a strange voice's lean towards knowing nothing. Two of seven classes are neutral, and the net
 * learns all as about equally frequent: each counts half, or neutral would be twice as likely as any other before
 * anything is heard.
 */
function emotionsOf(classes: Float32Array, strangeness: number): Record<Emotion, number> {
  const of = (name: string): number => classes[(VOICE_CLASSES as readonly string[]).indexOf(name)] ?? 0;
  const calm = (of('neutral') + of('boredom')) / 2;
  const untaught = EMOTIONS.filter((emotion) => !(VOICE_CLASSES as readonly string[]).includes(emotion));
  const scale = (1 - UNTAUGHT * untaught.length) / (1 - calm);
  return byEmotion((emotion) => {
    const said = untaught.includes(emotion) ? UNTAUGHT : scale * (emotion === 'neutral' ? calm : of(emotion));
    return said + (1 / EMOTIONS.length - said) * strangeness;
  });
}

interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/** Mean and variance of a mixture of the classes' points. */
function along(classes: Float32Array, axis: 0 | 1 | 2): Spread {
  let [mean, square] = [0, 0];
  VOICE_CLASSES.forEach((name, c) => {
    const at = POINTS[name][axis];
    mean += classes[c]! * at;
    square += classes[c]! * (at * at + WITHIN[axis]);
  });
  return { mean, variance: square - mean * mean };
}

/** Moves a mean towards another one by a share; how far the two lie apart adds to the variance, as in a mixture. */
function blend({ mean, variance }: Spread, other: number, share: number): Spread {
  return { mean: mean + (other - mean) * share, variance: variance + share * (1 - share) * (other - mean) ** 2 };
}

/** Of a strange voice less is known. */
function widen({ mean, variance }: Spread, strangeness: number): Belief {
  return belief(mean * (1 - strangeness), variance + (UNKNOWN_VARIANCE - variance) * strangeness);
}

import { type AvatarFrame, type Emotion, type Unit, type Viseme, EMOTIONS, unit, VISEMES } from '../../core/index.ts';
import { type Ingredients, EMOTION_LOOKS, VISEME_VOWELS, VOWEL_AS_AA } from './expression-looks.ts';

/** What one expression of an avatar does to the face at full weight. */
export interface ExpressionTraits {
  /** How far it closes the lids: 1 is shut. */
  readonly eyeClosure: Unit;
  /** Whether it moves what the visemes move. */
  readonly movesMouth: boolean;
}

/** The expressions that an avatar has, by their own names. */
export type ExpressionCapability = ReadonlyMap<string, ExpressionTraits>;

/** The parts of a frame that faces need. */
export type FaceFrame = Pick<AvatarFrame, 'emotions' | 'mouth' | 'blink'>;

/**
 * What bends a face besides its frame: at {@link SPEECH} how far the mouth belongs to speech, where 1
 * caps what emotions do with it; at {@link LOOK} how far the eyes look up, or down below 0, where 1 is
 * their limit and the lids follow. In an array, as numbers that are handed on would be allocated at
 * every frame.
 */
export type Bearing = Float64Array;
export const SPEECH = 0;
export const LOOK = 1;

/** How an avatar shows something: by its own expression, by action units, by a blend of presets, or not at all. */
export type Showing = 'own' | 'units' | 'blend' | 'none';

/** Puts a frame's emotions, visemes and blinks into the expressions that one avatar has. */
export interface ExpressionMixer {
  /** Names of the expressions that the mixer writes; everything else on the avatar is left alone. */
  readonly names: readonly string[];
  /** The weight of each name, in [0, 1], refilled by every {@link mix}. */
  readonly weights: Float64Array;
  readonly emotions: Readonly<Record<Exclude<Emotion, 'neutral'>, Showing>>;
  readonly visemes: Readonly<Record<Viseme, Showing>>;
  /** Fills {@link weights} from a frame; allocates nothing. */
  mix(frame: FaceFrame, bearing: Bearing): void;
}

/** What an emotion may do with the mouth while it speaks: a smile stays a smile, and lips still close. */
export const SPEAKING_CAP = 0.45;
/** What emotions and visemes may add up to on the mouth; beyond it drawn lips tear. */
export const MOUTH_BUDGET = 1.2;
/**
 * A resting face is often a faintly smiling one, which would make a cheerful mouth out of sorrow that speaks: it gives way to what
 * is unpleasant so many times as fast as to what is not.
 */
const YIELDS = 2.5;
const UNPLEASANT: ReadonlySet<Emotion> = new Set(['sadness', 'anger', 'disgust', 'fear', 'contempt']);

/** How far the lids come down with eyes at their lower limit, and how far they open at the upper one. */
const LID_LOWERS = 0.3;
const LID_RAISES = 0.35;

interface Portion {
  readonly slot: number;
  readonly amount: Unit;
}

interface Recipe {
  readonly emotion: Emotion;
  /** Expressions that move the mouth: capped while speaking. */
  readonly mouth: readonly Portion[];
  /** What they add up to. */
  readonly mouthAmount: number;
  /** Expressions that do not. */
  readonly free: readonly Portion[];
  /** What shows the rest of the emotion, above the mouth, where `mouth` was capped. */
  readonly spare: readonly Portion[];
}

/**
 * Turns frames into expression weights for one avatar.
 *
 * VRM adds expressions up without a bound and lets a smile freeze the mouth; here emotions sum to at
 * most 1, give way to visemes, and closed smiles take the blink's place. Custom expressions are found
 * whatever their case.
 */
export function createExpressionMixer(capability: ExpressionCapability): ExpressionMixer {
  const names: string[] = [];
  const own = new Map([...capability.keys()].map((name) => [name.toLowerCase(), name]));
  const slotOf = (name: string): number => {
    const real = own.get(name.toLowerCase());
    if (real === undefined) return -1;
    if (!names.includes(real)) names.push(real);
    return names.indexOf(real);
  };
  const has = (name: string): boolean => own.has(name.toLowerCase());
  const portions = (ingredients: Ingredients): Portion[] =>
    Object.entries(ingredients).filter(([name]) => has(name)).map(([name, amount]) => ({ slot: slotOf(name), amount }));
  const movesMouth = ({ slot }: Portion): boolean => capability.get(names[slot] ?? '')?.movesMouth ?? false;

  const emotions = {} as Record<Exclude<Emotion, 'neutral'>, Showing>;
  const recipes: Recipe[] = [];
  for (const emotion of EMOTIONS) {
    if (emotion === 'neutral') continue;
    const { whole, upper, lower, blend } = EMOTION_LOOKS[emotion];
    const units = Object.keys({ ...upper, ...lower }).every(has);
    const shown = has(whole) ? { [whole]: 1 } : units ? {} : blend;
    const parts = portions(shown);
    emotions[emotion] = has(whole) ? 'own' : units ? 'units' : parts.length > 0 ? 'blend' : 'none';
    const mouth = emotions[emotion] === 'units' ? portions(lower) : parts.filter(movesMouth);
    recipes.push({
      emotion, mouth,
      mouthAmount: mouth.reduce((sum, { amount }) => sum + amount, 0),
      free: emotions[emotion] === 'units' ? portions(upper) : parts.filter((part) => !movesMouth(part)),
      spare: emotions[emotion] !== 'units' && mouth.length > 0 ? portions(upper) : [],
    });
  }

  const visemes = {} as Record<Viseme, Showing>;
  const mouthShapes = VISEMES.map((viseme) => {
    const custom = `viseme_${viseme}`;
    const vowels = VISEME_VOWELS[viseme];
    const sounds = Object.keys(vowels).length > 0;
    const shape = has(custom) ? portions({ [custom]: 1 }) : Object.entries(vowels).flatMap(([vowel, amount]) =>
      has(vowel) ? portions({ [vowel]: amount }) : portions({ aa: amount * (VOWEL_AS_AA[vowel] ?? 0) }));
    visemes[viseme] = has(custom) ? 'own' : !sounds || shape.length > 0 ? 'blend' : 'none';
    return { viseme, shape };
  });
  const mouthSlots = [...new Set(mouthShapes.flatMap(({ shape }) => shape.map(({ slot }) => slot)))];
  const lids = has('blink') ? [slotOf('blink')] : ['blinkLeft', 'blinkRight'].filter(has).map(slotOf);
  const wide = has('eyeWide') ? slotOf('eyeWide') : -1;
  const neutral = has('neutral') ? slotOf('neutral') : -1;
  const closures = Float64Array.from(names, (name) => capability.get(name)?.eyeClosure ?? 0);
  for (const slot of lids) closures[slot] = 0;
  const weights = new Float64Array(names.length);
  /** How much of the mouth the emotions took; in an array, as a number that functions hand on may be allocated. */
  const taken = new Float64Array(1);

  function add(shape: readonly Portion[], weight: number): void {
    for (const { slot, amount } of shape) weights[slot] = (weights[slot] ?? 0) + weight * amount;
  }

  function addEmotions(frame: FaceFrame, bearing: Bearing): void {
    let sum = 0;
    for (const { emotion } of recipes) sum += unit(frame.emotions[emotion]);
    const scale = sum > 1 ? 1 / sum : 1;
    const total = sum * scale;
    const cap = 1 - (1 - SPEAKING_CAP) * unit(bearing[SPEECH] ?? 0);
    const left = total > cap ? cap / total : 1;
    let mouth = 0;
    let yielded = 0;
    for (const { emotion, mouth: lips, mouthAmount, free, spare } of recipes) {
      const weight = unit(frame.emotions[emotion]) * scale;
      if (weight === 0) continue;
      add(lips, weight * left);
      mouth += mouthAmount * weight * left;
      add(free, weight);
      add(spare, weight * (1 - left));
      if (UNPLEASANT.has(emotion)) yielded += (YIELDS - 1) * weight;
    }
    if (neutral >= 0) weights[neutral] = unit(1 - total - yielded);
    taken[0] = mouth;
  }

  function addMouth(frame: FaceFrame): void {
    const room = unit(MOUTH_BUDGET - (taken[0] ?? 0));
    for (const { viseme, shape } of mouthShapes) {
      const weight = unit(frame.mouth[viseme]);
      if (weight > 0) add(shape, weight);
    }
    let sum = 0;
    for (const slot of mouthSlots) sum += weights[slot] ?? 0;
    if (sum <= room) return;
    for (const slot of mouthSlots) weights[slot] = (weights[slot] ?? 0) * (room / sum);
  }

  function addLids(frame: FaceFrame, bearing: Bearing): void {
    const look = bearing[LOOK] ?? 0;
    let closure = 0;
    for (let slot = 0; slot < weights.length; slot++) closure += (weights[slot] ?? 0) * (closures[slot] ?? 0);
    const blink = unit(frame.blink);
    const lowered = unit(-look) * LID_LOWERS;
    const lid = (lowered + blink * (1 - lowered)) * (1 - unit(closure));
    for (const slot of lids) weights[slot] = lid;
    if (wide >= 0) weights[wide] = (weights[wide] ?? 0) + unit(look) * LID_RAISES * (1 - blink) * (1 - unit(weights[wide] ?? 0));
  }

  return {
    names, weights, emotions, visemes,
    mix(frame, bearing) {
      weights.fill(0);
      addEmotions(frame, bearing);
      addMouth(frame);
      addLids(frame, bearing);
      for (let slot = 0; slot < weights.length; slot++) weights[slot] = unit(weights[slot] ?? 0);
    },
  };
}

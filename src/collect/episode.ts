import * as v from 'valibot';
import { admit, BLENDSHAPES, type Emotion, EMOTIONS, type Seconds, type Unit } from '../core/index.ts';
import { ADAPTED_SENSES, type AdaptedSense, WORD_BUCKETS } from '../adapt/index.ts';

/** What somebody says that an episode shows. */
export interface Label {
  /** A letter that stands for whoever says so, A to Z: never a name. */
  readonly rater: string;
  /** Null for "I can't tell". */
  readonly category: Emotion | null;
  /** How strongly it shows: 0 hardly, 1 as strongly as can be. */
  readonly intensity: Unit;
}

/** What the person themself says that they felt meanwhile, which need not be what they showed. */
export interface SelfReport {
  readonly emotion: Emotion;
  readonly intensity: Unit;
}

/** A short stretch of one sense as figures: nothing from which a picture, a sound or, unless `words` was agreed to, a word could be made again. */
export interface Episode {
  /** Tells episodes of a folder apart: letters, digits and hyphens. */
  readonly id: string;
  readonly sense: AdaptedSense;
  /** A letter for whom it shows, A to Z. */
  readonly person: string;
  /** What they were asked for, as a word of the host's own such as `face-anger`; null where it was free. */
  readonly prompt: string | null;
  readonly seconds: Seconds;
  /** How many observations it sums up, and which share of them could be judged. */
  readonly looks: number;
  readonly seen: Unit;
  /** The observations' own quality, on average. */
  readonly quality: Unit;
  /** What the head said: a probability for each of the eight emotions in their order; null where it never could. */
  readonly head: readonly Unit[] | null;
  /** One number for each of {@link TRAITS} of its sense; null where it could not be measured. */
  readonly traits: readonly (number | null)[];
  readonly labels: readonly Label[];
  readonly felt: SelfReport | null;
  /** What was written, only where the person agreed to that. */
  readonly words: string | null;
}

/**
 * What an episode tells of a sense, with units. A face: mean and standard deviation of every blendshape over the episode, in [0, 1], beyond the person's own resting face. A voice: its figures
 * and what its head makes of it, in [-1, 1]. Words: what their reader makes of them, how many showed feeling, and how many fell into each bucket of their hash.
 */
export const TRAITS: Readonly<Record<AdaptedSense, readonly string[]>> = {
  face: [...BLENDSHAPES.map((name) => `${name} mean`), ...BLENDSHAPES.map((name) => `${name} spread`)],
  voice: ['loudness dBFS', 'pitch Hz', 'pitch range semitones', 'voiced share', 'valence', 'arousal', 'dominance'],
  text: ['valence', 'arousal', 'dominance', 'cues', ...Array.from({ length: WORD_BUCKETS }, (_, bucket) => `bucket ${bucket}`)],
};

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const letter = v.pipe(v.string(), v.regex(/^[A-Z]$/, 'one letter from A to Z'));
const word = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/, 'letters, digits and hyphens'));

const EPISODE = v.pipe(
  v.strictObject({
    id: word, sense: v.picklist(ADAPTED_SENSES), person: letter, prompt: v.nullable(word),
    seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(600)), looks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)), seen: unit, quality: unit,
    head: v.nullable(v.pipe(v.array(unit), v.length(EMOTIONS.length), v.check((chances) => Math.abs(chances.reduce((sum, each) => sum + each, 0) - 1) < 0.01, 'chances that sum to 1'))),
    traits: v.array(v.nullable(v.pipe(v.number(), v.finite()))),
    labels: v.pipe(
      v.array(v.strictObject({ rater: letter, category: v.nullable(v.picklist(EMOTIONS)), intensity: unit })), v.maxLength(26),
      v.check((labels) => new Set(labels.map(({ rater }) => rater)).size === labels.length, 'one label for each rater'),
    ),
    felt: v.nullable(v.strictObject({ emotion: v.picklist(EMOTIONS), intensity: unit })),
    words: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
  }),
  v.check(({ sense, traits }) => traits.length === TRAITS[sense].length, 'as many traits as its sense has'),
);

/**
 * Reads an episode that was kept.
 *
 * @throws {AttuneError} `bad-input`, naming the field, what was expected and what came; also for a field that an episode does not have
 */
export function readEpisode(kept: unknown): Episode {
  return admit(EPISODE, kept, 'an episode');
}

/** The episode with a rater's label, in place of one that they gave before. */
export function labelEpisode(episode: Episode, label: Label): Episode {
  return { ...episode, labels: [...episode.labels.filter(({ rater }) => rater !== label.rater), label].toSorted((one, other) => (one.rater < other.rater ? -1 : 1)) };
}

/** What a rater said of an episode; undefined where they were not asked. */
export function labelBy({ labels }: Episode, rater: string): Label | undefined {
  return labels.find((label) => label.rater === rater);
}

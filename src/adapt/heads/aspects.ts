import { BLENDSHAPES, type BlendshapeScores, type ReadMessage, type VoiceSignal } from '../../core/index.ts';

/** The senses whose heads can be adapted to somebody. */
export const ADAPTED_SENSES = ['face', 'voice', 'text'] as const;
/** A sense whose head can be adapted, as one of {@link ADAPTED_SENSES}. */
export type AdaptedSense = (typeof ADAPTED_SENSES)[number];

/** What of an observation a correction may go by, beside what the head says: numbers in no unit, each of which varies by about 1 among expressions. */
export type Aspects = Float64Array;

/** Movements of the face, left and right together. Where the eyes look and `_neutral` say nothing of a person's way to express something. */
const MOVEMENTS = [...new Set(BLENDSHAPES.filter((name) => name !== '_neutral' && !name.startsWith('eyeLook')).map(bothSides))];
const MOVEMENT_OF = BLENDSHAPES.map((name) => MOVEMENTS.indexOf(bothSides(name)));

/** Scores of blendshapes lie in [0, 1] and rarely differ by more than a third. */
const SHAPE_SCALE = 4;

/** Words fall into so many buckets by their hash: of 50,000 words about 200 share each, so that a word can't be read off its bucket. */
export const WORD_BUCKETS = 256;

/** How many aspects there are of each sense. */
export const ASPECTS: Readonly<Record<AdaptedSense, number>> = { face: MOVEMENTS.length, voice: 7, text: 3 + WORD_BUCKETS };

/**
 * Of a face: how far each movement is made, left and right together.
 *
 * @param scores relative to the person's own resting face, as a face signal has them
 */
export function faceAspects(scores: BlendshapeScores): Aspects {
  const aspects = new Float64Array(MOVEMENTS.length);
  const sides = new Float64Array(MOVEMENTS.length);
  MOVEMENT_OF.forEach((movement, at) => {
    if (movement < 0) return;
    aspects[movement] = aspects[movement]! + SHAPE_SCALE * (scores[at] ?? 0);
    sides[movement] = sides[movement]! + 1;
  });
  return aspects.map((sum, movement) => sum / sides[movement]!);
}

/** One word may tell more than the whole tone of a message. */
const WORD_SCALE = 2;

/** What of a voice signal its aspects are made of. */
export type HeardVoice = Pick<VoiceSignal, 'loudness' | 'pitch' | 'pitchRange' | 'voicedRatio'> & { readonly expression: Pick<NonNullable<VoiceSignal['expression']>, 'valence' | 'arousal' | 'dominance'> };

/** A pitch that was not heard counts as the middle of those of adults: a constant, as nothing better is known of it. */
const USUAL_PITCH = 150;
const USUAL_RANGE = 4;

/** Of a voice: how loud, high, lively and voiced it is, and what its head makes of valence, arousal and dominance. */
export function voiceAspects({ loudness, pitch, pitchRange, voicedRatio, expression }: HeardVoice): Aspects {
  const { valence, arousal, dominance } = expression;
  return Float64Array.of(loudness / 6, 3 * Math.log2((pitch ?? USUAL_PITCH) / USUAL_PITCH), (pitchRange ?? USUAL_RANGE) / 3, 4 * voicedRatio, 2 * valence.mean, 2 * arousal.mean, 2 * dominance.mean);
}

/** Of a message: what its reader makes of it, and which buckets its words fall into. */
export function textAspects({ valence, arousal, dominance }: Pick<ReadMessage, 'valence' | 'arousal' | 'dominance'>, buckets: ArrayLike<number>): Aspects {
  return Float64Array.of(2 * valence.mean, 2 * arousal.mean, 2 * dominance.mean, ...Array.from(buckets, (count) => WORD_SCALE * Math.sqrt(count)));
}

/**
 * How many words of a text fall into each of {@link WORD_BUCKETS} buckets; a Chinese character counts as a word. Their order, and which of the
 * words of a bucket it was, are lost.
 */
export function wordBuckets(text: string): number[] {
  const counts = Array.from({ length: WORD_BUCKETS }, () => 0);
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu)) {
    let hash = 0x811c9dc5;
    // FNV-1a, whose low bits are mixed too little for so few buckets, then Murmur3's first step.
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    const bucket = (Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 16) % WORD_BUCKETS;
    counts[bucket] = counts[bucket]! + 1;
  }
  return counts;
}

function bothSides(name: string): string {
  return name.replace(/(Left|Right)$/, '');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byEmotion, type Emotion, type EmotionDistribution, type FaceAndVoice } from '../../src/index.ts';
import { FUSED_CLASSES } from '../../src/browser/fusion/fusion-net.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { createRandom, type Random } from '../../src/learn/random.ts';
import { ROOT } from '../../scripts/run.ts';
import { answerOf, type MeasuredHead, readHeads } from './heads.ts';
import { type Clip, shareOut } from './votes.ts';

/** What face and voice say of a clip, and what people see in it who have both. */
export interface Lesson extends FaceAndVoice {
  readonly clip: Clip;
  /** Over FUSED_CLASSES. */
  readonly target: Float64Array;
}

/** Votes that each choice has to begin with where votes are what a sense says; the target is the votes as they are. */
const BEGINNING = 0.1;

/** The votes themselves, as if people were our senses. */
export function lessonsOfVotes(clips: readonly Clip[]): Lesson[] {
  return clips.map((clip) => ({
    clip, face: overEight(shareOut(clip.face, BEGINNING)), voice: overEight(shareOut(clip.voice, BEGINNING)),
    faceQuality: 1, voiceQuality: 1, speaking: true, target: shareOut(clip.both),
  }));
}

function overEight(six: Float64Array): EmotionDistribution {
  return byEmotion((emotion) => six[(FUSED_CLASSES as readonly Emotion[]).indexOf(emotion)] ?? 0);
}

/** How often the player speaks while face and voice are known; a voice is remembered for some seconds. */
const SPEAKING = 0.7;
/** How often a sense is missing, beyond what its head leaves unanswered. */
const MISSING = 0.1;
/** Below this a sense counts as missing. */
export const LEAST_QUALITY = 0.15;

/**
 * The votes as our own heads might have said them: each clip some times over, with other errors, qualities and gaps. Which of its
 * sets of data a head answers as on, the near or the far one, is drawn by lot too: nobody knows how near a player is.
 */
export function lessonsOfHeads(clips: readonly Clip[], times: number, seed: number): Lesson[] {
  const random = createRandom(seed);
  const heads = { face: readHeads('face'), voice: readHeads('voice') };
  const upper = errorsOfUpper();
  return Array.from({ length: times }, () => clips.map((clip): Lesson => {
    const speaking = random.uniform() < SPEAKING;
    const face = observe(heads.face, clip.face, speaking ? upper : 1, random);
    const voice = observe(heads.voice, clip.voice, 1, random);
    return { clip, face: face.emotions, voice: voice.emotions, faceQuality: face.quality, voiceQuality: voice.quality, speaking, target: shareOut(clip.both) };
  })).flat();
}

function observe(heads: readonly MeasuredHead[], votes: Float64Array, errors: number, random: Random): { readonly emotions: EmotionDistribution | null; readonly quality: number } {
  const head = heads[random.below(heads.length)]!;
  const quality = random.uniform() < 0.5 ? 0.7 + 0.3 * random.uniform() : LEAST_QUALITY + (1 - LEAST_QUALITY) * random.uniform();
  const emotions = answerOf(head, { votes: shareOut(votes), quality, errors }, random);
  return random.uniform() < MISSING + 1 - head.answered ? { emotions: null, quality: 0 } : { emotions, quality };
}

/** How many times the whole face's errors brows, eyes and nose alone make, on the tenth of FER+ that the head was calibrated by. */
function errorsOfUpper(): number {
  const { settings } = parseNet(readFileSync(join(ROOT, 'models/face/net.json'), 'utf8'), 'face');
  const { whole, upper } = settings['calibration'] as Record<'whole' | 'upper', { accuracy: number }>;
  return (1 - upper.accuracy) / (1 - whole.accuracy);
}

/** Whether both senses say anything: what there is to fuse. */
export function isWhole(lesson: Lesson): lesson is Lesson & { face: EmotionDistribution; voice: EmotionDistribution } {
  return lesson.face !== null && lesson.voice !== null;
}

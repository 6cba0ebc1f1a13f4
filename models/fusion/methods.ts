import { byEmotion, type EmotionDistribution, type EmotionView, fuseEmotions, normalise, UNIFORM } from '../../src/index.ts';
import { FUSED_CLASSES } from '../../src/browser/fusion/fusion-net.ts';
import type { Learnt } from './folds.ts';
import type { Lesson } from './lessons.ts';

/** The ways of bringing face and voice together that are compared. */
export const METHODS = ['voice', 'face', 'average', 'weighted', 'learned'] as const;
export type Method = (typeof METHODS)[number];

/** What each method says of a lesson, over FUSED_CLASSES. */
export type MethodAnswers = Readonly<Record<Method, readonly number[]>> & {
  /** Whether the net has an answer; elsewhere `learned` is the weighted pool's. */
  readonly byNet: boolean;
};

/**
 * Asks all methods. The two emotions that nobody could vote for are taken out and the rest scaled to 1, of all methods alike; `learned` is as it
 * ships.
 */
export function answersTo(lesson: Lesson, { trust, fuser }: Learnt): MethodAnswers {
  const views = viewsOf(lesson);
  const of = (sense: 'face' | 'voice'): EmotionDistribution => fuseEmotions(views.filter((view) => view.sense === sense));
  const [face, voice] = [of('face'), of('voice')];
  const weighted = fuseEmotions(views, trust);
  const learned = fuser.fuse(lesson);
  const answers: Record<Method, EmotionDistribution> = {
    face, voice, weighted,
    average: views.length === 2 ? normalise(byEmotion((emotion) => face[emotion] + voice[emotion])) : views.length === 1 ? fuseEmotions(views) : UNIFORM,
    learned: learned ?? weighted,
  };
  return { ...Object.fromEntries(METHODS.map((method) => [method, overSix(answers[method])])) as Record<Method, number[]>, byNet: learned !== null };
}

function viewsOf({ face, voice, faceQuality, voiceQuality }: Lesson): EmotionView[] {
  return [
    ...(face ? [{ sense: 'face' as const, emotions: face, quality: faceQuality }] : []),
    ...(voice ? [{ sense: 'voice' as const, emotions: voice, quality: voiceQuality }] : []),
  ];
}

function overSix(emotions: EmotionDistribution): number[] {
  const taught = FUSED_CLASSES.map((emotion) => emotions[emotion]);
  const sum = taught.reduce((total, share) => total + share, 0);
  return sum > 0 ? taught.map((share) => share / sum) : taught.map(() => 1 / FUSED_CLASSES.length);
}

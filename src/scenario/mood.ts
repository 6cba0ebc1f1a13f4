import type { AffectState } from '../core/index.ts';

/**
 * How somebody appears, as coarsely as a policy needs it. `relieved` is calm or glad soon after upset or worried; `unknown` is that
 * nothing is known, never a calm that was not seen.
 */
export const MOODS = ['unknown', 'calm', 'upset', 'worried', 'glad', 'relieved'] as const;
/** How somebody seems to be in a scenario, as one of {@link MOODS}. */
export type Mood = (typeof MOODS)[number];

/** What a mood is made of: phase and category. The estimate is for policies that notice more than moods, and tells the time. */
export type MoodEvidence = Pick<AffectState, 'phase' | 'category'> & Partial<Pick<AffectState, 'estimate'>>;

/**
 * @param before the mood up to now
 */
export function moodOf({ phase, category }: Pick<AffectState, 'phase' | 'category'>, before: Mood): Mood {
  if (phase !== 'tracking') return 'unknown';
  const heavy = before === 'upset' || before === 'worried';
  switch (category) {
    case 'anger': case 'disgust': case 'contempt': return 'upset';
    case 'sadness': case 'fear': return 'worried';
    case 'happiness': return heavy || before === 'relieved' ? 'relieved' : 'glad';
    case 'neutral': case null: return heavy || before === 'relieved' ? 'relieved' : 'calm';
    // Surprise and two feelings at once say nothing of how it goes on.
    default: return before;
  }
}

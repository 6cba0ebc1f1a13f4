import type { AffectState, Emotion, SessionTime } from '../core/index.ts';

/**
 * How somebody appears, as coarsely as a policy needs it. `relieved` is glad after upset or worried, or calm soon after it; `unknown` is
 * that nothing is known, never a calm that was not seen.
 */
export const MOODS = ['unknown', 'calm', 'upset', 'worried', 'glad', 'relieved'] as const;
/** How somebody seems to be in a scenario, as one of {@link MOODS}. */
export type Mood = (typeof MOODS)[number];

/** What a mood over time is made of: phase and category, with when they were decided. The estimate is for policies that notice more than moods, and tells the time. */
export type MoodEvidence = Pick<AffectState, 'phase' | 'category'> & Partial<Pick<AffectState, 'since' | 'felt' | 'estimate'>>;

/** The moods up to now: the present one, and the last that was known. */
export interface MoodsBefore {
  readonly mood: Mood;
  readonly known: Mood;
}

/** A feeling is told when it is likelier than all others together. */
const TOLD = 0.5;
/** Under this what was felt before is over; the machine of affect leaves a category there, too, only later. */
const OVER = 0.2;

/** The mood that somebody is followed in, decided on what is seen and heard over time. */
export function moodOf({ phase, category }: Pick<AffectState, 'phase' | 'category'>, before: MoodsBefore): Mood {
  if (phase !== 'tracking') return 'unknown';
  if (category === null || category === 'neutral') return isHeavy(before.mood) || before.mood === 'relieved' ? 'relieved' : 'calm';
  return category === 'mixed' ? before.mood : moodOfFeeling(category, before);
}

/**
 * The mood in which a message is said. Categories follow words only a second later, as they are gathered over time, so what is thought of
 * the player with the message decides. Words that tell no feeling are calm, and by themselves no relief: an upset caller gives a number, too.
 */
export function moodOfMessage({ phase, category, estimate: { emotions } }: Pick<AffectState, 'phase' | 'category' | 'estimate'>, before: MoodsBefore): Mood {
  if (emotions.anger + emotions.disgust + emotions.contempt >= TOLD) return 'upset';
  if (emotions.sadness + emotions.fear >= TOLD) return 'worried';
  if (emotions.happiness >= TOLD) return moodOfFeeling('happiness', before);
  if (emotions.neutral + emotions.surprise >= TOLD) return 'calm';
  if (phase !== 'tracking') return 'unknown';
  if (category === null) return 'calm';
  if (category === 'mixed') return before.mood;
  return emotions[category] < OVER ? 'calm' : moodOfFeeling(category, before);
}

/** The mood after an event. Words that tell no feeling are calm, but somebody who was upset is not at ease for saying them. */
export function moodAfter(before: Mood, event: { readonly type: 'message' | 'mood'; readonly mood: Mood }): Mood {
  return event.type === 'message' && isHeavy(before) && (event.mood === 'calm' || event.mood === 'unknown') ? before : event.mood;
}

/** When what is followed over time was decided; just now where that is not told. That nothing stands out is no decision before something did. */
export function decidedAt({ phase, category, since = Infinity, felt = since }: MoodEvidence): SessionTime {
  if (phase !== 'tracking') return since;
  return category === null ? felt : Math.max(since, felt);
}

function moodOfFeeling(emotion: Emotion, before: MoodsBefore): Mood {
  switch (emotion) {
    case 'anger': case 'disgust': case 'contempt': return 'upset';
    case 'sadness': case 'fear': return 'worried';
    case 'happiness': return isHeavy(before.known) || before.known === 'relieved' ? 'relieved' : 'glad';
    case 'neutral': return 'calm';
    // Surprise says nothing of how it goes on.
    default: return before.mood;
  }
}

function isHeavy(mood: Mood): boolean {
  return mood === 'upset' || mood === 'worried';
}
